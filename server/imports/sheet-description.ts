import type { Column, Columns } from './columns.ts';

/** What a sheet of an import looks like: said once for the template, the reader and the errors. */
export interface SheetDescription<C extends Columns = Columns, Y = unknown> {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly columns: C;
  /** The columns that together name a row: no two rows of a file may share them. */
  readonly key: readonly string[];
  /** One more column for each year, headed “2025年”. */
  readonly yearly: Column<Y> | null;
}

export const sheet = <C extends Columns, Y = never>(
  name: string,
  columns: C,
  more: { key: readonly (keyof C & string)[]; aliases?: readonly string[]; yearly?: Column<Y> },
): SheetDescription<C, Y> => ({
  name,
  aliases: more.aliases ?? [],
  columns,
  key: more.key,
  yearly: more.yearly ?? null,
});

export type Descriptions = Readonly<Record<string, SheetDescription>>;
