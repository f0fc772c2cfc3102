// Where sealed values stand, and which of them another key than the present one sealed.
import {
  and,
  asc,
  count,
  getTableColumns,
  getTableName,
  gt,
  inArray,
  not,
  or,
  sql,
  type SQL,
} from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

export interface SealedTable {
  readonly table: PgTable;
  readonly name: string;
  /** The one column that names a row. */
  readonly key: readonly [name: string, column: AnyPgColumn];
  readonly columns: readonly (readonly [name: string, column: AnyPgColumn])[];
}

/** Sealed columns are called so: a new one is found without being listed. */
export function sealedTables(tables: Tables): SealedTable[] {
  return (Object.values(tables) as PgTable[]).flatMap((table) => {
    const all = Object.entries(getTableColumns(table) as Record<string, AnyPgColumn>);
    const columns = all.filter(([name]) => /sealed$/iu.test(name));
    const key = all.find(([, column]) => column.primary);
    return columns.length > 0 && key ? [{ table, name: getTableName(table), key, columns }] : [];
  });
}

const sealedBefore = ({ columns }: SealedTable, present: string): SQL | undefined =>
  or(...columns.map(([, column]) => not(sql`${column} like ${`${present}%`}`)));

type StoredRow = Record<string, unknown>;

/** Rows with a value of an older key, by their key. */
export const rowsSealedBefore = (
  db: Db,
  sealed: SealedTable,
  { present, limit }: { present: string; limit: number },
): Promise<StoredRow[]> =>
  db
    .select()
    .from(sealed.table)
    .where(sealedBefore(sealed, present))
    .orderBy(asc(sealed.key[1]))
    .limit(limit);

export const rowsNamed = (
  db: Db,
  { table, key }: SealedTable,
  ids: readonly string[],
): Promise<StoredRow[]> =>
  db
    .select()
    .from(table)
    .where(inArray(key[1], [...ids]));

export async function countSealedBefore(db: Db, sealed: SealedTable, present: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(sealed.table).where(sealedBefore(sealed, present));
  return row?.count ?? 0;
}

/** What imports changed, a page at a time: their rows before and after hold sealed values too. */
export const importChangesFrom = (
  db: Db,
  { importChanges }: Tables,
  { after, limit }: { after: string; limit: number },
): Promise<Row<'importChanges'>[]> =>
  db
    .select()
    .from(importChanges)
    .where(gt(importChanges.id, after))
    .orderBy(asc(importChanges.id))
    .limit(limit);

/** Every import that changed one of some rows of a table. */
export const importChangesOfRows = (
  db: Db,
  { importChanges }: Tables,
  tableName: string,
  rowIds: readonly string[],
): Promise<Row<'importChanges'>[]> =>
  db
    .select()
    .from(importChanges)
    .where(and(sql`${importChanges.tableName} = ${tableName}`, inArray(importChanges.rowId, [...rowIds])))
    .orderBy(asc(importChanges.id));
