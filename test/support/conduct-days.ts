// Days in China as the model counts them: Monday to Friday are working days, nothing else is known of a calendar.
const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;

const numberOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayOfNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** The day of a moment. */
export const dayAt = (moment: number): string => dayOfNumber(Math.floor((moment + CHINA_MS) / DAY_MS));
/** When a day is over. */
export const firstMomentAfter = (day: string): number => (numberOf(day) + 1) * DAY_MS - CHINA_MS;

export const daysAfter = (day: string, count: number): string => dayOfNumber(numberOf(day) + count);

/** The day itself is not counted. */
export function workingDaysAfter(day: string, count: number): string {
  let number = numberOf(day);
  for (let left = count; left > 0;) {
    number += 1;
    const weekday = new Date(number * DAY_MS).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return dayOfNumber(number);
}

/** The same day of the month, or its last. */
export function monthsAfter(day: string, count: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return dayOfNumber(first.getTime() / DAY_MS + Math.min(date, last) - 1);
}
