import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisOf, kindOf, waterfallSteps } from '../../client/charts/waterfall-steps.ts';

const names = { base: '基础分', total: '年度得分', initiative: '担当', inaction: '不为', cap: '封顶' };
const line = (rule: string, points: number, clause = '三(一)') => ({ rule, clause, points });

const record = {
  base: 8310,
  total: 8070,
  credits: 150,
  deductions: 390,
  lines: [
    line('inaction', -490),
    line('inaction.cap.area', 100),
    line('initiative', 0, '四·考核'),
    line('initiative', 150, '四·考核'),
  ],
};

describe('waterfallSteps', () => {
  test('leads from the base to the total without a gap, leaving out lines of no points', () => {
    const steps = waterfallSteps(record, names);
    expect(steps.map(({ kind }) => kind)).toEqual(['base', 'inaction', 'cap', 'initiative', 'total']);
    const ends = steps.slice(0, -1).map(({ to }) => to);
    const starts = steps.slice(1).map(({ from }) => from);
    expect(starts).toEqual(ends);
  });
  test('a bar bears the number of its row in the table', () => {
    const labels = waterfallSteps(record, names).map(({ label }) => label);
    expect(labels[3]).toEqual(['4 担当', '四·考核']);
  });
  test('base and total are levels, not bars', () => {
    const steps = waterfallSteps(record, names);
    expect(steps[0]).toMatchObject({ from: 8310, to: 8310 });
    expect(steps.at(-1)).toMatchObject({ from: 8070, to: 8070 });
  });
  test('too many lines to read become one bar a ledger and the clamp', () => {
    const many = {
      base: 9900,
      total: 10_000,
      credits: 1000,
      deductions: 0,
      lines: [...Array.from({ length: 10 }, () => line('initiative', 100)), line('clamp', -900)],
    };
    const steps = waterfallSteps(many, names);
    expect(steps.map(({ kind }) => kind)).toEqual(['base', 'initiative', 'cap', 'total']);
    expect(steps.at(-2)?.to).toBe(10_000);
  });
  test('where lines are not shown to the reader, the ledgers still lead to the total', () => {
    const steps = waterfallSteps({ ...record, lines: [line('initiative', 150)] }, names);
    expect(steps.map(({ kind }) => kind)).toEqual(['base', 'inaction', 'initiative', 'total']);
    expect(steps.at(-2)?.to).toBe(8070);
  });
  test('without a base or a total there is no picture', () => {
    expect(waterfallSteps({ ...record, base: null }, names)).toEqual([]);
    expect(waterfallSteps({ ...record, total: null }, names)).toEqual([]);
  });
});

describe('axisOf', () => {
  test('starts near the bars', () => {
    const { min, max } = axisOf(waterfallSteps(record, names));
    expect(min).toBeGreaterThan(7000);
    expect(max).toBeLessThan(9000);
  });
  test('holds every level, in whole steps', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.array(fc.integer({ min: -2000, max: 1000 })),
        (base, moves) => {
          const total = moves.reduce((sum, points) => sum + points, base);
          const lines = moves.map((points) => line('initiative', points));
          const steps = waterfallSteps({ base, total, credits: total - base, deductions: 0, lines }, names);
          const { min, max, step } = axisOf(steps);
          expect(min % step).toBe(0);
          expect(max % step).toBe(0);
          for (const { from, to } of steps) {
            expect(Math.max(from, to)).toBeLessThan(max);
            expect(Math.min(from, to)).toBeGreaterThanOrEqual(Math.min(min, from, to));
          }
        },
      ),
    );
  });
});

test('caps and the clamp are neither 担当 nor 不为', () => {
  expect(kindOf('inaction.cap.total')).toBe('cap');
  expect(kindOf('initiative.cap.area')).toBe('cap');
  expect(kindOf('clamp')).toBe('cap');
  expect(kindOf('initiative')).toBe('initiative');
});
