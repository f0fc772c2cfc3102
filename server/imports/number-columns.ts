// Columns of numbers: points as hundredths, and whole numbers within bounds.
import type { Plain } from '../adapters/spreadsheet.ts';
import { bad, type Column, columnOf, good, type Naming, textOf } from './columns.ts';
import { tidyCode } from './tidy-text.ts';

const numberFrom = (cell: Plain): number | null => {
  const typed = tidyCode(textOf(cell)).replace(/分$/u, '');
  return /^-?\d+(?:\.\d+)?$/u.test(typed) ? Number(typed) : null;
};

/** Points 0 to 100 with up to two decimals, kept as hundredths. */
export const points = (header: string, naming: Naming = {}): Column<number> =>
  columnOf(header, naming, {
    hint: '0 至 100，最多两位小数',
    read(cell) {
      const number = numberFrom(cell);
      if (number === null) return bad('notANumber', '不是数字', '填 0 至 100 的数字');
      if (number < 0 || number > 100) return bad('outOfRange', '不在 0 至 100 之间', '填 0 至 100 的数字');
      const hundredths = Math.round(number * 100);
      // What Excel computed may miss the second decimal by less than a billionth.
      return Math.abs(number * 100 - hundredths) < 1e-6
        ? good(hundredths)
        : bad('tooManyDecimals', '超过两位小数', `四舍五入为 ${(hundredths / 100).toFixed(2)}`);
    },
    write: (value) => value / 100,
  });

export const wholeNumber = (
  header: string,
  [least, most]: readonly [number, number],
  naming: Naming = {},
): Column<number> =>
  columnOf(header, naming, {
    hint: `${least} 至 ${most} 的整数`,
    read(cell) {
      const number = numberFrom(cell);
      if (number === null || !Number.isInteger(number))
        return bad('notAnInteger', '不是整数', `填 ${least} 至 ${most} 的整数`);
      return number >= least && number <= most
        ? good(number)
        : bad('outOfRange', `不在 ${least} 至 ${most} 之间`, `填 ${least} 至 ${most} 的整数`);
    },
    write: (value) => value,
  });
