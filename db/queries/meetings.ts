// Meetings, what is on their agenda, who sits in them; and the files that wait for one.
import { and, asc, count, desc, eq, exists, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import type { Day } from '../../scoring/index.ts';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import type { MeetingBody, MeetingState } from '../tables/meetings.ts';
import { keyAfter, pageOf, type Page, type PageRequest } from './page.ts';

/** Still to come, or not confirmed yet: its files are spoken for. */
const RUNNING: readonly MeetingState[] = ['planned', 'recorded'];

export async function meetingById(
  db: Db,
  { meetings }: Tables,
  id: string,
): Promise<Row<'meetings'> | undefined> {
  const [meeting] = await db.select().from(meetings).where(eq(meetings.id, id));
  return meeting;
}

export const itemsOfMeeting = (
  db: Db,
  { meetingItems }: Tables,
  id: string,
): Promise<Row<'meetingItems'>[]> =>
  db.select().from(meetingItems).where(eq(meetingItems.meetingId, id)).orderBy(asc(meetingItems.position));

export const membersOfMeeting = (
  db: Db,
  { meetingMembers }: Tables,
  id: string,
): Promise<Row<'meetingMembers'>[]> =>
  db
    .select()
    .from(meetingMembers)
    .where(eq(meetingMembers.meetingId, id))
    .orderBy(asc(meetingMembers.accountId));

/** Whose meetings: a member's, by the bodies he sits in and the files that name him; null = all. */
export type MeetingsOf = { readonly accountId: string; readonly bodies: readonly MeetingBody[] } | null;

function reachedBy(db: Db, tables: Tables, of: MeetingsOf) {
  if (of === null) return undefined;
  const { meetings, meetingItems, meetingMembers, assignments } = tables;
  const { accountId, bodies } = of;
  const sat = db
    .select({ one: sql`1` })
    .from(meetingMembers)
    .where(and(eq(meetingMembers.meetingId, meetings.id), eq(meetingMembers.accountId, accountId)));
  const named = db
    .select({ one: sql`1` })
    .from(meetingItems)
    .innerJoin(assignments, eq(assignments.fileId, meetingItems.fileId))
    .where(
      and(
        eq(meetingItems.meetingId, meetings.id),
        eq(assignments.accountId, accountId),
        eq(assignments.principal, meetings.body),
        isNull(assignments.endedAt),
      ),
    );
  return or(bodies.length > 0 ? inArray(meetings.body, [...bodies]) : undefined, exists(sat), exists(named));
}

/** Whether a meeting is one of those. */
export async function isReachedBy(db: Db, tables: Tables, id: string, of: MeetingsOf): Promise<boolean> {
  const { meetings } = tables;
  const rows = await db
    .select({ id: meetings.id })
    .from(meetings)
    .where(and(eq(meetings.id, id), reachedBy(db, tables, of)));
  return rows.length > 0;
}

/** The latest first. */
export async function meetingPage(
  db: Db,
  tables: Tables,
  { of, after, limit }: { of: MeetingsOf } & PageRequest,
): Promise<Page<Row<'meetings'>>> {
  const { meetings } = tables;
  const key = keyAfter(after, ['string', 'string']);
  const beyond =
    key && or(lt(meetings.heldOn, key[0]), and(eq(meetings.heldOn, key[0]), lt(meetings.id, key[1])));
  const rows = await db
    .select()
    .from(meetings)
    .where(and(reachedBy(db, tables, of), beyond ?? undefined))
    .orderBy(desc(meetings.heldOn), desc(meetings.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ heldOn, id }) => [heldOn, id]);
}

/** Recorded meetings that wait for a member's confirmation, the oldest first. */
export const meetingsToConfirm = (db: Db, tables: Tables, of: MeetingsOf): Promise<Row<'meetings'>[]> =>
  db
    .select()
    .from(tables.meetings)
    .where(and(eq(tables.meetings.state, 'recorded'), reachedBy(db, tables, of)))
    .orderBy(asc(tables.meetings.heldOn), asc(tables.meetings.id));

