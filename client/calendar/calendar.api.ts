import type {
  CalendarDay as CalendarDayView,
  CalendarDryRun,
  CalendarView,
  ReplaceCalendar,
} from '../../server/calendar/calendar.contract.ts';
import { act, type Sent, upload, type View } from '../api.ts';

export type Calendars = View<typeof CalendarView>;
export type CalendarYear = Calendars['years'][number];
export type CalendarDay = View<typeof CalendarDayView>;
export type DryRun = View<typeof CalendarDryRun>;

export const CALENDAR = '/api/calendar';
export const templateOf = (year: number): string => `${CALENDAR}/template?year=${year}`;

/** What a file says of a year; nothing is written. */
export const tryFile = (year: number, file: File): Promise<DryRun> =>
  upload<DryRun>(`${CALENDAR}/${year}/dry-runs`, file);

/** Takes in the days that were tried, and no others. */
export const importYear = (year: number, given: Sent<typeof ReplaceCalendar>): Promise<Calendars> =>
  act<Calendars>('PUT', `${CALENDAR}/${year}`, given);
