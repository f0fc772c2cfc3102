import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, type Day, yearOf } from '../../../scoring/index.ts';
import { dayOf } from '../../../server/main.ts';
import {
  addWorkingDays,
  type Calendar,
  deadline,
  endOfDay,
  isWeekend,
  isWorkingDay,
  ORDINARY_WEEKS,
} from '../../../server/procedures/working-days.ts';

const springFestival: Calendar = {
  years: new Set([2026]),
  days: new Map([
    ['2026-02-14', 'workday'],
    ...['15', '16', '17', '18', '19', '20', '21', '22', '23'].map(
      (date) => [`2026-02-${date}`, 'holiday'] as const,
    ),
    ['2026-02-28', 'workday'],
  ]),
};

const textOf = (date: Date): Day => date.toISOString().slice(0, 10);
const aDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map(textOf);
const aCalendar = fc
  .array(fc.tuple(aDay, fc.constantFrom('holiday' as const, 'workday' as const)), { maxLength: 60 })
  .map((days): Calendar => ({ years: new Set(days.map(([day]) => yearOf(day))), days: new Map(days) }));

describe('工作日', () => {
  test('春节前送达：假期不算，调休上班的周六算', () => {
    // 13 Friday · 14 make-up Saturday · 15–23 holiday · 24, 25, 26, 27 · 28 make-up Saturday
    expect(deadline(springFestival, '2026-02-13', { count: 5, unit: 'workingDays' }).lastDay).toBe(
      '2026-02-27',
    );
    expect(deadline(springFestival, '2026-02-13', { count: 6, unit: 'workingDays' }).lastDay).toBe(
      '2026-02-28',
    );
    expect(addWorkingDays(ORDINARY_WEEKS, '2026-02-13', 5)).toBe('2026-02-20');
  });

  test('没有导入日历的年份按周一至周五算，并且说出来', () => {
    const limit = { count: 10, unit: 'workingDays' } as const;
    expect(deadline(springFestival, '2026-12-28', limit)).toEqual({
      lastDay: '2027-01-11',
      assumedYears: [2027],
    });
    expect(deadline(ORDINARY_WEEKS, '2026-12-28', limit).assumedYears).toEqual([2026, 2027]);
    // Served on the last day of a year without a calendar, counted in the next only.
    expect(deadline({ ...springFestival, years: new Set([2027]) }, '2026-12-31', limit).assumedYears).toEqual(
      [],
    );
    expect(deadline(ORDINARY_WEEKS, '2026-12-28', { count: 30, unit: 'days' }).assumedYears).toEqual([]);
  });

  test('自然日与整月：送达当日不算，月末收紧', () => {
    expect(deadline(springFestival, '2026-02-10', { count: 30, unit: 'days' }).lastDay).toBe('2026-03-12');
    expect(deadline(springFestival, '2026-01-31', { count: 1, unit: 'months' }).lastDay).toBe('2026-02-28');
    expect(deadline(springFestival, '2024-02-29', { count: 24, unit: 'months' }).lastDay).toBe('2026-02-28');
  });

  test('一天终了是北京时间次日零点', () => {
    const end = endOfDay('2026-02-28');
    expect(dayOf(end)).toBe('2026-03-01');
    expect(dayOf(end - 1)).toBe('2026-02-28');
  });

  test('周末与标准历法一致', () => {
    fc.assert(
      fc.property(aDay, (day) => {
        expect(isWeekend(day)).toBe([0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()));
      }),
    );
  });

  test('任何日历：终点是工作日，其间恰有这么多工作日', () => {
    fc.assert(
      fc.property(aCalendar, aDay, fc.integer({ min: 1, max: 60 }), (calendar, day, count) => {
        const last = addWorkingDays(calendar, day, count);
        expect(isWorkingDay(calendar, last)).toBe(true);
        let worked = 0;
        for (let at = day; at < last;) {
          at = dayAfter(at);
          if (isWorkingDay(calendar, at)) worked += 1;
        }
        expect(worked).toBe(count);
      }),
    );
  });

  test('任何日历：分两段数与一次数相同，晚送达不会更早到期', () => {
    const count = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(aCalendar, aDay, count, count, (calendar, day, first, second) => {
        const inTwo = addWorkingDays(calendar, addWorkingDays(calendar, day, first), second);
        expect(addWorkingDays(calendar, day, first + second)).toBe(inTwo);
        const later = addWorkingDays(calendar, dayAfter(day), first + 1);
        expect(later >= addWorkingDays(calendar, day, first + 1)).toBe(true);
      }),
    );
  });
});
