// Undoing or confirming an import as a whole, whatever tables it reached.
import { getTableColumns } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Changed } from '../audit-entry.ts';
import { broughtBy, rowsUpdatedBy, tablesBrought } from './imports.ts';
import { changeRow, changeRows } from '../rows.ts';
import type { Tx } from '../store.ts';
import type { Tables } from '../tables/index.ts';

interface Writing {
  tx: Tx;
  changed: Changed;
  tables: Tables;
}

/** Hides every row a batch added. */
export async function withdrawRowsOf(writing: Writing, batchId: string, at: number): Promise<number> {
  return changeAll(writing, tablesBrought(writing.tables), batchId, { withdrawnAt: at });
}

/** Makes every fact of a batch count. */
export async function confirmRowsOf(
  writing: Writing,
  batchId: string,
  confirmed: { by: string; at: number },
): Promise<number> {
  const facts = tablesBrought(writing.tables).filter((table) => 'confirmedAt' in getTableColumns(table));
  return changeAll(writing, facts, batchId, { confirmedBy: confirmed.by, confirmedAt: confirmed.at });
}

/** Puts the rows a batch updated back as they were. Ask `rowsUpdatedBy` first whether anybody changed them since. */
export async function putBackRowsOf({ tx, changed, tables }: Writing, batchId: string): Promise<number> {
  const updated = await rowsUpdatedBy(tx, tables, batchId);
  for (const { table, current, before } of updated) {
    const { version: _, ...set } = before;
    await changeRow(tx, changed, table as PgTable, { before: current, set });
  }
  return updated.length;
}

async function changeAll(
  { tx, changed }: Writing,
  brought: ReturnType<typeof tablesBrought>,
  batchId: string,
  set: object,
): Promise<number> {
  let count = 0;
  for (const table of brought) {
    const before = await tx.select().from(table).where(broughtBy(table, batchId));
    await changeRows(tx, changed, table as PgTable, { before, set });
    count += before.length;
  }
  return count;
}
