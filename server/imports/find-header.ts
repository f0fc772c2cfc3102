// Where a sheet's header stands: under titles, perhaps in two rows with merged cells, in any order of columns.
import type { CellContent, SheetContent } from '../adapters/spreadsheet.ts';
import { textOf } from './columns.ts';
import type { SheetDescription } from './sheet-description.ts';
import { tidyHeader } from './tidy-text.ts';

const ROWS_LOOKED_AT = 20;
const IGNORED = new Set(['序号', '备注', '说明', '编号说明']);

export type Meaning =
  | { readonly key: string }
  | { readonly year: number }
  | { readonly unknown: true }
  | { readonly ignored: true };
export interface HeaderCell {
  readonly column: number;
  readonly text: string;
  readonly meaning: Meaning;
}
export interface FoundHeader {
  /** The last row of the header, 0-based: data begin after it. */
  readonly row: number;
  readonly cells: readonly HeaderCell[];
  /** How many columns of the description were recognised. */
  readonly recognised: number;
}

/** As much of a description as finding its header takes. */
type Headed = Pick<SheetDescription, 'columns'> & { readonly yearly: unknown };

function meaningOf(text: string, { columns, yearly }: Headed): Meaning {
  const header = tidyHeader(text);
  if (header === '' || IGNORED.has(header)) return { ignored: true };
  for (const [key, column] of Object.entries(columns))
    if ([key, column.header, ...column.aliases].some((name) => tidyHeader(name) === header)) return { key };
  const year = yearly === null ? null : /^(\d{4})年?(?:度)?(?:考核)?(?:等次|结果)?$/u.exec(header);
  return year ? { year: Number(year[1]) } : { unknown: true };
}

const isKnown = (meaning: Meaning): boolean => 'key' in meaning || 'year' in meaning;
type Row = readonly CellContent[];

/** The leaf of a column: what the lower row says, else what the upper row says above it (a merged cell). */
function headerFrom(upper: Row | null, lower: Row, row: number, description: Headed): FoundHeader {
  const width = Math.max(upper?.length ?? 0, lower.length);
  const cells = Array.from({ length: width }, (_, column): HeaderCell => {
    const below = textOf(lower[column] ?? null);
    const above = textOf(upper?.[column] ?? null);
    const meaning = meaningOf(below, description);
    if (upper === null || isKnown(meaning)) return { column, text: below, meaning };
    const ofAbove = meaningOf(above, description);
    if (isKnown(ofAbove) || below === '') return { column, text: above, meaning: ofAbove };
    return { column, text: below, meaning };
  });
  return { row, cells, recognised: new Set(cells.flatMap(({ meaning }) => nameOf(meaning))).size };
}

const nameOf = (meaning: Meaning): string[] => {
  if ('key' in meaning) return [meaning.key];
  return 'year' in meaning ? [String(meaning.year)] : [];
};

/** The rows that recognise most columns; one row is preferred to two. Null if nothing looks like a header. */
export function findHeader({ rows }: SheetContent, description: Headed): FoundHeader | null {
  let best: FoundHeader | null = null;
  for (const [at, row] of rows.slice(0, ROWS_LOOKED_AT).entries()) {
    const alone = headerFrom(null, row, at, description);
    if (alone.recognised > (best?.recognised ?? 0)) best = alone;
    if (at === 0) continue;
    const double = headerFrom(rows[at - 1]!, row, at, description);
    if (double.recognised > (best?.recognised ?? 0)) best = double;
  }
  return best !== null && best.recognised >= Math.min(2, Object.keys(description.columns).length)
    ? best
    : null;
}
