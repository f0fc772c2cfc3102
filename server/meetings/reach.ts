// Whose meetings somebody may see: the head of HR all, members those of the body they sit in or are named to.
import type { MeetingsOf } from '../../db/queries/meetings.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';

export const RECORD = 'meeting.record';

export function reachOf(actor: Actor): MeetingsOf {
  if (may(actor, RECORD)) return null;
  const isBoard = actor.roles.some(({ role }) => role === 'board');
  return { accountId: actor.accountId, bodies: isBoard ? ['board'] : [] };
}
