// A workbook as the product knows it, whichever library or format it came from.

/** What stands in a cell; days are told apart from numbers by the cell's format. */
export type CellContent = Plain | null | Formula;
export type Plain = string | number | boolean | { readonly day: string };
/** A formula is never trusted: the product takes only what people typed. */
export interface Formula {
  readonly formula: string;
  readonly shown: string;
}

export interface SheetContent {
  readonly name: string;
  /** Row by row from the first; short rows end early. */
  readonly rows: readonly (readonly CellContent[])[];
}

/** Something to say about one cell (0-based) of a sheet. */
export interface Mark {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly note: string;
}

export interface NewColumn {
  readonly header: string;
  readonly width: number;
  readonly isRequired: boolean;
  /** How to fill it in: a note on the header. */
  readonly note: string;
  /** The words of its drop-down, if it has one. */
  readonly words?: readonly string[];
  /** `text` keeps leading zeros and long numbers as they are typed. */
  readonly format?: 'text' | 'day';
}
export interface NewSheet {
  readonly name: string;
  readonly columns: readonly NewColumn[];
  readonly rows: readonly (readonly (string | number | { readonly day: string } | null)[])[];
  /** Who took it out, when and what for: above and below the table, and on every printed page. */
  readonly notice?: string;
}
