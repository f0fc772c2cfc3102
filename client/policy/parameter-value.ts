// What a parameter's value and its citation say to a person; the stored numbers are integers.
import type { ParameterUnit } from '../../scoring/index.ts';

type Text = { readonly zh: string; readonly en: string };

const trimmed = (value: number, digits: number): string => {
  const fixed = (Math.abs(value) / 10 ** digits).toFixed(digits).replace(/\.?0+$/, '');
  return value < 0 ? `−${fixed}` : fixed;
};

const counted = (value: number, zh: string, one: string, many = `${one}s`): Text => ({
  zh: `${value} ${zh}`,
  en: `${value} ${value === 1 ? one : many}`,
});

const numberInWords: Readonly<Record<Exclude<ParameterUnit, 'text'>, (value: number) => Text>> = {
  hundredths: (value) => ({
    zh: `${trimmed(value, 2)} 分`,
    en: `${trimmed(value, 2)} ${value === 100 ? 'point' : 'points'}`,
  }),
  basisPoints: (value) => ({ zh: `${trimmed(value, 2)}%`, en: `${trimmed(value, 2)}%` }),
  months: (value) => counted(value, '个月', 'month'),
  days: (value) => counted(value, '天', 'day'),
  workingDays: (value) => counted(value, '个工作日', 'working day'),
  years: (value) => counted(value, '年', 'year'),
  count: (value) => ({ zh: `${value}`, en: `${value}` }),
  thirds: (value) => ({ zh: `${value}/3`, en: `${value}/3` }),
};

/** The value with its unit: `50` hundredths → `0.5 分`, `2500` basis points → `25%`; words stay words. */
export function valueInWords(value: number | Text, unit: string): Text {
  if (typeof value !== 'number') return value;
  const inUnit = (numberInWords as Readonly<Record<string, (value: number) => Text>>)[unit];
  return (inUnit ?? numberInWords.count)(value);
}

/** The citation: a clause of the opinion by its number and subject; of other texts the server's label says it all. */
export function citeInWords({ cite, citeLabel }: { readonly cite: string; readonly citeLabel: Text }): Text {
  if (cite.includes('#') || cite === citeLabel.zh) return citeLabel;
  return { zh: `意见${cite} · ${citeLabel.zh}`, en: `Opinion ${cite} · ${citeLabel.en}` };
}
