// The files a meeting is planned for: each waits for this body, and for no other meeting.
import { filesById, onRunningAgenda } from '../../db/queries/meetings.ts';
import type { Row } from '../../db/tables/index.ts';
import type { MeetingBody } from '../../db/tables/meetings.ts';
import { Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { type Reading, standsBackFrom } from './agenda.ts';
import { eventsOpenTo } from './bodies.ts';
import { notForMeeting, onOtherAgenda, secretaryStandsBack } from './meetings.problems.ts';

export async function fitAgenda(
  { db, tables, kinds }: Reading,
  actor: Actor,
  { body, ids }: { body: MeetingBody; ids: readonly string[] },
): Promise<Row<'files'>[]> {
  const files = await filesById(db, tables, ids);
  const agenda = ids.flatMap((id) => files.get(id) ?? []);
  const isFit = ({ machine, state }: Row<'files'>): boolean => {
    const kind = kinds.get(machine);
    return kind !== undefined && eventsOpenTo(body, kind.machine, state).length > 0;
  };
  if (new Set(ids).size !== ids.length || agenda.length !== ids.length || !agenda.every(isFit))
    throw new Refused(notForMeeting, { places: [{ pointer: '/agenda', detail: notForMeeting.title }] });
  if (agenda.some((file) => standsBackFrom(actor, file))) throw new Refused(secretaryStandsBack);
  if ((await onRunningAgenda(db, tables, ids)).size > 0) throw new Refused(onOtherAgenda);
  return agenda;
}
