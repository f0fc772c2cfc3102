// Which body a file waits for, and whether its meeting is planned already: told to whoever plans meetings.
import { onRunningAgenda } from '../../db/queries/meetings.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { MeetingBody } from '../../db/tables/meetings.ts';
import type { Day } from '../../scoring/index.ts';
import { standsBackFrom } from '../meetings/agenda.ts';
import { BODIES, eventsOpenTo } from '../meetings/bodies.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import type { FileKind } from './file-kind.ts';
import { waitsFor } from './machines.ts';

export interface MeetingAwaited {
  readonly body: MeetingBody;
  /** The meeting on whose agenda it stands. */
  readonly meeting: { readonly id: string; readonly heldOn: Day } | null;
}

/** Null = it waits for none, or whoever asks plans none about it. */
export async function meetingAwaited(
  { db, tables, actor }: { readonly db: Db; readonly tables: Tables; readonly actor: Actor },
  { machine }: FileKind,
  file: Row<'files'>,
): Promise<MeetingAwaited | null> {
  if (!may(actor, 'meeting.record') || standsBackFrom(actor, file)) return null;
  if (waitsFor(machine, file.state) !== 'meeting') return null;
  const body = BODIES.find((each) => eventsOpenTo(each, machine, file.state).length > 0)!;
  const planned = await onRunningAgenda(db, tables, [file.id]);
  return { body, meeting: planned.get(file.id) ?? null };
}
