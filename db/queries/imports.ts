import { and, asc, desc, eq, getTableColumns, getTableName, inArray, isNull, lt, ne, or } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { canonicalJson } from '../../scoring/index.ts';
import { foreignKeysOf } from '../columns.ts';
import { inChunks, rowIdOf } from '../rows.ts';
import type { Db } from '../store.ts';
import type { BatchKind, StoredRow } from '../tables/imports.ts';
import type { Row, Tables } from '../tables/index.ts';
import { keyAfter, pageOf, type Page, type PageRequest } from './page.ts';

/** The latest first. `kinds` null = all. */
export async function batchHistory(
  db: Db,
  { importBatches }: Tables,
  { kinds, after, limit }: PageRequest & { kinds: readonly BatchKind[] | null },
): Promise<Page<Row<'importBatches'>>> {
  const key = keyAfter(after, ['number', 'string']);
  const { appliedAt, id, kind } = importBatches;
  const beyond = key && or(lt(appliedAt, key[0]), and(eq(appliedAt, key[0]), lt(id, key[1])));
  const rows = await db
    .select()
    .from(importBatches)
    .where(and(kinds ? inArray(kind, [...kinds]) : undefined, beyond ?? undefined))
    .orderBy(desc(appliedAt), desc(id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.appliedAt, row.id]);
}

export async function batchById(
  db: Db,
  { importBatches }: Tables,
  id: string,
): Promise<Row<'importBatches'> | undefined> {
  const [batch] = await db.select().from(importBatches).where(eq(importBatches.id, id));
  return batch;
}

/** What waits for a second person: rosters and accounts take effect at once, facts about people do not. */
export const batchesAwaitingConfirmation = (db: Db, { importBatches }: Tables) =>
  db
    .select()
    .from(importBatches)
    .where(
      and(
        eq(importBatches.state, 'applied'),
        inArray(importBatches.kind, ['figures', 'constraints', 'conduct']),
      ),
    )
    .orderBy(asc(importBatches.appliedAt), asc(importBatches.id));

export const changesOfBatch = (db: Db, { importChanges }: Tables, batchId: string) =>
  db.select().from(importChanges).where(eq(importChanges.batchId, batchId)).orderBy(asc(importChanges.id));

export type BroughtTable = PgTable & { id: AnyPgColumn; batchId: AnyPgColumn; withdrawnAt: AnyPgColumn };

/** Every table an import may bring rows to. */
export const tablesBrought = (tables: Tables): BroughtTable[] =>
  (Object.values(tables) as PgTable[]).filter((table): table is BroughtTable => {
    const columns = getTableColumns(table);
    return 'batchId' in columns && 'withdrawnAt' in columns;
  });

export const broughtBy = (table: BroughtTable, batchId: string) =>
  and(eq(table.batchId, batchId), isNull(table.withdrawnAt));

export interface Reference {
  table: string;
  rowId: string;
  refersToTable: string;
  refersToId: string;
}

/** Visible rows from elsewhere that point at rows of the batch: while there are any, it cannot be undone. */
export async function referencesToBatch(
  db: Db,
  tables: Tables,
  batchId: string,
  limit = 100,
): Promise<Reference[]> {
  const found: Reference[] = [];
  const brought = new Map(tablesBrought(tables).map((table) => [getTableName(table), table]));
  for (const child of Object.values(tables) as PgTable[]) {
    // That somebody looked at a person does not keep the person: the note stays as it is.
    if (child === (tables.recordReads as PgTable)) continue;
    for (const { column, target } of foreignKeysOf(child)) {
      const parent = brought.get(getTableName(target.table));
      if (!parent || found.length >= limit) continue;
      const references = await referencesThrough(db, { child, column, parent, batchId });
      found.push(...references.slice(0, limit - found.length));
    }
  }
  return found;
}

type Through = { child: PgTable; column: AnyPgColumn; parent: BroughtTable; batchId: string };

async function referencesThrough(db: Db, { child, column, parent, batchId }: Through): Promise<Reference[]> {
  const columns = getTableColumns(child) as Record<string, AnyPgColumn>;
  const { batchId: batch, withdrawnAt } = columns;
  const id = Object.values(columns).find(({ primary }) => primary) ?? columns['runId'];
  if (!id) throw new Error(`${getTableName(child)} has no id to name`);
  const rowsOfBatch = db.select({ id: parent.id }).from(parent).where(broughtBy(parent, batchId));
  const rows = await db
    .select({ rowId: id, refersToId: column })
    .from(child)
    .where(
      and(
        inArray(column, rowsOfBatch),
        batch ? or(isNull(batch), ne(batch, batchId)) : undefined,
        withdrawnAt ? isNull(withdrawnAt) : undefined,
      ),
    )
    .orderBy(asc(id))
    .limit(100);
  return rows.map((row) => ({
    table: getTableName(child),
    rowId: String(row.rowId),
    refersToTable: getTableName(parent),
    refersToId: String(row.refersToId),
  }));
}

export interface UpdatedRow {
  table: BroughtTable;
  tableName: string;
  current: StoredRow;
  before: StoredRow;
  /** Somebody changed it after the batch did: putting it back would lose that. */
  isChangedSince: boolean;
}

/** A later batch that was undone has moved the version and nothing else. */
const saidBy = (row: StoredRow): string => canonicalJson({ ...row, version: null });

/** The rows a batch updated, as they are now and as they were. */
export async function rowsUpdatedBy(db: Db, tables: Tables, batchId: string): Promise<UpdatedRow[]> {
  const changes = Map.groupBy(await changesOfBatch(db, tables, batchId), (change) => change.tableName);
  const updated: UpdatedRow[] = [];
  for (const table of tablesBrought(tables)) {
    for (const some of inChunks(changes.get(getTableName(table)) ?? [])) {
      const ids = some.map((change) => change.rowId);
      const rows = await db.select().from(table).where(inArray(table.id, ids));
      const current = new Map(rows.map((row) => [rowIdOf(table, row), row]));
      for (const { rowId, before, after } of some) {
        const row = current.get(rowId);
        if (!row) throw new Error(`${getTableName(table)} ${rowId} is gone`);
        updated.push({
          table,
          tableName: getTableName(table),
          current: row,
          before,
          isChangedSince: saidBy(row) !== saidBy(after),
        });
      }
    }
  }
  return updated;
}
