import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

/** The calendar that counts for each year: the last one imported. */
export const calendarsInForce = (db: Db, { calendarYears }: Tables) =>
  db.select().from(calendarYears).where(isNull(calendarYears.replacedAt)).orderBy(asc(calendarYears.year));

export async function calendarOf(
  db: Db,
  { calendarYears }: Tables,
  year: number,
): Promise<Row<'calendarYears'> | undefined> {
  const [found] = await db
    .select()
    .from(calendarYears)
    .where(and(eq(calendarYears.year, year), isNull(calendarYears.replacedAt)));
  return found;
}

/** The days of some calendars that differ from the week, in order. */
export async function calendarDaysOf(
  db: Db,
  { calendarDays }: Tables,
  calendarIds: readonly string[],
): Promise<Row<'calendarDays'>[]> {
  if (calendarIds.length === 0) return [];
  return db
    .select()
    .from(calendarDays)
    .where(inArray(calendarDays.calendarId, [...calendarIds]))
    .orderBy(asc(calendarDays.day));
}
