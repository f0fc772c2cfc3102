// Taking an import in as a whole, whatever tables it reaches, so that it can be undone as a whole.
import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Changed } from '../audit-entry.ts';
import { factsSupersededBy } from './import-facts.ts';
import { addRows, changeRow, changeRows, rowIdOf } from '../rows.ts';
import type { Tx } from '../store.ts';
import type { StoredRow } from '../tables/imports.ts';
import type { Row, Tables } from '../tables/index.ts';

interface Writing {
  tx: Tx;
  changed: Changed;
  tables: Tables;
  newId: (prefix: string) => string;
}
export interface BroughtRows {
  batch: Row<'importBatches'>;
  /** In an order in which each row finds what it refers to. */
  additions: readonly { table: keyof Tables; row: object }[];
  changes: readonly { table: keyof Tables; before: StoredRow; set: object }[];
}

/** Adds the batch with its rows, and keeps what every changed row was before. */
export async function bringIn(writing: Writing, { batch, additions, changes }: BroughtRows): Promise<void> {
  const { tx, changed, tables } = writing;
  await addRows(tx, changed, tables.importBatches, [batch]);
  for (const [name, some] of Map.groupBy(additions, ({ table }) => table))
    await addRows(
      tx,
      changed,
      tables[name] as PgTable,
      some.map(({ row }) => row),
    );
  const done: Done[] = [];
  for (const { table: name, before, set } of changes) {
    const table: PgTable = tables[name];
    done.push({ table, before, after: await changeRow(tx, changed, table, { before, set }) });
  }
  await keepChanges(writing, batch.id, done);
}

/** When a batch is confirmed, the facts it corrects give way; an undo brings them back. */
export async function retireSupersededBy(writing: Writing, batchId: string, at: number): Promise<void> {
  const { tx, changed, tables } = writing;
  const set = { withdrawnAt: at };
  for (const { table, rows } of await factsSupersededBy(tx, tables, batchId)) {
    await changeRows(tx, changed, table, { before: rows, set });
    const done = rows.map((before) => ({ table, before, after: { ...before, ...set } }));
    await keepChanges(writing, batchId, done);
  }
}

type Done = { table: PgTable; before: StoredRow; after: StoredRow };

async function keepChanges(
  { tx, changed, tables, newId }: Writing,
  batchId: string,
  done: readonly Done[],
): Promise<void> {
  const rows = done.map(({ table, before, after }) => ({
    id: newId('chg'),
    batchId,
    tableName: getTableName(table),
    rowId: rowIdOf(table, before),
    before,
    after,
  }));
  await addRows(tx, changed, tables.importChanges, rows);
}
