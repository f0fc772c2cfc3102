// From when until when a rule was valid, and which other text of the same number says so too.
import type { Row } from '../../db/tables/index.ts';
import { type Day, isDay, type Label } from '../../scoring/index.ts';
import type { ProblemPlace } from '../http/problem.ts';

export interface Validity {
  readonly validFrom: Day;
  /** The last day; null = still valid. */
  readonly validTo: Day | null;
}

const place = (pointer: string, detail: Label): ProblemPlace => ({ pointer, detail });

/** Places whose day does not exist, or that end before they begin. */
export function wrongDaysIn({ validFrom, validTo }: Validity): ProblemPlace[] {
  const noSuchDay: Label = { zh: '没有这一天', en: 'There is no such day' };
  const wrong = [
    ...(isDay(validFrom) ? [] : [place('/validFrom', noSuchDay)]),
    ...(validTo === null || isDay(validTo) ? [] : [place('/validTo', noSuchDay)]),
  ];
  if (wrong.length > 0 || validTo === null || validTo >= validFrom) return wrong;
  const backwards = { zh: '失效日不能早于生效日', en: 'It cannot end before it begins' };
  return [place('/validTo', backwards)];
}

/** 校发〔2018〕3号, 校发[2018]3号 and 校发（2018）３号 are one number. */
export const numberKey = (documentNo: string): string =>
  documentNo
    .normalize('NFKC')
    .replaceAll(/\s/gu, '')
    .replaceAll(/[〔【［(（]/gu, '[')
    .replaceAll(/[〕】］)）]/gu, ']')
    .toLowerCase();

const overlap = (one: Validity, other: Validity): boolean =>
  (other.validTo === null || one.validFrom <= other.validTo) &&
  (one.validTo === null || other.validFrom <= one.validTo);

type Text = Validity & Pick<Row<'ruleTexts'>, 'documentNo'>;

/** Two texts of one number cannot both have been valid on a day; the place says which one is in the way. */
export function overlapsWith(text: Text, others: readonly Row<'ruleTexts'>[]): ProblemPlace[] {
  const { documentNo } = text;
  if (documentNo === null) return [];
  return others
    .filter((other) => other.documentNo !== null && numberKey(other.documentNo) === numberKey(documentNo))
    .filter((other) => overlap(text, other))
    .map(({ title, validFrom, validTo }) =>
      place('/validFrom', {
        zh: `与同文号的《${title}》（${validFrom} 至 ${validTo ?? '今'}）效力重叠：请改日期，或录入为替换它的新文本`,
        en: `“${title}” of the same number was valid from ${validFrom} to ${validTo ?? 'now'}: change the days, or record this text in its place`,
      }),
    );
}
