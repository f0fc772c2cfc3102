import { canonicalJson } from '../../scoring/index.ts';

/** Half of a surrogate pair, as JSON writes it. */
const HALVES = /(?<=(?<!\\)(?:\\\\)*)\\ud[89a-f][0-9a-f]{2}/gu;

/** The canonical JSON of what the store will hold: both engines keep half a surrogate pair as U+FFFD. */
export function storedJson(value: unknown): string {
  const text = canonicalJson(value);
  return text.includes('\\ud') ? text.replaceAll(HALVES, '\ufffd') : text;
}
