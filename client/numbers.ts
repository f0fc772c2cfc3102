// Figures as they stand on the screen: hundredths of a point in, text with a true minus sign (U+2212) out.

const MINUS = '\u2212';

/** `9125` → `91.25`. */
export function points(hundredths: number): string {
  const size = Math.abs(hundredths);
  const text = `${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
  return hundredths < 0 ? MINUS + text : text;
}

/** `150` → `+1.50`, `−490` → `−4.90`, `0` → `0.00`. */
export const signedPoints = (hundredths: number): string =>
  hundredths > 0 ? `+${points(hundredths)}` : points(hundredths);

/** Basis points: `4000` → `40%`, `1250` → `12.5%`. */
export const percent = (basisPoints: number): string => `${basisPoints / 100}%`;

const zoned = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** An instant as `2026-11-20 18:00`, in the school's time. */
export const instant = (milliseconds: number): string => zoned.format(milliseconds);

const VALUE_UNITS: Readonly<Record<string, (value: number) => string>> = {
  hundredths: points,
  basisPoints: percent,
};

/** A parameter's value in its unit; units that are words are named beside it. */
export const inUnit = (value: number, unit: string): string =>
  VALUE_UNITS[unit]?.(value) ?? String(value).replace('-', MINUS);
