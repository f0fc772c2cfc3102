// How Chinese names sort and are found: by their pinyin.
import { pinyin } from 'pinyin-pro';

export interface NameKeys {
  /** Pinyin with tones, then the name: compared as bytes, it sorts as a Chinese reader expects. */
  readonly nameKey: string;
  /** Pinyin without tones or blanks. */
  readonly namePinyin: string;
  readonly nameInitials: string;
}

const syllables = (name: string, surname: 'head' | 'off'): string[] =>
  pinyin(name, { toneType: 'num', surname, type: 'array', v: true }).map((each) => each.toLowerCase());

const joined = (parts: readonly string[]): string => parts.join('').replace(/[^a-z]/gu, '');
const keyOf = (parts: readonly string[], name: string): string =>
  `${parts.filter((part) => part.trim() !== '').join(' ')}|${name}`;

/** Of a person: the first character is read as a surname. */
export function nameKeysOf(name: string): NameKeys {
  const parts = syllables(name, 'head');
  return {
    nameKey: keyOf(parts, name),
    namePinyin: joined(parts),
    nameInitials: joined(parts.map((part) => part.charAt(0))),
  };
}

/** Of a unit. */
export const unitKeyOf = (name: string): string => keyOf(syllables(name, 'off'), name);
