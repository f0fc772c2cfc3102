// How a document of the office says days, lengths of time and texts of several paragraphs.
import { type Day, instruments } from '../../scoring/index.ts';
import type { Filling } from '../adapters/docx.ts';

/** A time limit as the parameters give it. */
export interface TimeLimit {
  readonly value: number;
  readonly unit: 'workingDays' | 'days' | 'months';
}
/** Somebody as the documents name him: the unit and post of the day it is about. */
export interface PersonNamed {
  readonly name: string;
  readonly unit: string;
  readonly post: string;
}

/** The opinion that everything here rests on, by its full name. */
export const OPINION = `《${instruments['opinion-2017'].zh}》`;

/** 2026-07-01 → 2026年7月1日 */
export function dayInWords(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

const UNITS = { workingDays: '个工作日', days: '日', months: '个月' } as const;
export const timeInWords = ({ value, unit }: TimeLimit): string => `${value}${UNITS[unit]}`;

/** A text within a line or a cell. */
export const inLine = (text: string): string => text.replaceAll(/\s*\n\s*/gu, ' ').trim();

/** Somebody's text as paragraphs; without any, the word that says so. */
export function paragraphsOf(text: string | readonly string[], without = '无。'): Filling[] {
  const all = [text]
    .flat()
    .flatMap((each) => each.split(/\n+/u))
    .map((each) => each.trim())
    .filter((each) => each !== '');
  return (all.length > 0 ? all : [without]).map((each) => ({ 段落: each }));
}

/** A sentence ends with a full stop, whatever its writer ended it with. */
export const sentence = (text: string): string => `${inLine(text).replace(/[。．.；;，,]+$/u, '')}。`;
