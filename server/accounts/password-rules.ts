// Length is the rule; beside it only what makes a password worthless however long it is.
import { Refused } from '../http/problem.ts';
import { weakPassword } from './accounts.problems.ts';
import { isCommon } from './common-passwords.ts';

/** Without a second factor the password stands alone. */
export const SHORTEST_ALONE = 15;
export const SHORTEST_WITH_SECOND_FACTOR = 8;
const FEWEST_DIFFERENT = 6;
const WORDS = [
  ...['123456789', '987654321', 'password', 'qwertyuiop', 'asdfghjkl', 'iloveyou', 'abcdefgh'],
  ...['5201314', '1314520', 'woaini', '123456', '1q2w3e4r', '1qaz2wsx'],
];
/** How much of a password may be somebody's staff number or a common word. */
const MOST_GUESSABLE = 0.5;

const withoutWords = (password: string, words: readonly string[]): string =>
  words.reduce((rest, word) => (word === '' ? rest : rest.replaceAll(word, '')), password);

const weak = (pointer: string, zh: string, en: string): Refused =>
  new Refused(weakPassword, { places: [{ pointer, detail: { zh, en } }] });

/** A password that opens an account by itself has to be long. */
export function refuseShortAlone(password: string, pointer: string): void {
  if (password.length >= SHORTEST_ALONE) return;
  throw weak(
    pointer,
    `没有第二因素时密码至少 ${SHORTEST_ALONE} 个字符`,
    `Without a second factor a password has at least ${SHORTEST_ALONE} characters`,
  );
}

export function refuseWeakPassword(password: string, staffNo: string, pointer: string): void {
  const lower = password.toLowerCase();
  const rest = withoutWords(lower, [staffNo.toLowerCase(), ...WORDS]);
  const isGuessable = isCommon(password) || rest.length < lower.length * MOST_GUESSABLE;
  if (!isGuessable && new Set(lower).size >= FEWEST_DIFFERENT) return;
  throw weak(
    pointer,
    '不要重复同样的字符，也不要用工号、生日、键盘顺序或常见的密码',
    'Repeat no characters; use no staff number, birthday, keyboard run or common password',
  );
}
