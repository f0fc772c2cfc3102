import './calendar.css';
import { instant } from '../numbers.ts';
import { query } from '../router.ts';
import { may } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { calendarWords } from '../words/calendar.ts';
import { say } from '../words/language.ts';
import { CALENDAR, type Calendars, type CalendarYear } from './calendar.api.ts';
import { DaysTable } from './days-table.tsx';
import { ImportYear } from './import-year.tsx';

/** The days that time limits are counted by, year by year; the head of HR imports them here. */
export default function CalendarPage() {
  const words = say(calendarWords);
  const asked = useAsked<Calendars>(CALENDAR);
  const wanted = Number(query().get('year'));
  const isImporting = query().has('year') && may('calendar.write');
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        may('calendar.write') && (
          <a class="button" href={isImporting ? '/calendar' : `/calendar?year=${yearToImport(asked.value)}`}>
            {isImporting ? words.toList : words.import}
          </a>
        )
      }
    >
      {isImporting && <ImportYear year={wanted} onImported={asked.again} />}
      <Answer of={asked}>{(calendars) => <Years {...calendars} />}</Answer>
    </Page>
  );
}

const yearToImport = (calendars: Calendars | null): number =>
  calendars?.missing[0] ?? (calendars?.years[0]?.year ?? new Date().getFullYear() - 1) + 1;

function Years({ years, missing }: Calendars) {
  const words = say(calendarWords);
  return (
    <>
      {missing.length > 0 && <p class="notice warn">{words.missing(missing.join('、'))}</p>}
      {years.length === 0 && (
        <Empty title={words.none}>
          <p class="note">{words.noneHint}</p>
        </Empty>
      )}
      <div class="stack">
        {years.map((year) => (
          <Year key={year.id} {...year} />
        ))}
      </div>
    </>
  );
}

function Year({ year, source, importedAt, workingDays, days }: CalendarYear) {
  const words = say(calendarWords);
  const off = days.filter(({ kind }) => kind === 'holiday').length;
  return (
    <section>
      <h2>
        {words.ofYear(year)}
        <span class="note">{words.facts(workingDays, off, days.length - off)}</span>
      </h2>
      <p class="note calendar-source">
        <span lang="zh-CN">{source}</span> · {words.importedAt(instant(importedAt))}
      </p>
      <DaysTable caption={words.ofYear(year)} days={days} />
    </section>
  );
}
