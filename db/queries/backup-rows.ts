// Everything in a store as rows, whatever the engine: a table at a time, in bounded memory.
import { createHash } from 'node:crypto';
import { desc, getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { keyColumnsOf } from '../columns.ts';
import type { Db, Tx } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

export type TableName = keyof Tables;
export const tableNames = (tables: Tables): TableName[] => Object.keys(tables) as TableName[];

const columnsOf = (table: PgTable) => getTableColumns(table) as Record<string, AnyPgColumn>;

/** The same on both engines: which tables there are, with which columns. */
export function schemaHash(tables: Tables): string {
  const described = tableNames(tables)
    .map((name) => [getTableName(tables[name]), ...Object.keys(columnsOf(tables[name])).sort()].join(' '))
    .sort();
  return createHash('sha256').update(described.join('\n')).digest('hex');
}

export async function rowCounts(db: Db, tables: Tables): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const name of tableNames(tables)) counts[name] = await db.$count(tables[name]);
  return counts;
}

/** The last signed head of the log; null while there is none. */
export async function lastHead(db: Db, { logHeads }: Tables): Promise<Row<'logHeads'> | null> {
  const [head] = await db.select().from(logHeads).orderBy(desc(logHeads.size)).limit(1);
  return head ?? null;
}

const PAGE_CHARACTERS = 1_000_000;
const MOST_ROWS_A_PAGE = 2000;

/** Each row as a list of values in the order of `columnNames`; pages grow or shrink with the size of the rows. */
export async function* rowsOf(db: Db, table: PgTable): AsyncGenerator<string> {
  const names = columnNames(table);
  const keys = keyColumnsOf(table);
  const keyNames = keys.map((key) => names.find((name) => columnsOf(table)[name]!.name === key.name)!);
  let after: unknown[] | null = null;
  for (let limit = 16; ;) {
    const rows: Record<string, unknown>[] = await db
      .select()
      .from(table)
      .where(after === null ? undefined : sql`(${sql.join(keys, sql`, `)}) > (${listed(keys, after)})`)
      .orderBy(...keys)
      .limit(limit);
    const lines = rows.map((row) => JSON.stringify(names.map((name) => row[name])));
    yield* lines;
    if (rows.length < limit) return;
    after = keyNames.map((name) => rows.at(-1)![name]);
    const characters = lines.reduce((total, line) => total + line.length, 0);
    const fitting = Math.ceil((PAGE_CHARACTERS * rows.length) / characters);
    limit = Math.max(1, Math.min(fitting, limit * 2, MOST_ROWS_A_PAGE));
  }
}

const listed = (keys: readonly AnyPgColumn[], values: readonly unknown[]) =>
  sql.join(
    keys.map((key, i) => sql.param(values[i], key)),
    sql`, `,
  );

export const columnNames = (table: PgTable): string[] => Object.keys(columnsOf(table));

const BATCH_CHARACTERS = 4_000_000;
const BATCH_ROWS = 500;

/** Adds the rows that `rowsOf` wrote; answers how many. */
export async function addRowsFrom(tx: Tx, table: PgTable, lines: AsyncIterable<string>): Promise<number> {
  const names = columnNames(table);
  let batch: Record<string, unknown>[] = [];
  let characters = 0;
  let count = 0;
  const flush = async () => {
    await tx.insertAll(table, batch);
    count += batch.length;
    batch = [];
    characters = 0;
  };
  for await (const line of lines) {
    const values = JSON.parse(line) as unknown[];
    batch.push(Object.fromEntries(names.map((name, i) => [name, values[i]])));
    characters += line.length;
    if (batch.length >= BATCH_ROWS || characters >= BATCH_CHARACTERS) await flush();
  }
  if (batch.length > 0) await flush();
  return count;
}
