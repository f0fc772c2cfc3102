import { addMonths, dayAfter, dayNumber } from '../../scoring/index.ts';
import type { Plain } from '../adapters/spreadsheet.ts';
import { tidyCode } from './tidy-text.ts';

/** Excel counts days from here (its 1900 is a leap year, so 1900-03-01 is day 61). */
const EXCEL_BEGINS = '1899-12-30';
const A_MONTH_AT_MOST = 31;
/** 1949-01-01 and 2100-12-31 as Excel counts them. */
const SERIALS = [17_899, 73_415] as const;

const two = (digits: string): string => digits.padStart(2, '0');
const isSerial = (number: number): boolean =>
  Number.isInteger(number) && number >= SERIALS[0] && number <= SERIALS[1];

function dayOfSerial(serial: number): string {
  const wanted = dayNumber(EXCEL_BEGINS) + serial;
  let day = addMonths(EXCEL_BEGINS, Math.floor(serial / A_MONTH_AT_MOST));
  while (dayNumber(day) + A_MONTH_AT_MOST <= wanted) day = addMonths(day, 1);
  while (dayNumber(day) < wanted) day = dayAfter(day);
  return day;
}

/** The day a cell names, in any of the ways offices write days; whether it exists is not looked at. */
export function dayFrom(cell: Plain): string | null {
  if (typeof cell === 'object') return cell.day;
  const typed = tidyCode(String(cell));
  const parted = /^(\d{4})(?:[-./]|年)(\d{1,2})(?:[-./]|月)(\d{1,2})日?(?:T?\d{1,2}:\d{2}.*)?$/u.exec(typed);
  if (parted) return `${parted[1]}-${two(parted[2]!)}-${two(parted[3]!)}`;
  const joined = /^(\d{4})(\d{2})(\d{2})$/u.exec(typed);
  if (joined) return `${joined[1]}-${joined[2]}-${joined[3]}`;
  return /^\d{5}$/u.test(typed) && isSerial(Number(typed)) ? dayOfSerial(Number(typed)) : null;
}

/** For a month without a day: its first day, to be confirmed by whoever knows. */
export function nearDay(cell: Plain): string | null {
  if (typeof cell === 'object') return null;
  const month = /^(\d{4})(?:[-./]|年)?(\d{1,2})月?$/u.exec(tidyCode(String(cell)));
  const number = Number(month?.[2]);
  return month && number >= 1 && number <= 12 ? `${month[1]}-${two(month[2]!)}-01` : null;
}
