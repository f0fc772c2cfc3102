// The calendar that time limits are counted by, as it stands now.
import { calendarDaysOf, calendarsInForce } from '../../db/queries/calendar.ts';
import type { Db } from '../../db/store.ts';
import type { Tables } from '../../db/tables/index.ts';
import { type Day, yearOf } from '../../scoring/index.ts';
import type { Calendar } from '../procedures/working-days.ts';

export async function calendarInForce(db: Db, tables: Tables): Promise<Calendar> {
  const years = await calendarsInForce(db, tables);
  const days = await calendarDaysOf(
    db,
    tables,
    years.map(({ id }) => id),
  );
  return {
    years: new Set(years.map(({ year }) => year)),
    days: new Map(days.map(({ day, kind }) => [day, kind])),
  };
}

/** The day of the year from which the next year's calendar is missed; it is published in November as a rule. */
const NEXT_YEAR_MISSED_FROM = '-12-01';

/** Years without a calendar that limits running today may reach. */
export function missingYears(today: Day, known: ReadonlySet<number>): number[] {
  const year = yearOf(today);
  const isLate = today >= `${year}${NEXT_YEAR_MISSED_FROM}`;
  return [year, ...(isLate ? [year + 1] : [])].filter((each) => !known.has(each));
}
