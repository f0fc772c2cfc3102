import { and, asc, desc, eq, inArray, isNotNull, lte } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

export async function fileById(db: Db, { files }: Tables, id: string): Promise<Row<'files'> | undefined> {
  const [file] = await db.select().from(files).where(eq(files.id, id));
  return file;
}

/** What happened in a file, the earliest first. */
export const eventsOfFile = (db: Db, { fileEvents }: Tables, fileId: string): Promise<Row<'fileEvents'>[]> =>
  db.select().from(fileEvents).where(eq(fileEvents.fileId, fileId)).orderBy(asc(fileEvents.version));

export const assignmentsOf = (
  db: Db,
  { assignments }: Tables,
  fileId: string,
): Promise<Row<'assignments'>[]> =>
  db
    .select()
    .from(assignments)
    .where(eq(assignments.fileId, fileId))
    .orderBy(asc(assignments.assignedAt), asc(assignments.id));

export const deliveriesOf = (db: Db, { deliveries }: Tables, fileId: string): Promise<Row<'deliveries'>[]> =>
  db
    .select()
    .from(deliveries)
    .where(eq(deliveries.fileId, fileId))
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id));

export const pendingOf = (
  db: Db,
  { pendingEvents }: Tables,
  fileId: string,
): Promise<Row<'pendingEvents'>[]> =>
  db
    .select()
    .from(pendingEvents)
    .where(and(eq(pendingEvents.fileId, fileId), eq(pendingEvents.state, 'open')))
    .orderBy(asc(pendingEvents.proposedAt), asc(pendingEvents.id));

export const clocksRunning = (db: Db, { clocks }: Tables, fileId: string): Promise<Row<'clocks'>[]> =>
  db
    .select()
    .from(clocks)
    .where(and(eq(clocks.fileId, fileId), eq(clocks.state, 'pending')))
    .orderBy(asc(clocks.dueAt), asc(clocks.id));

export const evidenceOf = (db: Db, { evidence }: Tables, fileId: string): Promise<Row<'evidence'>[]> =>
  db
    .select()
    .from(evidence)
    .where(eq(evidence.fileId, fileId))
    .orderBy(asc(evidence.addedAt), asc(evidence.id));

/** Clocks whose moment has come, the oldest first. */
export const clocksDue = (db: Db, { clocks }: Tables, at: number, limit: number): Promise<Row<'clocks'>[]> =>
  db
    .select()
    .from(clocks)
    .where(and(eq(clocks.state, 'pending'), lte(clocks.dueAt, at)))
    .orderBy(asc(clocks.dueAt), asc(clocks.id))
    .limit(limit);

/** The accounts that sat in a confirmed meeting on a file and were not recused: they took part in its decision. */
export const decidersOf = (db: Db, tables: Tables, fileId: string) => decidersIn(db, tables, [fileId]);

/** The same for several files. */
export async function decidersIn(db: Db, tables: Tables, fileIds: readonly string[]) {
  const { meetings, meetingItems, meetingMembers } = tables;
  const sat = await db
    .select({
      fileId: meetingItems.fileId,
      accountId: meetingMembers.accountId,
      body: meetings.body,
      entitled: meetingItems.entitled,
      recused: meetingItems.recused,
    })
    .from(meetingItems)
    .innerJoin(meetings, eq(meetings.id, meetingItems.meetingId))
    .innerJoin(meetingMembers, eq(meetingMembers.meetingId, meetings.id))
    .where(
      and(
        inArray(meetingItems.fileId, [...fileIds]),
        eq(meetings.state, 'confirmed'),
        eq(meetingMembers.isPresent, true),
        isNotNull(meetingItems.event),
      ),
    );
  return sat.filter(
    ({ accountId, entitled, recused }) =>
      entitled?.includes(accountId) === true && !recused?.some((each) => each.accountId === accountId),
  );
}

export async function clockById(db: Db, { clocks }: Tables, id: string): Promise<Row<'clocks'> | undefined> {
  const [clock] = await db.select().from(clocks).where(eq(clocks.id, id));
  return clock;
}

export async function pendingById(
  db: Db,
  { pendingEvents }: Tables,
  id: string,
): Promise<Row<'pendingEvents'> | undefined> {
  const [pending] = await db.select().from(pendingEvents).where(eq(pendingEvents.id, id));
  return pending;
}

/** The sealed content of a piece of evidence. */
export async function contentOf(db: Db, { evidenceContents }: Tables, evidenceId: string): Promise<string> {
  const [content] = await db
    .select()
    .from(evidenceContents)
    .where(eq(evidenceContents.evidenceId, evidenceId));
  return content!.sealed;
}

/** The next clock of each of several files. */
export async function nextClocks(
  db: Db,
  { clocks }: Tables,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, Row<'clocks'>>> {
  if (fileIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(clocks)
    .where(and(inArray(clocks.fileId, [...fileIds]), eq(clocks.state, 'pending')))
    .orderBy(desc(clocks.dueAt), desc(clocks.id));
  // The earliest of each file comes last and stays.
  return new Map(rows.map((row) => [row.fileId, row]));
}
