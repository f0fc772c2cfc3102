// A meeting with everything that stands behind it, read in one moment.
import { filesById, itemsOfMeeting, meetingById, membersOfMeeting } from '../../db/queries/meetings.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import type { OnAgenda } from './seating.ts';

export interface Reading {
  readonly db: Db;
  readonly tables: Tables;
  readonly kinds: ReadonlyMap<string, FileKind>;
  readonly dayOf: (instant: number) => Day;
}
export interface AgendaItem extends OnAgenda {
  readonly item: Row<'meetingItems'>;
}
export interface WholeMeeting {
  readonly meeting: Row<'meetings'>;
  readonly agenda: readonly AgendaItem[];
  readonly members: readonly Row<'meetingMembers'>[];
}

export async function wholeMeeting({ db, tables, kinds }: Reading, id: string): Promise<WholeMeeting> {
  const meeting = await meetingById(db, tables, id);
  if (!meeting) throw new Refused(notFound);
  const items = await itemsOfMeeting(db, tables, id);
  const files = await filesById(
    db,
    tables,
    items.map(({ fileId }) => fileId),
  );
  const agenda = items.flatMap((item) => {
    const file = files.get(item.fileId)!;
    const kind = kinds.get(file.machine);
    return kind ? [{ item, file, kind }] : [];
  });
  return { meeting, agenda, members: await membersOfMeeting(db, tables, id) };
}

export const isRunning = ({ state }: Row<'meetings'>): boolean => state === 'planned' || state === 'recorded';

/** His own case, or his kin's: he neither reads it here nor keeps its minutes. */
export const standsBackFrom = ({ cadreId, recused }: Actor, file: Row<'files'>): boolean =>
  file.cadreId !== null && (file.cadreId === cadreId || recused?.has(file.cadreId) === true);
