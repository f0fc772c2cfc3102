import { Table } from '../ui/table.tsx';
import { language, say } from '../words/language.ts';
import { calendarWords } from '../words/calendar.ts';
import type { CalendarDay } from './calendar.api.ts';

const weekdayOf = (day: string): string =>
  new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en', {
    weekday: 'short',
    timeZone: 'UTC',
  }).format(Date.parse(day));

/** The days of a year that differ from the week. */
export function DaysTable({ caption, days }: { caption: string; days: readonly CalendarDay[] }) {
  const words = say(calendarWords);
  return (
    <Table
      caption={caption}
      rows={days}
      keyOf={({ day }) => day}
      columns={[
        { key: 'day', head: words.day, cell: ({ day }) => <span class="number">{day}</span> },
        { key: 'weekday', head: words.weekday, cell: ({ day }) => weekdayOf(day) },
        { key: 'kind', head: words.kind, cell: ({ kind }) => words[kind] },
        { key: 'name', head: words.name, cell: ({ name }) => <span lang="zh-CN">{name}</span> },
      ]}
    />
  );
}
