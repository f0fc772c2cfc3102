// When a time limit ends: working days after the calendar that HR maintains, calendar days, whole months.
import type { DayKind } from '../../db/tables/trust.ts';
import { addMonths, type Day, dayAfter, dayNumber, yearOf } from '../../scoring/index.ts';

/** What differs from the ordinary week, in the years somebody imported. */
export interface Calendar {
  readonly years: ReadonlySet<number>;
  readonly days: ReadonlyMap<Day, DayKind>;
}
export const ORDINARY_WEEKS: Calendar = { years: new Set(), days: new Map() };

export interface TimeLimit {
  readonly count: number;
  readonly unit: 'workingDays' | 'days' | 'months';
}
export interface Deadline {
  /** Until the end of this day. */
  readonly lastDay: Day;
  /** Years it was counted in without an imported calendar: Monday to Friday. */
  readonly assumedYears: readonly number[];
}

/** 2000-01-01 was a Saturday. */
export const isWeekend = (day: Day): boolean => (dayNumber(day) + 2) % 7 > 4;

export function isWorkingDay({ days }: Calendar, day: Day): boolean {
  const differs = days.get(day);
  return differs === undefined ? !isWeekend(day) : differs === 'workday';
}

/** The `count`-th working day after `day`, which itself never counts. */
export function addWorkingDays(calendar: Calendar, day: Day, count: number): Day {
  let reached = day;
  for (let left = count; left > 0;) {
    reached = dayAfter(reached);
    if (isWorkingDay(calendar, reached)) left -= 1;
  }
  return reached;
}

function addDays(day: Day, count: number): Day {
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = dayAfter(reached);
  return reached;
}

function yearsBetween(from: Day, to: Day): number[] {
  const first = yearOf(from);
  return Array.from({ length: yearOf(to) - first + 1 }, (_, i) => first + i);
}

/** The last day of a limit that runs from `served`: the day of service is not counted. */
export function deadline(calendar: Calendar, served: Day, { count, unit }: TimeLimit): Deadline {
  if (unit === 'months') return { lastDay: addMonths(served, count), assumedYears: [] };
  if (unit === 'days') return { lastDay: addDays(served, count), assumedYears: [] };
  const lastDay = addWorkingDays(calendar, served, count);
  const counted = count === 0 ? [] : yearsBetween(dayAfter(served), lastDay);
  return { lastDay, assumedYears: counted.filter((year) => !calendar.years.has(year)) };
}

/** The first moment after a day, in China: when what had until then to happen has not. */
export const endOfDay = (day: Day): number => Date.parse(`${day}T24:00:00+08:00`);
