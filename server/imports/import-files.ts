// Files as they come in and go out: .xlsx or .csv by name, refused in words where they cannot be read.
import { readCsv } from '../adapters/csv.ts';
import type { Mark, NewSheet, SheetContent } from '../adapters/spreadsheet.ts';
import { UnsafeFile, type UnsafeReason } from '../adapters/unsafe-file.ts';
import { markXlsx, readXlsx, writeXlsx } from '../adapters/xlsx.ts';
import { type ProblemKind, Refused } from '../http/problem.ts';
import { textOf } from './columns.ts';
import { fileTooLarge, fileUnreadable, fileUnsafe } from './imports.problems.ts';

export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}
export interface ImportFiles {
  read(file: ImportFile): Promise<readonly SheetContent[]>;
  /** The same file as a workbook, with the marked cells red. */
  mark(file: ImportFile, marks: readonly Mark[]): Promise<Uint8Array>;
  write(sheets: readonly NewSheet[]): Promise<Uint8Array>;
}

const REFUSALS: Readonly<Record<UnsafeReason, readonly [kind: ProblemKind, zh: string, en: string]>> = {
  tooLarge: [fileTooLarge, '文件超过 5 MB', 'The file is larger than 5 MB'],
  tooManyRows: [
    fileTooLarge,
    '一张表最多 50,000 行、200 列',
    'A sheet has at most 50,000 rows and 200 columns',
  ],
  tooManyParts: [fileUnsafe, '压缩包内部件过多', 'The archive has too many parts'],
  inflatesTooFar: [fileUnsafe, '解压后过大', 'The archive inflates too far'],
  tooSlow: [fileUnsafe, '读取超时', 'Reading took too long'],
  encrypted: [fileUnreadable, '文件有密码，请去掉密码后再传', 'The file has a password: remove it first'],
  oldFormat: [
    fileUnreadable,
    '旧版 .xls 或加密文件，请另存为 .xlsx 后再传',
    'An old .xls or an encrypted file: save it as .xlsx first',
  ],
  notAWorkbook: [fileUnreadable, '不是 .xlsx 或 .csv 文件', 'Not an .xlsx or .csv file'],
};

async function inWords<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (unsafe) {
    if (!(unsafe instanceof UnsafeFile)) throw unsafe;
    const [kind, zh, en] = REFUSALS[unsafe.reason];
    throw new Refused(kind, { detail: { zh, en } });
  }
}

const isCsv = ({ name }: ImportFile): boolean => /\.(?:csv|txt)$/iu.test(name);
const csvOf = ({ name, bytes }: ImportFile): SheetContent =>
  readCsv(bytes, name.replace(/^.*[\\/]/u, '').replace(/\.\w+$/u, ''));

/** A CSV cannot hold colours: its cells go into a plain workbook. */
function asNewSheet({ name, rows }: SheetContent): NewSheet {
  const [first = [], ...rest] = rows;
  return {
    name: name.slice(0, 31).replaceAll(/[[\]:*?/\\]/gu, ' '),
    columns: first.map((cell) => ({ header: textOf(cell), width: 14, isRequired: false, note: '' })),
    rows: rest.map((row) => row.map(textOf)),
  };
}

export const importFiles: ImportFiles = {
  read: (file) => inWords(async () => (isCsv(file) ? [csvOf(file)] : readXlsx(file.bytes))),
  mark: (file, marks) =>
    inWords(async () => {
      if (!isCsv(file)) return markXlsx(file.bytes, marks);
      const sheet = asNewSheet(csvOf(file));
      return writeXlsx(
        [sheet],
        marks.map((mark) => ({ ...mark, sheet: sheet.name })),
      );
    }),
  write: (sheets) => writeXlsx(sheets),
};
