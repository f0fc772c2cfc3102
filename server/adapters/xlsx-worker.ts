// What runs in the thread: the only file that knows the workbook library.
import { parentPort } from 'node:worker_threads';
import {
  type Cell,
  type CellValue,
  colToLetter,
  type DataValidation,
  openXlsx,
  readXlsx,
  saveXlsx,
  type Sheet,
  type WriteSheet,
  writeXlsx,
} from 'hucre/xlsx';
import type { CellContent, Mark, NewColumn, NewSheet, SheetContent } from './spreadsheet.ts';
import { UnsafeFile } from './unsafe-file.ts';
import type { Job, Outcome } from './xlsx-thread.ts';
import { refuseUnsafeZip } from './zip-guard.ts';

const MOST_ROWS = 50_000;
const MOST_COLUMNS = 200;
/** Rows below the header that a template's drop-downs cover. */
const ROWS_COVERED = 5000;
const DICTIONARY = '字典';
const OLE_SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0];

const solid = (rgb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { rgb } }) as const;
const WRONG = { fill: solid('FFFFC7CE'), font: { color: { rgb: 'FF9C0006' } } };
const AUTHOR = 'dandang';
/** A printed header or footer holds 255 characters. */
const MOST_ON_PAPER = 200;

function guard(bytes: Uint8Array): void {
  if (OLE_SIGNATURE.every((byte, i) => bytes[i] === byte)) throw new UnsafeFile('oldFormat');
  refuseUnsafeZip(bytes);
}

/** What the library throws on a zip that holds no workbook is the file's fault, not ours. */
async function opened<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch {
    throw new UnsafeFile('notAWorkbook');
  }
}

async function read(bytes: Uint8Array): Promise<SheetContent[]> {
  guard(bytes);
  const { sheets } = await opened(readXlsx(bytes));
  return sheets.map(contentOf);
}

function contentOf(sheet: Sheet): SheetContent {
  if (sheet.rows.length > MOST_ROWS || sheet.rows.some((row) => row.length > MOST_COLUMNS))
    throw new UnsafeFile('tooManyRows');
  const rows = sheet.rows.map((row) => row.map(plain));
  for (const [place, { formula, value }] of sheet.cells ?? []) {
    if (formula === undefined) continue;
    const [row = 0, column = 0] = place.split(',').map(Number);
    rows[row]![column] = { formula, shown: shown(value) };
  }
  return { name: sheet.name, rows };
}

const plain = (value: CellValue | undefined): CellContent =>
  value instanceof Date ? { day: value.toISOString().slice(0, 10) } : (value ?? null);
const shown = (value: CellValue): string =>
  value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');

async function mark(bytes: Uint8Array, marks: readonly Mark[]): Promise<Uint8Array> {
  guard(bytes);
  const workbook = await opened(openXlsx(bytes, { readStyles: true }));
  for (const sheet of workbook.sheets) {
    const cells = (sheet.cells ??= new Map<string, Cell>());
    for (const { row, column, note } of marks.filter((each) => each.sheet === sheet.name)) {
      const key = `${row},${column}`;
      const value = sheet.rows[row]?.[column] ?? null;
      const cell = cells.get(key) ?? { value, type: value === null ? 'empty' : 'string' };
      cells.set(key, {
        ...cell,
        style: { ...cell.style, ...WRONG },
        comment: { text: note, author: AUTHOR },
      });
    }
  }
  return saveXlsx(workbook);
}

async function write(sheets: readonly NewSheet[], marks: readonly Mark[]): Promise<Uint8Array> {
  const dictionaries = new Map<string, readonly string[]>();
  const written = sheets.map((sheet) => sheetOf(sheet, marks, dictionaries));
  const lists = [...dictionaries.values()];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  const rows = Array.from({ length: longest }, (_, i) => lists.map((list) => list[i] ?? null));
  const hidden: WriteSheet[] = lists.length > 0 ? [{ name: DICTIONARY, veryHidden: true, rows }] : [];
  return writeXlsx({ sheets: [...written, ...hidden] });
}

