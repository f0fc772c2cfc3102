// What a document of a file needs beside the file itself: the clocks that ran, and how a meeting voted on it.
import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

/** Every clock of a file, also those that fired or were stopped. */
export const clocksEverOf = (db: Db, { clocks }: Tables, fileId: string): Promise<Row<'clocks'>[]> =>
  db.select().from(clocks).where(eq(clocks.fileId, fileId)).orderBy(asc(clocks.setAt), asc(clocks.id));

/** A meeting's item on a file, with the day it was held and the accounts that were present. */
export async function voteTaken(
  db: Db,
  { meetings, meetingItems, meetingMembers }: Tables,
  meetingId: string,
  fileId: string,
): Promise<{ heldOn: string; item: Row<'meetingItems'>; present: ReadonlySet<string> } | undefined> {
  const [found] = await db
    .select({ heldOn: meetings.heldOn, item: meetingItems })
    .from(meetingItems)
    .innerJoin(meetings, eq(meetings.id, meetingItems.meetingId))
    .where(and(eq(meetingItems.meetingId, meetingId), eq(meetingItems.fileId, fileId)));
  if (!found) return undefined;
  const members = await db
    .select({ accountId: meetingMembers.accountId })
    .from(meetingMembers)
    .where(and(eq(meetingMembers.meetingId, meetingId), eq(meetingMembers.isPresent, true)))
    .orderBy(asc(meetingMembers.accountId));
  return { ...found, present: new Set(members.map(({ accountId }) => accountId)) };
}
