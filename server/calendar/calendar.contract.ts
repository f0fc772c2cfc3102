import { z } from 'zod';
import { DayText, Id } from '../http/shared.contract.ts';
import { CellProblem } from '../imports/imports.contract.ts';

export const FIRST_YEAR = 2000;
export const LAST_YEAR = 2100;
const Year = z.coerce.number().int().min(FIRST_YEAR).max(LAST_YEAR);
export const CalendarParams = z.strictObject({ year: Year });
export const TemplateQuery = z.strictObject({ year: Year });

/** A day that differs from the ordinary week. */
export const CalendarDay = z.strictObject({
  day: DayText,
  kind: z.enum(['holiday', 'workday']),
  name: z.string().trim().min(1).max(30),
});

export const CalendarYearView = z.strictObject({
  id: Id,
  year: z.int(),
  source: z.string(),
  importedAt: z.int(),
  workingDays: z.int(),
  days: z.array(CalendarDay),
});
export const CalendarView = z.strictObject({
  /** The newest year first. */
  years: z.array(CalendarYearView),
  /** Years that time limits may run into and nobody has imported: counted Monday to Friday. */
  missing: z.array(z.int()),
});

/** What a file says of a year; nothing is written. */
export const CalendarDryRun = z.strictObject({
  year: z.int(),
  fileName: z.string(),
  days: z.array(CalendarDay),
  holidays: z.int(),
  workdays: z.int(),
  /** How many days people would work in the year. */
  workingDays: z.int(),
  /** Make-up days that are ordinary working days anyway: they change nothing, and may be a slip. */
  oddDays: z.array(DayText),
  /** The calendar of the year that this one would replace. */
  replaces: Id.nullable(),
  problems: z.array(CellProblem),
  moreProblems: z.int(),
});

export const ReplaceCalendar = z.strictObject({
  /** The document that ordered the days, with its number. */
  source: z.string().trim().min(4).max(200),
  days: z.array(CalendarDay).min(1).max(366),
  /** As the dry run had it: refused if somebody imported the year meanwhile. */
  replaces: Id.nullable(),
});
