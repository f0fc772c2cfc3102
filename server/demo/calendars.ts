// Holidays and make-up days of the demo's years, as the State Council published them.
import { type Day, dayAfter } from '../../scoring/index.ts';
import type { Differing } from '../calendar/plan-calendar.ts';

interface Festival {
  readonly name: string;
  /** The first and the last day off. */
  readonly off: readonly [from: Day, to: Day];
  readonly worked: readonly Day[];
}
interface PublishedYear {
  readonly year: number;
  readonly festivals: readonly Festival[];
}

const festival = (name: string, from: Day, to: Day, ...worked: readonly Day[]): Festival => ({
  name,
  off: [from, to],
  worked,
});

const published: readonly PublishedYear[] = [
  {
    year: 2024,
    festivals: [
      festival('元旦', '2024-01-01', '2024-01-01'),
      festival('春节', '2024-02-10', '2024-02-17', '2024-02-04', '2024-02-18'),
      festival('清明节', '2024-04-04', '2024-04-06', '2024-04-07'),
      festival('劳动节', '2024-05-01', '2024-05-05', '2024-04-28', '2024-05-11'),
      festival('端午节', '2024-06-10', '2024-06-10'),
      festival('中秋节', '2024-09-15', '2024-09-17', '2024-09-14'),
      festival('国庆节', '2024-10-01', '2024-10-07', '2024-09-29', '2024-10-12'),
    ],
  },
  {
    year: 2025,
    festivals: [
      festival('元旦', '2025-01-01', '2025-01-01'),
      festival('春节', '2025-01-28', '2025-02-04', '2025-01-26', '2025-02-08'),
      festival('清明节', '2025-04-04', '2025-04-06'),
      festival('劳动节', '2025-05-01', '2025-05-05', '2025-04-27'),
      festival('端午节', '2025-05-31', '2025-06-02'),
      festival('国庆节、中秋节', '2025-10-01', '2025-10-08', '2025-09-28', '2025-10-11'),
    ],
  },
  {
    year: 2026,
    festivals: [
      festival('元旦', '2026-01-01', '2026-01-03', '2026-01-04'),
      festival('春节', '2026-02-15', '2026-02-23', '2026-02-14', '2026-02-28'),
      festival('清明节', '2026-04-04', '2026-04-06'),
      festival('劳动节', '2026-05-01', '2026-05-05', '2026-05-09'),
      festival('端午节', '2026-06-19', '2026-06-21'),
      festival('中秋节', '2026-09-25', '2026-09-27'),
      festival('国庆节', '2026-10-01', '2026-10-07', '2026-09-20', '2026-10-10'),
    ],
  },
];

function daysOf({ name, off: [from, to], worked }: Festival): Differing[] {
  const days: Differing[] = worked.map((day) => ({ day, kind: 'workday', name }));
  for (let day = from; day <= to; day = dayAfter(day)) days.push({ day, kind: 'holiday', name });
  return days;
}

export interface DemoCalendar {
  readonly year: number;
  readonly source: string;
  readonly days: Differing[];
}
export const demoCalendars: readonly DemoCalendar[] = published.map(({ year, festivals }) => ({
  year,
  source: `国务院办公厅关于${year}年部分节假日安排的通知`,
  days: festivals.flatMap(daysOf),
}));
