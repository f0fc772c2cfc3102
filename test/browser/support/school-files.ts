// The files that an office hands in, as the demo's writers make them.
import type { NewSheet } from '../../../server/adapters/spreadsheet.ts';
import { type DemoFile, figuresFile, recordFiles, rosterFile } from '../../../server/demo/hand-in-files.ts';
import { importFiles } from '../../../server/imports/import-files.ts';
import type { HandedIn } from './visitor.ts';

export const YEAR = 2026;

const asFile = async ({ name, sheets }: Pick<DemoFile, 'name' | 'sheets'>): Promise<HandedIn> => ({
  name,
  bytes: await importFiles.write(sheets),
});

export const roster = (): Promise<HandedIn> => asFile(rosterFile());
export const figures = (): Promise<HandedIn> => asFile(figuresFile(YEAR, new Map()));
export const conduct = (): Promise<HandedIn> => {
  const file = recordFiles().find(({ kind }) => kind === 'conduct');
  return asFile(file!);
};

/** A cell to spoil: its row as Excel counts. */
export interface Spoiled {
  readonly sheet: string;
  readonly row: number;
  readonly header: string;
  readonly value: string;
}

/** The roster with some cells spoiled. */
export async function spoiledRoster(cells: readonly Spoiled[]): Promise<HandedIn> {
  const sheets = rosterFile().sheets.map((sheet) => spoil(sheet, cells));
  return asFile({ name: '干部名册（有错）.xlsx', sheets });
}

function spoil(sheet: NewSheet, cells: readonly Spoiled[]): NewSheet {
  const rows = sheet.rows.map((row, index) =>
    row.map((cell, at) => {
      const { header } = sheet.columns[at]!;
      const spoiled = cells.find(
        (one) => one.sheet === sheet.name && one.row === index + 2 && one.header === header,
      );
      return spoiled?.value ?? cell;
    }),
  );
  return { ...sheet, rows };
}

/** The roster as it is, and one newcomer to the first unit. */
export async function rosterWithNewcomer(): Promise<HandedIn> {
  const sheets = rosterFile().sheets.map((sheet): NewSheet => {
    if (sheet.name !== '干部') return sheet;
    const newcomer = sheet.rows[0]!.map((cell, at) => {
      const { header } = sheet.columns[at]!;
      if (header === '工号') return '199999';
      if (header === '姓名') return '新任同志';
      return header === '身份证号' || header === '手机' ? null : cell;
    });
    return { ...sheet, rows: [newcomer] };
  });
  return asFile({ name: '新任干部.xlsx', sheets });
}
