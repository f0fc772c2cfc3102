import type { Kit } from '../columns.ts';

export type BatchKind = 'roster' | 'accounts' | 'figures' | 'constraints' | 'conduct';
export type BatchState = 'applied' | 'confirmed' | 'rejected' | 'undone';
export type BatchCounts = { added: number; updated: number; unchanged: number; failed: number };
export type StoredRow = Record<string, unknown>;

export const importTables = ({ c, table, index }: Kit) => {
  const importBatches = table(
    'import_batches',
    {
      id: c.id(),
      kind: c.text<BatchKind>('kind').notNull(),
      year: c.int('year'),
      fileName: c.text('file_name').notNull(),
      fileHash: c.text('file_hash').notNull(),
      counts: c.json<BatchCounts>('counts').notNull(),
      state: c.text<BatchState>('state').notNull(),
      appliedBy: c.text('applied_by').notNull(),
      appliedAt: c.instant('applied_at').notNull(),
      confirmedBy: c.text('confirmed_by'),
      confirmedAt: c.instant('confirmed_at'),
      undoneBy: c.text('undone_by'),
      undoneAt: c.instant('undone_at'),
      reason: c.text('reason'),
    },
    (t) => [index('import_batches_applied').on(t.appliedAt, t.id)],
  );

  /** Rows that existed before and that a batch changed: `before` is what an undo puts back. */
  const importChanges = table(
    'import_changes',
    {
      id: c.id(),
      batchId: c
        .text('batch_id')
        .notNull()
        .references(() => importBatches.id),
      tableName: c.text('table_name').notNull(),
      rowId: c.text('row_id').notNull(),
      before: c.json<StoredRow>('before').notNull(),
      after: c.json<StoredRow>('after').notNull(),
    },
    (t) => [
      index('import_changes_batch').on(t.batchId, t.id),
      index('import_changes_row').on(t.tableName, t.rowId),
    ],
  );

  return { importBatches, importChanges };
};
export type ImportTables = ReturnType<typeof importTables>;