function sheetOf(
  sheet: NewSheet,
  marks: readonly Mark[],
  dictionaries: Map<string, readonly string[]>,
): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const head = sheet.notice === undefined ? 0 : 1;
  for (const [column, { header, isRequired, note }] of sheet.columns.entries())
    cells.set(`${head},${column}`, {
      value: header,
      type: 'string',
      style: { font: { bold: true }, fill: solid(isRequired ? 'FFFBF1D9' : 'FFEEF1EF') },
      ...(note === '' ? {} : { comment: { text: note, author: AUTHOR } }),
    });
  const notices = sheet.notice === undefined ? [] : [[sheet.notice]];
  const table = [sheet.columns.map(({ header }) => header), ...sheet.rows.map((row) => row.map(typed))];
  const rows = [...notices, ...table, ...notices];
  for (const { row, column, note } of marks.filter((each) => each.sheet === sheet.name))
    cells.set(`${row},${column}`, {
      value: rows[row]?.[column] ?? null,
      type: 'string',
      style: WRONG,
      comment: { text: note, author: AUTHOR },
    });
  return {
    name: sheet.name,
    columns: sheet.columns.map(columnOf),
    rows,
    cells,
    freezePane: { rows: head + 1 },
    ...(sheet.notice === undefined ? {} : { headerFooter: onPaper(sheet.notice) }),
    dataValidations: sheet.columns.flatMap((column, i) => dropDown(column, i, dictionaries)),
  };
}

function typed(value: NewSheet['rows'][number][number]): CellValue {
  if (typeof value === 'object' && value !== null) return new Date(`${value.day}T00:00:00Z`);
  return typeof value === 'string' ? asText(value) : value;
}

/** What a spreadsheet, or a program it is saved for, would take for a formula. */
const LIKE_FORMULA = /^[=+@\t\r]|^-(?!\d+(?:\.\d+)?$)/u;
const asText = (text: string): string => (LIKE_FORMULA.test(text) ? `'${text}` : text);

/** `&` begins a code in a header; two of them are one. */
const onPaper = (notice: string) => {
  const text = `&C${notice.replaceAll('&', '&&').slice(0, MOST_ON_PAPER)}`;
  return { oddHeader: text, oddFooter: `${text} · &P/&N` };
};

const columnOf = ({ width, format }: NewColumn) => ({
  width,
  ...(format === 'text' ? { style: { numFmt: '@' } } : {}),
  ...(format === 'day' ? { style: { numFmt: 'yyyy-mm-dd' } } : {}),
});

/** One column of the hidden sheet for each list of words, however many columns use it. */
function dropDown(
  { words }: NewColumn,
  column: number,
  dictionaries: Map<string, readonly string[]>,
): DataValidation[] {
  if (!words || words.length === 0) return [];
  const key = words.join('\n');
  dictionaries.set(key, words);
  const source = colToLetter([...dictionaries.keys()].indexOf(key));
  const target = colToLetter(column);
  return [
    {
      type: 'list',
      formula1: `'${DICTIONARY}'!$${source}$1:$${source}$${words.length}`,
      range: `${target}2:${target}${ROWS_COVERED}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'warning',
      errorTitle: '不在词表中',
      errorMessage: '请从下拉列表中选择',
    },
  ];
}

async function outcomeOf(job: Job): Promise<Outcome> {
  try {
    if (job.do === 'read') return { sheets: await read(job.bytes) };
    const bytes = job.do === 'mark' ? mark(job.bytes, job.marks) : write(job.sheets, job.marks);
    return { bytes: await bytes };
  } catch (fault) {
    if (fault instanceof UnsafeFile) return { unsafe: fault.reason };
    throw fault;
  }
}

parentPort?.on('message', (job: Job) => {
  // What is no file's fault ends the thread.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port, not a window
  void outcomeOf(job).then((outcome) => parentPort?.postMessage(outcome));
});
