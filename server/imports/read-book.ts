// Which sheet of a file is which, and everything read.
import type { SheetContent } from '../adapters/spreadsheet.ts';
import { textOf } from './columns.ts';
import { fault } from './fault.ts';
import { findHeader } from './find-header.ts';
import { type Placed, ReadSheet } from './read-sheet.ts';
import type { Descriptions, SheetDescription } from './sheet-description.ts';
import { tidyHeader } from './tidy-text.ts';

/** Sheets that explain or feed drop-downs. */
const ASIDE = new Set(['说明', '填写说明', '字典', 'dictionary']);

export type Sheets<D extends Descriptions> = {
  readonly [K in keyof D]: D[K] extends SheetDescription<infer C, infer Y> ? ReadSheet<C, Y> : never;
};
export interface ReadBook<D extends Descriptions = Descriptions> {
  readonly sheets: Sheets<D>;
  /** Sheets nobody knows what to do with. */
  readonly strangers: readonly Placed[];
}

const isNamed = (content: SheetContent, { name, aliases }: SheetDescription): boolean =>
  [name, ...aliases].some((each) => tidyHeader(each) === tidyHeader(content.name));

const holdsAnything = ({ rows }: SheetContent): boolean =>
  rows.some((row) => row.some((cell) => textOf(cell).trim() !== ''));

/** How well a sheet fits a description: every required column must be there. */
function fit(content: SheetContent, description: SheetDescription): number {
  const header = findHeader(content, description);
  if (!header) return 0;
  const found = new Set(header.cells.flatMap(({ meaning }) => ('key' in meaning ? [meaning.key] : [])));
  const required = Object.entries(description.columns).filter(([, { isRequired }]) => isRequired);
  return required.every(([key]) => found.has(key)) ? header.recognised : 0;
}

/** By its name, else by its headers. */
function keyOf(content: SheetContent, descriptions: Descriptions): string | null {
  const entries = Object.entries(descriptions);
  const named = entries.find(([, description]) => isNamed(content, description));
  if (named) return named[0];
  let best: { key: string; fit: number } | null = null;
  for (const [key, description] of entries) {
    const fits = fit(content, description);
    if (fits > (best?.fit ?? 0)) best = { key, fit: fits };
  }
  return best?.key ?? null;
}

const stranger = (content: SheetContent, descriptions: Descriptions): Placed => ({
  sheet: content.name,
  row: 0,
  column: -1,
  header: '',
  value: content.name,
  ...fault(
    'unknownSheet',
    `不认识工作表“${content.name}”`,
    `表名可为：${Object.values(descriptions)
      .map(({ name }) => name)
      .join('、')}；说明文字请放在“说明”表`,
  ),
});

export function readBook<D extends Descriptions>(
  contents: readonly SheetContent[],
  descriptions: D,
): ReadBook<D> {
  const strangers: Placed[] = [];
  const given = new Map<string, SheetContent>();
  for (const content of contents) {
    if (ASIDE.has(tidyHeader(content.name)) || !holdsAnything(content)) continue;
    const key = keyOf(content, descriptions);
    const isHeaded = key !== null && findHeader(content, descriptions[key]!) !== null;
    if (key === null || !isHeaded || given.has(key)) strangers.push(stranger(content, descriptions));
    else given.set(key, content);
  }
  const sheets = Object.fromEntries(
    Object.entries(descriptions).map(([key, description]) => [
      key,
      new ReadSheet(description, given.get(key) ?? { name: description.name, rows: [] }),
    ]),
  );
  return { sheets: sheets as Sheets<D>, strangers };
}

/** Names say more than headers: many sheets have a staff number. */
const NAMED = 1000;

/** How well a file fits a kind of file: the kind that fits best is what it is. */
export function fitOf(contents: readonly SheetContent[], descriptions: Descriptions): number {
  const known = Object.values(descriptions);
  const fits = contents
    .filter((content) => !ASIDE.has(tidyHeader(content.name)))
    .map((content) =>
      known.some((description) => isNamed(content, description))
        ? NAMED
        : Math.max(...known.map((description) => fit(content, description))),
    );
  return fits.reduce((total, each) => total + each, 0);
}
