/** A calendar day as `YYYY-MM-DD`; days compare as strings. */
export type Day = string;

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`);
const toDay = (year: number, month: number, date: number): Day =>
  `${`${year}`.padStart(4, '0')}-${two(month)}-${two(date)}`;

/** The calendar year of a day. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));
const monthOf = (day: Day): number => Number(day.slice(5, 7));
const dateOf = (day: Day): number => Number(day.slice(8, 10));

/** Whether a text names a day that exists (2026-02-30 does not). */
export function isDay(text: string): boolean {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const month = Number(match[2]);
  const date = Number(match[3]);
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(Number(match[1]), month);
}

/** The same day of the month `months` later (or earlier), or that month's last day where it does not exist. */
export function addMonths(day: Day, months: number): Day {
  const count = yearOf(day) * 12 + monthOf(day) - 1 + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return toDay(year, month, Math.min(dateOf(day), daysInMonth(year, month)));
}

/** Whole months from `from` to `to`: the largest n ≥ 0 with `addMonths(from, n) ≤ to` (0 where `to` is earlier). */
export function wholeMonths(from: Day, to: Day): number {
  const months = (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from);
  return Math.max(0, addMonths(from, months) <= to ? months : months - 1);
}

/** Days since 0000-03-01, so that differences count days. */
export function dayNumber(day: Day): number {
  const month = monthOf(day);
  const year = month > 2 ? yearOf(day) : yearOf(day) - 1;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dateOf(day) - 1;
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear;
}

/** The next calendar day. */
export function dayAfter(day: Day): Day {
  const [year, month, date] = [yearOf(day), monthOf(day), dateOf(day)];
  if (date < daysInMonth(year, month)) return toDay(year, month, date + 1);
  return month < 12 ? toDay(year, month + 1, 1) : toDay(year + 1, 1, 1);
}

/** A stretch of days, both ends included; `to` null is open. */
export interface Span {
  readonly from: Day;
  readonly to: Day | null;
}

/** Whether a span contains a day. */
export const contains = (span: Span, day: Day): boolean =>
  span.from <= day && (span.to === null || day <= span.to);

/** How many days a closed span has, both ends counted. */
export const daysIn = (span: { from: Day; to: Day }): number => dayNumber(span.to) - dayNumber(span.from) + 1;

/** Days of `within` that any of the spans covers; days covered twice count once. */
export function daysCovered(spans: readonly Span[], within: { from: Day; to: Day }): number {
  let covered = 0;
  let next = dayNumber(within.from);
  const last = dayNumber(within.to);
  for (const span of spans.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const begin = Math.max(next, dayNumber(span.from));
    const end = span.to === null ? last : Math.min(last, dayNumber(span.to));
    if (end < begin) continue;
    covered += end - begin + 1;
    next = end + 1;
  }
  return covered;
}
