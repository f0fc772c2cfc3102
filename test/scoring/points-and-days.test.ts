import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addMonths,
  byId,
  clamp,
  contains,
  dayAfter,
  dayNumber,
  daysCovered,
  daysIn,
  inPercent,
  inPoints,
  isDay,
  mean,
  portion,
  sum,
  wholeMonths,
} from '../../scoring/index.ts';

const DAY_MS = 86_400_000;
const days = fc
  .integer({ min: Date.UTC(1949, 0, 1) / DAY_MS, max: Date.UTC(2100, 11, 31) / DAY_MS })
  .map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10));

describe('分数以百分之一分为单位，四舍五入', () => {
  test.each([
    [0, 5000, 0],
    [1, 5000, 1],
    [1, 4999, 0],
    [3, 5000, 2],
    [50, 2500, 13],
    [999, 10_000, 999],
  ])('%i 的万分之 %i 是 %i', (points, share, expected) => {
    expect(portion(points, share)).toBe(expected);
  });

  test.each([
    [1, 2, 1],
    [1, 3, 0],
    [2, 3, 1],
    [7, 7, 1],
    [0, 9, 0],
  ])('%i 除以 %i 得 %i', (numerator, denominator, expected) => {
    expect(mean(numerator, denominator)).toBe(expected);
  });

  test('写给人看的分数有两位小数，负数用真正的负号', () => {
    expect([inPoints(0), inPoints(5), inPoints(-150), inPoints(10_000)]).toEqual([
      '0.00',
      '0.05',
      '−1.50',
      '100.00',
    ]);
    expect([inPercent(2500), inPercent(1234), inPercent(0)]).toEqual(['25%', '12.34%', '0%']);
  });

  test('合计、取限与按编号排列', () => {
    expect(sum([1, -2, 3])).toBe(2);
    expect([clamp(-1, 0, 9), clamp(5, 0, 9), clamp(10, 0, 9)]).toEqual([0, 5, 9]);
    const ids = [{ id: 'b' }, { id: 'a' }, { id: 'a' }, { id: 'B' }].toSorted(byId).map(({ id }) => id);
    expect(ids).toEqual(['B', 'a', 'a', 'b']);
  });
});

describe('日期', () => {
  test.each([
    '2026-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1900-02-29',
  ])('%s 不是日期', (text) => {
    expect(isDay(text)).toBe(false);
  });

  test.each(['26-01-01', '2026-1-1', '2026-01-01 ', '', '2026/01/01', '2026-12-32', '2026-11-31'])(
    '“%s”不是日期',
    (text) => {
      expect(isDay(text)).toBe(false);
    },
  );

  test.each(['2024-02-29', '2000-02-29', '2026-12-31', '2026-04-30'])('%s 是日期', (text) => {
    expect(isDay(text)).toBe(true);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s 加 %i 个月是 %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  test.each([
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-02-27', 0],
    ['2026-01-15', '2027-01-14', 11],
    ['2026-05-01', '2026-01-01', 0],
  ])('%s 到 %s 是 %i 个整月', (from, to, months) => {
    expect(wholeMonths(from, to)).toBe(months);
  });

  test('整月数是“加上它不超过”的最大的数', () => {
    fc.assert(
      fc.property(days, days, (from, to) => {
        const months = wholeMonths(from, to);
        expect(months === 0 || addMonths(from, months) <= to).toBe(true);
        expect(addMonths(from, months + 1) > to).toBe(true);
      }),
    );
  });

  test('日期的序号、次日与日历一致', () => {
    fc.assert(
      fc.property(days, days, (a, b) => {
        expect((dayNumber(b) - dayNumber(a)) * DAY_MS).toBe(Date.parse(b) - Date.parse(a));
        expect(dayAfter(a)).toBe(new Date(Date.parse(a) + DAY_MS).toISOString().slice(0, 10));
      }),
    );
  });

  test('一段日子两头都算', () => {
    const january = { from: '2026-01-01', to: '2026-01-31' };
    expect(daysIn(january)).toBe(31);
    expect(contains(january, '2026-01-31')).toBe(true);
    expect(contains(january, '2026-02-01')).toBe(false);
    expect(contains({ from: '2026-01-01', to: null }, '2099-01-01')).toBe(true);
    expect(daysCovered([{ from: '2025-12-01', to: null }], january)).toBe(31);
  });

  test('覆盖的天数与逐日去数的一致', () => {
    const spans = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 15 })).map(([start, length]) => ({
        from: new Date(Date.UTC(2026, 0, 1 + start)).toISOString().slice(0, 10),
        to: new Date(Date.UTC(2026, 0, 1 + start + length)).toISOString().slice(0, 10),
      })),
      { maxLength: 5 },
    );
    const within = { from: '2026-01-10', to: '2026-02-05' };
    fc.assert(
      fc.property(spans, (given) => {
        let counted = 0;
        for (let day = within.from; day <= within.to; day = dayAfter(day))
          if (given.some((span) => contains(span, day))) counted += 1;
        expect(daysCovered(given, within)).toBe(counted);
      }),
    );
  });
});
