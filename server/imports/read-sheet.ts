// One sheet, read row by row: values where they can be taken, and every cell that cannot with the way to mend it.
import type { CellContent, SheetContent } from '../adapters/spreadsheet.ts';
import { type Column, type Columns, type Reading, type RowOf, textOf } from './columns.ts';
import { fault, type Fault } from './fault.ts';
import { findHeader, type FoundHeader } from './find-header.ts';
import { nearestWord } from './nearest-word.ts';
import type { SheetDescription } from './sheet-description.ts';

/** Where something is wrong; row and column are 0-based, column −1 concerns the row or sheet as a whole. */
export interface Placed extends Fault {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly header: string;
  readonly value: string;
}
export type RowOutcome = 'added' | 'updated' | 'unchanged';
export interface YearlyCell<Y> {
  readonly year: number;
  readonly column: number;
  readonly value: Y;
}
export interface SheetRow<C extends Columns = Columns, Y = unknown> {
  /** 0-based, as in the sheet. */
  readonly at: number;
  /** Whole for a sound row; of an unsound one any value may be null. */
  readonly values: RowOf<C>;
  readonly yearly: readonly YearlyCell<Y>[];
  isSound: boolean;
  outcome: RowOutcome;
}

export class ReadSheet<C extends Columns = Columns, Y = unknown> {
  readonly name: string;
  readonly description: SheetDescription<C, Y>;
  readonly rows: SheetRow<C, Y>[] = [];
  readonly problems: Placed[] = [];
  readonly #content: SheetContent;
  readonly #header: FoundHeader | null;
  readonly #columnOf = new Map<string, number>();

  constructor(description: SheetDescription<C, Y>, content: SheetContent) {
    this.name = content.name;
    this.description = description;
    this.#content = content;
    this.#header = findHeader(content, description);
    if (this.#header) this.#readAll(this.#header);
  }

  /** Whether the file has this sheet. */
  get isHere(): boolean {
    return this.#header !== null;
  }

  get sound(): SheetRow<C, Y>[] {
    return this.rows.filter((row) => row.isSound);
  }

  hasColumn(key: keyof C & string): boolean {
    return this.#columnOf.has(key);
  }

  /** Every value of a column, of sound rows and others: what the file speaks of. */
  known<K extends keyof C & string>(key: K): Set<NonNullable<RowOf<C>[K]>> {
    return new Set(this.rows.flatMap(({ values }) => (values[key] == null ? [] : [values[key]])));
  }

  /** Refuses a row because of one of its cells. */
  refuse(row: SheetRow<C, Y>, key: (keyof C & string) | null, wrong: Fault): void {
    row.isSound = false;
    this.#place(row.at, key === null ? -1 : (this.#columnOf.get(key) ?? -1), wrong, key);
  }

  refuseAt(row: SheetRow<C, Y>, column: number, wrong: Fault): void {
    row.isSound = false;
    this.#place(row.at, column, wrong, null);
  }

  #place(row: number, column: number, wrong: Fault, key: string | null): void {
    const shown = this.#content.rows[row]?.[column] ?? null;
    const isFormula = typeof shown === 'object' && shown !== null && 'formula' in shown;
    this.problems.push({
      sheet: this.name,
      row,
      column,
      header:
        this.#header?.cells.find((cell) => cell.column === column)?.text ??
        (key === null ? '' : this.description.columns[key]!.header),
      value: isFormula ? `=${shown.formula}` : textOf(shown),
      ...wrong,
    });
  }

  #readAll(header: FoundHeader): void {
    this.#readHeader(header);
    const taken = new Map<string, number>();
    for (let at = header.row + 1; at < this.#content.rows.length; at += 1) {
      const cells = this.#content.rows[at]!;
      if (cells.every((cell) => textOf(cell).trim() === '')) continue;
      this.#readRow(header, at, cells, taken);
    }
  }

  #readHeader({ row, cells }: FoundHeader): void {
    const headers = Object.values(this.description.columns).map((column) => column.header);
    for (const { column, text, meaning } of cells) {
      if ('key' in meaning && this.#columnOf.has(meaning.key))
        this.#place(row, column, fault('duplicateColumn', `“${text}”一列出现两次`, '删去其中一列'), null);
      else if ('key' in meaning) this.#columnOf.set(meaning.key, column);
      if ('unknown' in meaning && this.#isUsed(row, column)) {
        const near = nearestWord(text, headers);
        const suggestion = near === null ? '删去这一列，或改用模板中的列名' : `是否“${near}”`;
        this.#place(row, column, fault('unknownColumn', `不认识“${text}”这一列`, suggestion), null);
      }
    }
    for (const [key, column] of Object.entries(this.description.columns))
      if (column.isRequired && !this.#columnOf.has(key))
        this.#place(row, -1, fault('missingColumn', `缺少“${column.header}”一列`, '按模板补上这一列'), key);
  }

  #isUsed(headerRow: number, column: number): boolean {
    return this.#content.rows.some((row, at) => at > headerRow && textOf(row[column] ?? null).trim() !== '');
  }

  #readRow(header: FoundHeader, at: number, cells: readonly CellContent[], taken: Map<string, number>): void {
    const values: Record<string, unknown> = {};
    const yearly: YearlyCell<Y>[] = [];
    const row = { at, values: values as RowOf<C>, yearly, isSound: true, outcome: 'unchanged' as RowOutcome };
    this.rows.push(row);
    for (const [key, column] of Object.entries(this.description.columns)) {
      const place = this.#columnOf.get(key);
      values[key] =
        place === undefined ? null : this.#taken(row, place, readCell(cells[place] ?? null, column));
    }
    for (const { column, meaning } of header.cells) {
      if (!('year' in meaning) || this.description.yearly === null) continue;
      const value = this.#taken(row, column, readCell(cells[column] ?? null, this.description.yearly));
      if (value !== null) yearly.push({ year: meaning.year, column, value });
    }
    if (
      Object.entries(this.description.columns).some(
        ([key, { isRequired }]) => isRequired && !this.#columnOf.has(key),
      )
    )
      row.isSound = false;
    this.#refuseRepeated(row, taken);
  }

  #taken<V>(row: SheetRow<C, Y>, column: number, reading: Reading<V | null>): V | null {
    if ('value' in reading) return reading.value;
    this.refuseAt(row, column, reading.fault);
    return null;
  }

  #refuseRepeated(row: SheetRow<C, Y>, taken: Map<string, number>): void {
    const { key } = this.description;
    const parts = key.map((each) => row.values[each] ?? null);
    if (key.length === 0 || parts.every((part) => part === null)) return;
    if (parts[0] === null) return;
    const name = JSON.stringify(parts);
    const first = taken.get(name);
    if (first === undefined) {
      taken.set(name, row.at);
      return;
    }
    const headers = key.map((each) => this.description.columns[each]!.header).join('、');
    this.refuse(
      row,
      key[0]!,
      fault('duplicateKey', `${headers}与第 ${first + 1} 行重复`, '保留一行，或改正其中一行'),
    );
  }
}

function readCell<V>(cell: CellContent, column: Column<V>): Reading<V | null> {
  if (typeof cell === 'object' && cell !== null && 'formula' in cell)
    return {
      fault: fault('formulaCell', '单元格是公式', `复制后“选择性粘贴—数值”，现显示为 ${cell.shown || '空'}`),
    };
  if (cell !== null && textOf(cell).trim() !== '') return column.read(cell);
  if (!column.isRequired) return { value: null };
  return { fault: fault('missingRequired', `“${column.header}”不能为空`, column.hint) };
}
