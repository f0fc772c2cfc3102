// Workbooks to fill in: each sheet with its headers, notes and drop-downs, empty or with rows already in it.
import type { NewColumn, NewSheet } from '../adapters/spreadsheet.ts';
import type { Column, Columns, RowOf, Writing } from './columns.ts';
import type { Descriptions, SheetDescription } from './sheet-description.ts';
import { figureSheets } from './sheets-of-figures.ts';
import { conductSheets, constraintSheets } from './sheets-of-records.ts';
import { rosterSheets } from './sheets-of-roster.ts';

/** A row to write: what is left out stays blank; years only where the sheet has them. */
export type FilledRow<C extends Columns = Columns, Y = unknown> = Partial<RowOf<C>> & {
  readonly yearly?: Readonly<Record<number, Y>>;
};
type FilledBook<D extends Descriptions> = {
  readonly [K in keyof D]?: D[K] extends SheetDescription<infer C, infer Y>
    ? readonly FilledRow<C, Y>[]
    : never;
};

const PAST_YEARS = 5;

const newColumn = ({ header, width, isRequired, hint, words, format }: Column<unknown>): NewColumn => ({
  header,
  width,
  isRequired,
  note: isRequired ? `必填。${hint}` : hint,
  ...(words ? { words } : {}),
  ...(format ? { format } : {}),
});

const cellOf = (column: Column<unknown>, value: unknown): Writing | null =>
  value == null ? null : column.write(value);

function newSheet(
  { name, columns, yearly }: SheetDescription,
  rows: readonly FilledRow[],
  years: readonly number[],
): NewSheet {
  const plain = Object.entries(columns);
  const ofYears = yearly === null ? [] : years.map((year) => ({ year, column: yearly }));
  return {
    name,
    columns: [
      ...plain.map(([, column]) => newColumn(column)),
      ...ofYears.map(({ year, column }) => newColumn({ ...column, header: `${year}年` })),
    ],
    rows: rows.map((row) => [
      ...plain.map(([key, column]) => cellOf(column, row[key])),
      ...ofYears.map(({ year, column }) => cellOf(column, row.yearly?.[year])),
    ]),
  };
}

/** The sheets of a kind, empty; `year` is the one evaluated, earlier years get their columns. */
export function templateSheets(descriptions: Descriptions, year: number): NewSheet[] {
  const years = Array.from({ length: PAST_YEARS }, (_, i) => year - 1 - i);
  return Object.values(descriptions).map((description) => newSheet(description, [], years));
}

function filled<D extends Descriptions>(descriptions: D, book: FilledBook<D>): NewSheet[] {
  return Object.entries(descriptions).flatMap(([key, description]) => {
    const rows = (book[key] ?? []) as readonly FilledRow[];
    const years = new Set(rows.flatMap(({ yearly }) => Object.keys(yearly ?? {}).map(Number)));
    return rows.length === 0
      ? []
      : [
          newSheet(
            description,
            rows,
            [...years].sort((a, b) => b - a),
          ),
        ];
  });
}

export const rosterWorkbook = (book: FilledBook<typeof rosterSheets>): NewSheet[] =>
  filled(rosterSheets, book);
export const figuresWorkbook = (book: FilledBook<typeof figureSheets>): NewSheet[] =>
  filled(figureSheets, book);
export const constraintsWorkbook = (book: FilledBook<typeof constraintSheets>): NewSheet[] =>
  filled(constraintSheets, book);
export const conductWorkbook = (book: FilledBook<typeof conductSheets>): NewSheet[] =>
  filled(conductSheets, book);
