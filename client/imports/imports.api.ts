import type {
  BatchPage as BatchPageView,
  BatchView,
  CellProblem as CellProblemView,
  DecideBatch,
  DryRunView,
  ImportCounts as ImportCountsView,
  ImportKind as ImportKindView,
  UndoBatch,
} from '../../server/imports/imports.contract.ts';
import { act, type Sent, upload, uploadForFile, type View } from '../api.ts';
import { type QueryParts, withQuery } from '../paths.ts';

export type ImportKind = View<typeof ImportKindView>;
export type ImportCounts = View<typeof ImportCountsView>;
export type CellProblem = View<typeof CellProblemView>;
export type DryRun = View<typeof DryRunView>;
export type Batch = View<typeof BatchView>;
export type BatchPage = View<typeof BatchPageView>;

export const BATCHES_A_PAGE = 20;

const pathOf = (kind: ImportKind, rest: string, parts: QueryParts = {}): string =>
  withQuery(`/api/imports/${kind}/${rest}`, parts);

/** Where the empty workbook with its drop-downs lies. */
export const templateOf = (kind: ImportKind, year: number | null): string =>
  pathOf(kind, 'template', { year });

/** What the file would do; nothing is written. */
export const dryRun = (kind: ImportKind, year: number | null, file: File): Promise<DryRun> =>
  upload<DryRun>(pathOf(kind, 'dry-runs', { year }), file);

/** The same file with the bad cells red and noted. */
export const markedCopy = (kind: ImportKind, year: number | null, file: File): Promise<Blob> =>
  uploadForFile(pathOf(kind, 'marked', { year }), file);

/** Imports the file that was tried, and no other: the server compares `fileHash`. */
export const applyFile = (
  kind: ImportKind,
  year: number | null,
  file: File,
  fileHash: string,
): Promise<Batch> => upload<Batch>(pathOf(kind, 'batches', { year, fileHash }), file);

/** The batches of a kind, the newest first. */
export const batchesOf = (kind: ImportKind): string => pathOf(kind, 'batches', { limit: BATCHES_A_PAGE });

export const decideBatch = (
  kind: ImportKind,
  id: string,
  decision: Sent<typeof DecideBatch>,
): Promise<Batch> => act<Batch>('POST', pathOf(kind, `batches/${id}/decision`), decision);
export const undoBatch = (kind: ImportKind, id: string, undo: Sent<typeof UndoBatch>): Promise<Batch> =>
  act<Batch>('POST', pathOf(kind, `batches/${id}/undo`), undo);
