// Where a row came from and whether it stands. Nothing is ever deleted: an undone or corrected row is withdrawn.
import { sql } from 'drizzle-orm';
import type { AnyPgColumn, ExtraConfigColumn } from 'drizzle-orm/pg-core';
import type { Kit } from '../columns.ts';
import type { ImportTables } from './imports.ts';

/** A row an import may bring: `batchId` null = entered by hand, `withdrawnAt` null = visible. */
export const imported = ({ c }: Kit, { importBatches }: ImportTables) => ({
  batchId: c.text('batch_id').references(() => importBatches.id),
  recordedAt: c.instant('recorded_at').notNull(),
  withdrawnAt: c.instant('withdrawn_at'),
});

/** An immutable fact: it counts once a second person has confirmed it; a correction is a new fact naming the old. */
export const fact = (kit: Kit, imports: ImportTables) => ({
  ...imported(kit, imports),
  confirmedAt: kit.c.instant('confirmed_at'),
  confirmedBy: kit.c.text('confirmed_by'),
  supersedesId: kit.c.text('supersedes_id'),
});

type FactColumns = { id: AnyPgColumn; batchId: ExtraConfigColumn; supersedesId: AnyPgColumn };

export const batchIndex = ({ index }: Kit, name: string, t: { batchId: ExtraConfigColumn }) =>
  index(`${name}_batch`).on(t.batchId);

export const factRules = (kit: Kit, name: string, t: FactColumns) => [
  batchIndex(kit, name, t),
  kit.foreignKey({ name: `${name}_supersedes`, columns: [t.supersedesId], foreignColumns: [t.id] }),
];

/** Of one thing, one visible row. The words are the same SQL on both engines. */
export const visible = sql`withdrawn_at is null`;
/** Of one figure, one that counts: confirming a correction without withdrawing the old is refused by the store. */
export const counting = sql`withdrawn_at is null and confirmed_at is not null`;
