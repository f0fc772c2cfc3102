import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instant, inUnit, percent, points, signedPoints } from '../../client/numbers.ts';

describe('figures on the screen', () => {
  test('hundredths always show two decimals', () => {
    expect(points(9125)).toBe('91.25');
    expect(points(10_000)).toBe('100.00');
    expect(points(5)).toBe('0.05');
    expect(points(0)).toBe('0.00');
  });
  test('the minus is U+2212, never a hyphen', () => {
    expect(signedPoints(-490)).toBe('\u22124.90');
    expect(points(-25)).toBe('\u22120.25');
    expect(inUnit(-3, 'count')).toBe('\u22123');
  });
  test('a step shows its sign; nothing has none', () => {
    expect(signedPoints(150)).toBe('+1.50');
    expect(signedPoints(0)).toBe('0.00');
    expect(signedPoints(-0)).toBe('0.00');
  });
  test('every number of points reads back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (hundredths) => {
        const read = Math.round(Number(signedPoints(hundredths).replace('\u2212', '-')) * 100);
        expect(read).toBe(hundredths === 0 ? 0 : hundredths);
      }),
    );
  });
  test('shares are per cent of basis points', () => {
    expect(percent(4000)).toBe('40%');
    expect(percent(1250)).toBe('12.5%');
  });
  test('values of parameters follow their unit', () => {
    expect(inUnit(50, 'hundredths')).toBe('0.50');
    expect(inUnit(2000, 'basisPoints')).toBe('20%');
    expect(inUnit(96, 'months')).toBe('96');
  });
  test('instants are shown in the school’s time', () => {
    expect(instant(Date.UTC(2026, 10, 20, 20, 5))).toBe('2026-11-21 04:05');
  });
});
