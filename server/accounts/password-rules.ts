// Length is the rule (the contract asks for 15 characters); beside it only what makes a long password worthless.
import { Refused } from '../http/problem.ts';
import { weakPassword } from './accounts.problems.ts';

const FEWEST_DIFFERENT = 6;
const COMMON = ['123456789', '987654321', 'password', 'qwertyuiop', 'asdfghjkl', 'iloveyou', 'abcdefgh'];
/** How much of a password may be somebody's staff number or a common word. */
const MOST_GUESSABLE = 0.5;

const withoutWords = (password: string, words: readonly string[]): string =>
  words.reduce((rest, word) => (word === '' ? rest : rest.replaceAll(word, '')), password);

export function refuseWeakPassword(password: string, staffNo: string, pointer: string): void {
  const lower = password.toLowerCase();
  const rest = withoutWords(lower, [staffNo.toLowerCase(), ...COMMON]);
  const isGuessable = rest.length < lower.length * MOST_GUESSABLE;
  if (!isGuessable && new Set(lower).size >= FEWEST_DIFFERENT) return;
  const detail = {
    zh: '不要重复同样的字符，也不要用工号或常见的密码',
    en: 'Repeat no characters and use neither the staff number nor a common password',
  };
  throw new Refused(weakPassword, { places: [{ pointer, detail }] });
}