export async function itemCounts(
  db: Db,
  { meetingItems }: Tables,
  meetingIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (meetingIds.length === 0) return new Map();
  const rows = await db
    .select({ id: meetingItems.meetingId, items: count() })
    .from(meetingItems)
    .where(inArray(meetingItems.meetingId, [...meetingIds]))
    .groupBy(meetingItems.meetingId);
  return new Map(rows.map(({ id, items }) => [id, items]));
}

/** A machine, and those of its states that a meeting can decide in. */
export interface States {
  readonly machine: string;
  readonly states: readonly string[];
}

/** Files in some states of some machines; undefined where none is wanted. */
export const inStates = ({ files }: Tables, wanted: readonly States[]) =>
  or(
    ...wanted
      .filter(({ states }) => states.length > 0)
      .map(({ machine, states }) => and(eq(files.machine, machine), inArray(files.state, [...states]))),
  );

/** Files that wait for a meeting and are on no running agenda, the one that waits longest first. */
export async function filesAwaitingMeeting(
  db: Db,
  tables: Tables,
  { wanted, limit }: { wanted: readonly States[]; limit: number },
): Promise<Row<'files'>[]> {
  const { files, meetings, meetingItems } = tables;
  const these = inStates(tables, wanted);
  if (these === undefined) return [];
  const spokenFor = db
    .select({ one: sql`1` })
    .from(meetingItems)
    .innerJoin(meetings, eq(meetings.id, meetingItems.meetingId))
    .where(and(eq(meetingItems.fileId, files.id), inArray(meetings.state, [...RUNNING])));
  return db
    .select()
    .from(files)
    .where(and(these, sql`not ${exists(spokenFor)}`))
    .orderBy(asc(files.enteredAt), asc(files.id))
    .limit(limit);
}

/** Of these files, those already on a running agenda, with the meeting and its day. */
export async function onRunningAgenda(
  db: Db,
  { meetings, meetingItems }: Tables,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly heldOn: Day }>> {
  const found = new Map<string, { readonly id: string; readonly heldOn: Day }>();
  for (const some of inChunks(fileIds)) {
    const rows = await db
      .select({ fileId: meetingItems.fileId, id: meetings.id, heldOn: meetings.heldOn })
      .from(meetingItems)
      .innerJoin(meetings, eq(meetings.id, meetingItems.meetingId))
      .where(and(inArray(meetingItems.fileId, [...some]), inArray(meetings.state, [...RUNNING])));
    for (const { fileId, ...meeting } of rows) found.set(fileId, meeting);
  }
  return found;
}

export async function filesById(
  db: Db,
  { files }: Tables,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Row<'files'>>> {
  const found = new Map<string, Row<'files'>>();
  for (const some of inChunks(ids))
    for (const file of await db
      .select()
      .from(files)
      .where(inArray(files.id, [...some])))
      found.set(file.id, file);
  return found;
}

/** Who stands behind accounts, as cadres too; an account that was withdrawn sits nowhere. */
export async function peopleBehind(db: Db, { accounts, cadres }: Tables, accountIds: readonly string[]) {
  const found: { accountId: string; staffNo: string; name: string | null; cadreId: string | null }[] = [];
  for (const some of inChunks([...new Set(accountIds)])) {
    const rows = await db
      .select({ accountId: accounts.id, staffNo: accounts.staffNo, name: cadres.name, cadreId: cadres.id })
      .from(accounts)
      .leftJoin(cadres, and(eq(cadres.staffNo, accounts.staffNo), isNull(cadres.withdrawnAt)))
      .where(and(inArray(accounts.id, [...some]), isNull(accounts.withdrawnAt)))
      .orderBy(asc(accounts.staffNo));
    found.push(...rows);
  }
  return found;
}
