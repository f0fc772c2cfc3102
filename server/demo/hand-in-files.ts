// The school's files taken in as any office's would be: imported by one person, confirmed by another.
import { createHash } from 'node:crypto';
import type { BatchKind } from '../../db/tables/imports.ts';
import type { Grade } from '../../scoring/index.ts';
import type { NewSheet } from '../adapters/spreadsheet.ts';
import { importFiles } from '../imports/import-files.ts';
import type { Services } from '../services.ts';
import { conductBook, laterConductBook } from './conduct-book.ts';
import { constraintsBook } from './constraints-book.ts';
import { figuresBook } from './figures-book.ts';
import { rosterBook } from './roster-book.ts';
import type { Staff } from './take-office.ts';

export interface DemoFile {
  readonly kind: BatchKind;
  readonly year: number | null;
  readonly name: string;
  readonly sheets: readonly NewSheet[];
}

export const rosterFile = (): DemoFile => ({
  kind: 'roster',
  year: null,
  name: '干部名册.xlsx',
  sheets: rosterBook(),
});
export const recordFiles = (): DemoFile[] => [
  { kind: 'constraints', year: null, name: '处分与限制情形.xlsx', sheets: constraintsBook() },
  { kind: 'conduct', year: null, name: '既往履职记录.xlsx', sheets: conductBook() },
];
export const laterConductFile = (): DemoFile => ({
  kind: 'conduct',
  year: null,
  name: '补录的以前决定.xlsx',
  sheets: laterConductBook(),
});
export const figuresFile = (year: number, lastYear: ReadonlyMap<string, Grade>): DemoFile => ({
  kind: 'figures',
  year,
  name: `${year}年度考核数据.xlsx`,
  sheets: figuresBook(year, lastYear),
});

type Importing = Pick<Services, 'imports' | 'batches'>;

/** Imports a file as HR; what concerns people's standing waits for whoever confirms it. */
export async function handIn(
  { imports, batches }: Importing,
  { hr, head, confirming = head }: Staff,
  { kind, year, name, sheets }: DemoFile,
): Promise<void> {
  const bytes = await importFiles.write(sheets);
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const batch = await imports.apply(hr, { kind, year, fileHash, file: { name, bytes } });
  if (!batch.needsConfirmation) return;
  const { id, version } = batch;
  await batches.decide(confirming, { kind, id, version, event: 'confirm', reason: '与原件核对无误' });
}
