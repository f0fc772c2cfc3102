// The working calendar: one import a year, the whole year at once; what it replaces is kept.
import type { z } from 'zod';
import { calendarDaysOf, calendarOf, calendarsInForce } from '../../db/queries/calendar.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { Refused } from '../http/problem.ts';
import { problemView } from '../imports/dry-run-view.ts';
import type { ImportFile, ImportFiles } from '../imports/import-files.ts';
import { templateSheets } from '../imports/templates.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf } from '../permissions/may.ts';
import type { CalendarDryRun, CalendarView, ReplaceCalendar } from './calendar.contract.ts';
import { calendarChanged, calendarImplausible, calendarInvalid } from './calendar.problems.ts';
import { calendarSheet } from './calendar-sheet.ts';
import { missingYears } from './calendar-in-force.ts';
import { oddDaysIn, placesWrong, readCalendar, workingDaysIn } from './plan-calendar.ts';

type View = z.infer<typeof CalendarView>;
export interface CalendarService {
  view(): Promise<View>;
  /** An empty workbook with its drop-down. */
  template(year: number): Promise<Uint8Array>;
  /** What a file says of a year; nothing is written. */
  dryRun(input: { year: number; file: ImportFile }): Promise<z.infer<typeof CalendarDryRun>>;
  /** The year's calendar from now on. Limits that run already keep the day they were given. */
  replace(actor: Actor, input: { year: number } & z.infer<typeof ReplaceCalendar>): Promise<View>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly today: () => Day;
  readonly newId: (prefix: string) => string;
  readonly files: Pick<ImportFiles, 'read' | 'write'>;
}

const MOST_PROBLEMS = 200;
/** A year has about 250; far fewer means that holidays and make-up days were mixed up. */
const FEWEST_WORKING_DAYS = 200;

const asDay = ({ day, kind, name }: Row<'calendarDays'>) => ({ day, kind, name });

export function calendarService({ store, now, today, newId, files }: Needed): CalendarService {
  const { tables, read } = store;

  async function view(): Promise<View> {
    const years = await calendarsInForce(read, tables);
    const days = await calendarDaysOf(
      read,
      tables,
      years.map(({ id }) => id),
    );
    const known = new Set(years.map(({ year }) => year));
    return {
      years: years.toReversed().map(({ id, year, source, importedAt }) => {
        const own = days.filter(({ calendarId }) => calendarId === id).map(asDay);
        return { id, year, source, importedAt, workingDays: workingDaysIn(year, own), days: own };
      }),
      missing: missingYears(today(), known),
    };
  }

  return {
    view,

    template: (year) => files.write(templateSheets({ calendar: calendarSheet }, year)),

    async dryRun({ year, file }) {
      const { days, problems } = readCalendar(await files.read(file), year);
      const replaced = await calendarOf(read, tables, year);
      return {
        year,
        fileName: file.name,
        days: [...days],
        holidays: days.filter(({ kind }) => kind === 'holiday').length,
        workdays: days.filter(({ kind }) => kind === 'workday').length,
        workingDays: workingDaysIn(year, days),
        oddDays: oddDaysIn(days),
        replaces: replaced?.id ?? null,
        problems: problems.slice(0, MOST_PROBLEMS).map(problemView),
        moreProblems: Math.max(0, problems.length - MOST_PROBLEMS),
      };
    },

    async replace(actor, { year, source, days, replaces }) {
      const places = placesWrong(days, year);
      if (places.length > 0) throw new Refused(calendarInvalid, { places });
      if (workingDaysIn(year, days) < FEWEST_WORKING_DAYS) throw new Refused(calendarImplausible);
      const calendar: Row<'calendarYears'> = {
        id: newId('cal'),
        year,
        source,
        importedBy: actor.accountId,
        importedAt: now(),
        replacedAt: null,
        version: 1,
      };
      const rows = days.map((day) => ({ id: newId('day'), calendarId: calendar.id, ...day }));
      const act = {
        actor: actor.accountId,
        duty: dutyOf(actor, 'calendar.write'),
        deed: 'calendar.imported',
        subject: `calendar/${year}`,
        reason: source,
      };
      await store.write(act, async (tx, changed) => {
        const before = await calendarOf(tx, tables, year);
        if ((before?.id ?? null) !== replaces) throw new Refused(calendarChanged);
        if (before)
          await changeRow(tx, changed, tables.calendarYears, { before, set: { replacedAt: now() } });
        await addRows(tx, changed, tables.calendarYears, [calendar]);
        await addRows(tx, changed, tables.calendarDays, rows);
      });
      return view();
    },
  };
}
