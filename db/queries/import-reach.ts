// How far a batch reaches: which units its rows belong to, and which later batches built on them.
import { and, asc, eq, getTableColumns, getTableName, inArray, ne } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Tables } from '../tables/index.ts';
import { changesOfBatch, tablesBrought, type BroughtTable } from './imports.ts';

const columnsOf = (table: PgTable) => getTableColumns(table) as Record<string, AnyPgColumn>;

/** The units that the rows a batch added or updated belong to: whoever acts on the batch must reach them all. */
export async function unitsReachedBy(db: Db, tables: Tables, batchId: string): Promise<string[]> {
  const reached = new Set<string>();
  const updated = Map.groupBy(await changesOfBatch(db, tables, batchId), (change) => change.tableName);
  for (const table of tablesBrought(tables)) {
    const ids = (updated.get(getTableName(table)) ?? []).map((change) => change.rowId);
    for (const id of await unitsOfRows(db, tables, table, { batchId, ids })) reached.add(id);
  }
  return [...reached].sort();
}

/** The people whose rows a batch added or updated: nobody settles a batch with his own kin in it. */
export async function cadresReachedBy(
  db: Db,
  tables: Tables,
  batchId: string,
  among: readonly string[],
): Promise<string[]> {
  const reached = new Set<string>();
  const updated = Map.groupBy(await changesOfBatch(db, tables, batchId), (change) => change.tableName);
  for (const table of tablesBrought(tables)) {
    const owner = getTableName(table) === 'cadres' ? table.id : columnsOf(table)['cadreId'];
    if (!owner) continue;
    const ids = (updated.get(getTableName(table)) ?? []).map((change) => change.rowId);
    for (const where of [
      eq(table.batchId, batchId),
      ...[...inChunks(ids)].map((some) => inArray(table.id, [...some])),
    ]) {
      const those = and(where, inArray(owner, [...among]));
      for (const { id } of await db.selectDistinct({ id: owner }).from(table).where(those))
        reached.add(String(id));
    }
  }
  return [...reached].sort();
}

type Wanted = { batchId: string; ids: readonly string[] };

async function unitsOfRows(db: Db, tables: Tables, table: BroughtTable, wanted: Wanted): Promise<string[]> {
  const { unitId, cadreId } = columnsOf(table);
  const ownUnit = getTableName(table) === 'units' ? table.id : unitId;
  if (!ownUnit && !cadreId) return [];
  const found: string[] = [];
  const rowsWanted = [
    eq(table.batchId, wanted.batchId),
    ...[...inChunks(wanted.ids)].map((ids) => inArray(table.id, [...ids])),
  ];
  for (const where of rowsWanted) {
    const rows = ownUnit
      ? await db.selectDistinct({ id: ownUnit }).from(table).where(where)
      : await db
          .selectDistinct({ id: tables.cadres.unitId })
          .from(table)
          .innerJoin(tables.cadres, eq(tables.cadres.id, cadreId!))
          .where(where);
    found.push(...rows.map(({ id }) => String(id)));
  }
  return found;
}

export interface BuiltUpon {
  table: string;
  rowId: string;
  byBatchId: string;
}

/** Rows of a batch that a later batch, not undone, has changed or replaced. */
export async function rowsBuiltUpon(
  db: Db,
  tables: Tables,
  batchId: string,
  limit = 100,
): Promise<BuiltUpon[]> {
  const { importChanges, importBatches } = tables;
  const found: BuiltUpon[] = [];
  for (const table of tablesBrought(tables)) {
    if (found.length >= limit) break;
    const brought = db.select({ id: table.id }).from(table).where(eq(table.batchId, batchId));
    const rows = await db
      .select({ rowId: importChanges.rowId, byBatchId: importChanges.batchId })
      .from(importChanges)
      .innerJoin(importBatches, eq(importBatches.id, importChanges.batchId))
      .where(
        and(
          eq(importChanges.tableName, getTableName(table)),
          ne(importChanges.batchId, batchId),
          inArray(importBatches.state, ['applied', 'confirmed']),
          inArray(importChanges.rowId, brought),
        ),
      )
      .orderBy(asc(importChanges.rowId))
      .limit(limit - found.length);
    found.push(...rows.map((row) => ({ table: getTableName(table), ...row })));
  }
  return found;
}
