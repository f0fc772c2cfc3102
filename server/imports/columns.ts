// The kinds of column a sheet can have: how each is headed, read, written, and how a bad cell is mended.
import type { CellContent, NewColumn, Plain } from '../adapters/spreadsheet.ts';
import { isDay } from '../../scoring/index.ts';
import { faultOfCitizenId } from './citizen-id.ts';
import { dayFrom, nearDay } from './day-from-cell.ts';
import { fault, type Fault } from './fault.ts';
import { tidyCode, tidyName, tidyText } from './tidy-text.ts';

/** A cell that was looked at: its value, or what is wrong with it. */
export type Reading<V> = { readonly value: V } | { readonly fault: Fault };
/** What a new sheet can hold. */
export type Writing = string | number | { readonly day: string };

export interface Column<V> {
  readonly header: string;
  readonly aliases: readonly string[];
  readonly isRequired: boolean;
  readonly hint: string;
  readonly width: number;
  readonly words?: readonly string[];
  readonly format?: NewColumn['format'];
  read(cell: Plain): Reading<V>;
  write(value: V): Writing;
}
export interface RequiredColumn<V> extends Column<V> {
  readonly isRequired: true;
}
export type Columns = Readonly<Record<string, Column<unknown>>>;
/** The values of a sound row. Only a required cell is never null; a blank one means “as it is”. */
export type RowOf<C extends Columns> = {
  readonly [K in keyof C]: C[K] extends RequiredColumn<infer V>
    ? V
    : C[K] extends Column<infer V>
      ? V | null
      : never;
};

export interface Naming {
  readonly aliases?: readonly string[];
  readonly hint?: string;
  readonly width?: number;
}
type Reader<V> = Pick<Column<V>, 'read' | 'write'> &
  Partial<Pick<Column<V>, 'words' | 'format' | 'hint' | 'width'>>;

/** A column of a new kind. */
export const columnOf = <V>(
  header: string,
  { aliases = [], hint, width }: Naming,
  reader: Reader<V>,
): Column<V> => ({
  width: Math.max(10, header.length * 2 + 4),
  ...reader,
  hint: hint ?? reader.hint ?? '',
  ...(width === undefined ? {} : { width }),
  header,
  aliases,
  isRequired: false,
});

/** The column, but no cell of it may be blank. */
export const required = <V>(column: Column<V>): RequiredColumn<V> => ({ ...column, isRequired: true });

export const textOf = (cell: CellContent): string => {
  if (cell === null) return '';
  if (typeof cell !== 'object') return String(cell);
  return 'day' in cell ? cell.day : cell.shown;
};

export const good = <V>(value: V): Reading<V> => ({ value });
export const bad = (...told: Parameters<typeof fault>): { fault: Fault } => ({ fault: fault(...told) });

function withinLength(value: string, most: number): Reading<string> {
  if (value.length <= most) return good(value);
  return bad('tooLong', `共 ${value.length} 字，最多 ${most} 字`, `缩短到 ${most} 字以内`);
}

export const text = (header: string, most: number, naming: Naming = {}): Column<string> =>
  columnOf(header, naming, {
    hint: `文字，最多 ${most} 字`,
    read: (cell) => withinLength(tidyText(textOf(cell)), most),
    write: (value) => value,
  });

export const personName = (header: string, naming: Naming = {}): Column<string> =>
  columnOf(header, naming, {
    hint: '姓名中间不必加空格',
    read: (cell) => withinLength(tidyName(textOf(cell)), 60),
    write: (value) => value,
  });

/** A code or number that names something: kept as text, whatever Excel made of it. */
export const code = (header: string, naming: Naming = {}): Column<string> =>
  columnOf(header, naming, {
    format: 'text',
    hint: '编码，按文本填写',
    read: (cell) => withinLength(tidyCode(textOf(cell)), 40),
    write: (value) => value,
  });

export const citizenId = (header: string, naming: Naming = {}): Column<string> =>
  columnOf(header, naming, {
    format: 'text',
    width: 22,
    hint: '18 位，按文本填写；加密保存',
    read(cell) {
      if (typeof cell === 'number' && cell > Number.MAX_SAFE_INTEGER)
        return bad('badCitizenId', '以数字保存，末几位已丢失', '把这一列设为文本格式后重新填写');
      const id = tidyCode(textOf(cell)).toUpperCase();
      const wrong = faultOfCitizenId(id);
      if (wrong === null) return good(id);
      const problems = { shape: '不是 18 位身份证号', birthday: '出生日期不存在', checksum: '校验位不符' };
      return bad('badCitizenId', problems[wrong], '对照身份证核对每一位');
    },
    write: (value) => value,
  });

export const phone = (header: string, naming: Naming = {}): Column<string> =>
  columnOf(header, naming, {
    format: 'text',
    width: 16,
    hint: '手机号或电话，加密保存',
    read(cell) {
      const number = tidyCode(textOf(cell)).replace(/[-()]/gu, '');
      return /^\+?\d{7,15}$/u.test(number)
        ? good(number)
        : bad('outOfRange', '不是电话号码', '只填 7 至 15 位数字');
    },
    write: (value) => value,
  });

export const day = (header: string, naming: Naming = {}): Column<string> =>
  columnOf(header, naming, {
    format: 'day',
    width: 14,
    hint: '日期，如 2026-03-01、2026.03.01 或 2026年3月1日',
    read(cell) {
      const found = dayFrom(cell);
      if (found !== null && isDay(found) && found >= '1949-01-01' && found <= '2100-12-31')
        return good(found);
      const near = nearDay(cell);
      const suggestion = near === null ? '写成 2026-03-01 的样子' : `是否 ${near}`;
      return bad('impossibleDay', '没有这一天，或读不出日期', suggestion);
    },
    write: (value) => ({ day: value }),
  });

const YES = ['是', '有', '√', '✓', 'y', 'yes', 'true', '1'];
const NO = ['否', '无', '×', '✗', 'n', 'no', 'false', '0'];

export const flag = (header: string, naming: Naming = {}): Column<boolean> =>
  columnOf(header, naming, {
    words: ['是', '否'],
    hint: '是 或 否',
    read(cell) {
      const typed = tidyCode(textOf(cell)).toLowerCase();
      if (YES.includes(typed)) return good(true);
      if (NO.includes(typed)) return good(false);
      return bad('notInDictionary', '只能是“是”或“否”', '填 是 或 否');
    },
    write: (value) => (value ? '是' : '否'),
  });
