import { z } from 'zod';
import { Id, pageOf, Reason } from '../http/shared.contract.ts';

/** The kinds of file, all imported by the same flow. */
export const IMPORT_KINDS = ['roster', 'accounts', 'figures', 'constraints', 'conduct'] as const;
export const ImportKind = z.enum(IMPORT_KINDS);

/** One cell that cannot be taken: where, what stands there, what is wrong, what to write instead. */
export const CellProblem = z.strictObject({
  sheet: z.string(),
  row: z.int(),
  column: z.string(),
  header: z.string(),
  value: z.string(),
  code: z.string(),
  problem: z.string(),
  suggestion: z.string(),
});

export const ImportCounts = z.strictObject({
  added: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  failed: z.int(),
});

/** What a file would do; nothing is written. The same file is sent again to apply, with this `fileHash`. */
export const DryRunView = z.strictObject({
  kind: ImportKind,
  fileName: z.string(),
  fileHash: z.string(),
  counts: ImportCounts,
  sheets: z.array(z.strictObject({ sheet: z.string(), rows: z.int(), counts: ImportCounts })),
  problems: z.array(CellProblem),
  /** Problems beyond the list. */
  moreProblems: z.int(),
  /** Past findings of inaction that will be told to the person one by one before they count. */
  pastDecisions: z.int(),
  /** What will change for whom once applied, in words. */
  consequence: z.string(),
});

export const BatchView = z.strictObject({
  id: Id,
  kind: ImportKind,
  year: z.int().nullable(),
  fileName: z.string(),
  counts: ImportCounts,
  state: z.enum(['applied', 'confirmed', 'rejected', 'undone']),
  needsConfirmation: z.boolean(),
  /** Past findings of inaction that will be told one by one once it is confirmed; 0 once it is decided. */
  pastDecisions: z.int(),
  appliedAt: z.int(),
  appliedBy: z.string(),
  confirmedAt: z.int().nullable(),
  confirmedBy: z.string().nullable(),
  undoneAt: z.int().nullable(),
  undoneBy: z.string().nullable(),
  reason: z.string().nullable(),
  version: z.int(),
  /** What this viewer may do with the batch now. */
  actions: z.array(z.enum(['confirm', 'reject', 'undo'])),
});
export const BatchPage = pageOf(BatchView);
export const BatchParams = z.strictObject({ id: Id });
export const DecideBatch = z.strictObject({
  event: z.enum(['confirm', 'reject']),
  version: z.int(),
  reason: Reason,
});
export const UndoBatch = z.strictObject({ version: z.int(), reason: Reason });

export const FileQuery = z.strictObject({ year: z.coerce.number().int().min(1949).max(2100).optional() });
export const ApplyQuery = FileQuery.extend({ fileHash: z.string().regex(/^[\da-f]{64}$/) });
