// What offices type is made uniform before it is judged: full-width signs, stray spaces, invisible characters.

const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/gu;
const BLANKS = /[\s\u00a0\u3000]+/gu;
const CHINESE = /\p{Script=Han}/u;

const halfWidth = (sign: string): string => String.fromCharCode(sign.charCodeAt(0) - 0xfee0);

/** Free text: full-width letters and digits become plain ones, Chinese punctuation stays. */
export const tidyText = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(/[０-９Ａ-Ｚａ-ｚ]/gu, halfWidth)
    .replace(BLANKS, ' ')
    .trim();

/** Codes, numbers and days: every full-width sign becomes plain, and no blank is meant. */
export const tidyCode = (text: string): string =>
  text
    .replace(INVISIBLE, '')
    .replace(/[\uff01-\uff5e]/gu, halfWidth)
    .replace(/。/gu, '.')
    .replace(BLANKS, '');

/** Names: “李 四” is 李四; the dot of a long name is always the same dot. */
export function tidyName(text: string): string {
  const name = tidyText(text).replace(/[•・‧∙.．]/gu, '·');
  return CHINESE.test(name) ? name.replace(BLANKS, '') : tidyText(text);
}

/** Headers and sheet names are the same however they are spaced, starred or bracketed. */
export const tidyHeader = (text: string): string =>
  tidyCode(text)
    .replace(/[（(][^（()）]*[)）]/gu, '')
    .replace(/[*:：]/gu, '')
    .toLowerCase();
