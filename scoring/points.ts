// Points are integers in hundredths of a point (100 = 1 point); shares and weights are integers in basis points.

/** 100 % in basis points. */
export const WHOLE = 10_000;

/** The share `basisPoints` of `points` ≥ 0, rounded half up. */
export const portion = (points: number, basisPoints: number): number =>
  Math.floor((points * basisPoints + WHOLE / 2) / WHOLE);

/** `numerator / denominator`, rounded half up; numerator ≥ 0, denominator > 0. */
export const mean = (numerator: number, denominator: number): number =>
  Math.floor((2 * numerator + denominator) / (2 * denominator));

/** The value kept within `low` and `high`. */
export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value));

/** The sum of a list of integers. */
export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Hundredths as people read them: `-150` → `−1.50` (U+2212). */
export function inPoints(hundredths: number): string {
  const size = Math.abs(hundredths);
  return `${hundredths < 0 ? '−' : ''}${Math.floor(size / 100)}.${`${size % 100}`.padStart(2, '0')}`;
}

/** Basis points as people read them: `2500` → `25%`, `1234` → `12.34%`. */
export const inPercent = (basisPoints: number): string => `${basisPoints / 100}%`;
