// CSV as offices save it: UTF-8 with or without a mark, or GB18030 from a Chinese Excel.
import type { SheetContent } from './spreadsheet.ts';
import { UnsafeFile } from './unsafe-file.ts';

const MOST_BYTES = 5 * 1024 * 1024;
const MOST_ROWS = 50_000;

export function readCsv(bytes: Uint8Array, name: string): SheetContent {
  if (bytes.length > MOST_BYTES) throw new UnsafeFile('tooLarge');
  const rows = rowsOf(decoded(bytes));
  if (rows.length > MOST_ROWS) throw new UnsafeFile('tooManyRows');
  return { name, rows };
}

/** Text that is valid UTF-8 is UTF-8; GB18030 hardly ever is. */
function decoded(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new UnsafeFile('notAWorkbook');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** RFC 4180, with the separator of the first line: comma, semicolon or tab. */
function rowsOf(text: string): string[][] {
  const firstLine = text.slice(0, text.search(/\r?\n|$/u));
  const separator = [',', '\t', ';'].find((mark) => firstLine.includes(mark)) ?? ',';
  const rows: string[][] = [];
  let row: string[] = [];
  let field = '';
  let isQuoted = false;
  const endField = () => {
    row.push(field);
    field = '';
  };
  const endRow = () => {
    endField();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charAt(at);
    if (isQuoted) {
      if (sign !== '"') field += sign;
      else if (text.charAt(at + 1) === '"') {
        field += '"';
        at += 1;
      } else isQuoted = false;
    } else if (sign === '"' && field === '') isQuoted = true;
    else if (sign === separator) endField();
    else if (sign === '\n') endRow();
    else if (sign !== '\r') field += sign;
  }
  if (field !== '' || row.length > 0) endRow();
  return rows;
}
