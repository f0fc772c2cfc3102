// What a file says of a year, and whether a list of days can be a year's calendar.
import type { z } from 'zod';
import { type Day, dayAfter, isDay, yearOf } from '../../scoring/index.ts';
import type { SheetContent } from '../adapters/spreadsheet.ts';
import type { ProblemPlace } from '../http/problem.ts';
import { fault } from '../imports/fault.ts';
import { readBook } from '../imports/read-book.ts';
import type { Placed } from '../imports/read-sheet.ts';
import { isWeekend, isWorkingDay } from '../procedures/working-days.ts';
import type { CalendarDay } from './calendar.contract.ts';
import { calendarSheet } from './calendar-sheet.ts';

export type Differing = z.infer<typeof CalendarDay>;

export interface ReadCalendar {
  readonly days: readonly Differing[];
  readonly problems: readonly Placed[];
}

const byDay = (a: Differing, b: Differing): number => (a.day < b.day ? -1 : 1);

/** The days of a file; problems name their cell. */
export function readCalendar(contents: readonly SheetContent[], year: number): ReadCalendar {
  const { sheets, strangers } = readBook(contents, { calendar: calendarSheet });
  const { calendar } = sheets;
  for (const row of calendar.sound)
    if (yearOf(row.values.day) !== year)
      calendar.refuse(
        row,
        'day',
        fault('outOfRange', `不在 ${year} 年`, `本次只导入 ${year} 年；跨年假期的其余日子随那一年导入`),
      );
  const placed = calendar.problems.toSorted((a, b) => a.row - b.row || a.column - b.column);
  const days = calendar.sound.map(({ values: { day, kind, name } }) => ({ day, kind, name }));
  const isEmpty = calendar.isHere && calendar.rows.length === 0;
  const nothing = fault('missingRequired', '一个日期也没有', '照模板逐日填写放假和补班的日子');
  const empty = { sheet: calendar.name, row: 0, column: -1, header: '', value: '', ...nothing };
  return {
    days: days.toSorted(byDay),
    problems: [...strangers, ...placed, ...(isEmpty ? [empty] : [])],
  };
}

/** What is wrong with days handed in as they are. */
export function placesWrong(days: readonly Differing[], year: number): ProblemPlace[] {
  const seen = new Set<Day>();
  return days.flatMap(({ day }, i) => {
    const isWrong = !isDay(day) || yearOf(day) !== year || seen.has(day);
    seen.add(day);
    const detail = {
      zh: `${day} 不在 ${year} 年，或出现两次`,
      en: `${day} is not in ${year}, or stands twice`,
    };
    return isWrong ? [{ pointer: `/days/${i}/day`, detail }] : [];
  });
}

/** Make-up days that would have been worked anyway. */
export const oddDaysIn = (days: readonly Differing[]): Day[] =>
  days.flatMap(({ day, kind }) => (kind === 'workday' && !isWeekend(day) ? [day] : []));

export function workingDaysIn(year: number, days: readonly Differing[]): number {
  const calendar = { years: new Set([year]), days: new Map(days.map(({ day, kind }) => [day, kind])) };
  let count = 0;
  for (let day = `${year}-01-01`; yearOf(day) === year; day = dayAfter(day))
    if (isWorkingDay(calendar, day)) count += 1;
  return count;
}
