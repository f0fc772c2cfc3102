// Lines of a sheet as people paste them: staff number, role, unit code, from, until. Free of the browser.

export interface PastedLine {
  readonly staffNo: string;
  readonly role: string;
  /** '' = the whole school. */
  readonly unitCode: string;
  readonly fromOn: string;
  /** '' = without an end. */
  readonly untilOn: string;
}
export type PasteFault = 'columns' | 'staffNo' | 'role' | 'unit' | 'from' | 'until' | 'order';
export interface Pasted {
  readonly lines: readonly PastedLine[];
  /** The number of the line, as in the sheet, and what is wrong with it. */
  readonly faults: readonly { readonly line: number; readonly fault: PasteFault; readonly value: string }[];
}

/** What the words of a sheet mean here. */
export interface Known {
  /** A role by its code or its name in either language. */
  readonly roleOf: (text: string) => string | null;
  readonly hasUnit: (code: string) => boolean;
  /** The day to begin where none is given. */
  readonly today: string;
}

const FEWEST = 2;
const MOST = 5;
const LONGEST_STAFF_NO = 40;

/** 2026/1/5, 2026.1.5 and 2026年1月5日 are days as well. */
export function dayFrom(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const date = new Date(Date.UTC(y, m - 1, d));
  const isReal = date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return isReal ? date.toISOString().slice(0, 10) : null;
}

/** Tabs where a sheet was copied, else commas. */
const cellsOf = (line: string): string[] =>
  (line.includes('\t') ? line.split('\t') : line.split(/[,，]/u)).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/u, '$1')
      .trim(),
  );
const isHeading = ([first = '']: readonly string[]): boolean => /^(?:工号|staff)/iu.test(first);

export function grantsPasted(text: string, known: Known): Pasted {
  const lines: PastedLine[] = [];
  const faults: Pasted['faults'][number][] = [];
  for (const [at, raw] of text.normalize('NFKC').split(/\r?\n/u).entries()) {
    const cells = cellsOf(raw);
    if (raw.trim() === '' || (at === 0 && isHeading(cells))) continue;
    const read = lineFrom(cells, known);
    if ('fault' in read) faults.push({ line: at + 1, ...read });
    else lines.push(read);
  }
  return { lines, faults };
}

type Fault = { readonly fault: PasteFault; readonly value: string };

function lineFrom(cells: readonly string[], { roleOf, hasUnit, today }: Known): PastedLine | Fault {
  const filled = cells[cells.length - 1] === '' ? cells.slice(0, MOST) : cells;
  if (filled.length < FEWEST || filled.length > MOST) return { fault: 'columns', value: cells.join(' ') };
  const [staffNo = '', roleText = '', unitCode = '', from = '', until = ''] = filled;
  const role = roleOf(roleText);
  const fromOn = from === '' ? today : dayFrom(from);
  const untilOn = until === '' ? '' : dayFrom(until);
  if (staffNo === '' || staffNo.length > LONGEST_STAFF_NO) return { fault: 'staffNo', value: staffNo };
  if (role === null) return { fault: 'role', value: roleText };
  if (unitCode !== '' && !hasUnit(unitCode)) return { fault: 'unit', value: unitCode };
  if (fromOn === null) return { fault: 'from', value: from };
  if (untilOn === null) return { fault: 'until', value: until };
  if (untilOn !== '' && untilOn < fromOn) return { fault: 'order', value: until };
  return { staffNo, role, unitCode, fromOn, untilOn };
}
