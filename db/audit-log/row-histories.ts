// What the audit trail says that a table holds: from every row's changes, what its hash must be now.
import { and, asc, eq, getTableName, gt, or, sql, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { keyColumnsOf } from '../columns.ts';
import { keyNameOf, rowIdOf } from '../rows.ts';
import { isStoreDamaged } from '../store-errors.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

/** The log itself and what it binds are checked from the entries, not as rows. */
const OUTSIDE = ['audit_entries', 'audit_changes', 'log_leaves', 'log_nodes', 'log_heads', 'log_keys'];

export const auditedTables = (tables: Tables): PgTable[] =>
  (Object.values(tables) as PgTable[]).filter((table) => !OUTSIDE.includes(getTableName(table)));

export interface RowHistory {
  readonly rowId: string;
  /** The hash of the row as it should be; null = no such row; undefined = the changes do not join. */
  readonly expected: string | null | undefined;
}

const CHANGES_A_PAGE = 2000;
const ROWS_A_PAGE = 500;

/** By row id. Whatever order acts were committed in: each leaves one hash and reaches another, one remains reached. */
export async function* rowHistories(db: Db, tables: Tables, tableName: string): AsyncGenerator<RowHistory> {
  let rowId: string | null = null;
  let balance = new Map<string, number>();
  const count = (hash: string | null, by: number) => {
    if (hash === null) return;
    const now = (balance.get(hash) ?? 0) + by;
    if (now === 0) balance.delete(hash);
    else balance.set(hash, now);
  };
  for await (const change of changesByRow(db, tables, tableName)) {
    if (change.rowId !== rowId) {
      if (rowId !== null) yield { rowId, expected: remaining(balance) };
      rowId = change.rowId;
      balance = new Map();
    }
    count(change.oldHash, -1);
    count(change.newHash, 1);
  }
  if (rowId !== null) yield { rowId, expected: remaining(balance) };
}

function remaining(balance: ReadonlyMap<string, number>): string | null | undefined {
  if (balance.size === 0) return null;
  const [[hash, count] = ['', 0], ...others] = balance;
  return count === 1 && others.length === 0 ? hash : undefined;
}

async function* changesByRow(
  db: Db,
  { auditChanges: c }: Tables,
  tableName: string,
): AsyncGenerator<Row<'auditChanges'>> {
  for (let after: Row<'auditChanges'> | undefined; ;) {
    const beyond: ReturnType<typeof and> =
      after &&
      or(
        gt(c.rowId, after.rowId),
        and(
          eq(c.rowId, after.rowId),
          or(gt(c.entryId, after.entryId), and(eq(c.entryId, after.entryId), gt(c.position, after.position))),
        ),
      );
    const rows: Row<'auditChanges'>[] = await db
      .select()
      .from(c)
      .where(and(eq(c.tableName, tableName), beyond))
      .orderBy(asc(c.rowId), asc(c.entryId), asc(c.position))
      .limit(CHANGES_A_PAGE);
    yield* rows;
    if (rows.length < CHANGES_A_PAGE) return;
    after = rows.at(-1);
  }
}

export interface StoredRow {
  readonly rowId: string;
  readonly row: Readonly<Record<string, unknown>>;
  /** Flags that are neither true nor false as the engine holds them. */
  readonly isOdd: boolean;
}

/** Every row of a table in the order of its key. */
export async function* storedRows(db: Db, table: PgTable): AsyncGenerator<StoredRow> {
  const keys = keyColumnsOf(table);
  const names = keys.map((key) => keyNameOf(table, key));
  const odd = oddness(table);
  for (let after: Readonly<Record<string, unknown>> | undefined; ;) {
    const last = after;
    const wanted =
      last &&
      beyondKey(
        keys,
        names.map((name) => last[name]),
      );
    const found: Found[] = await db
      .select({ row: table as never, odd })
      .from(table)
      .where(wanted)
      .orderBy(...keys.map((key) => asc(key)))
      .limit(ROWS_A_PAGE)
      .catch(() => oneByOne(db, table, wanted));
    for (const each of found)
      yield { rowId: rowIdOf(table, each.row), row: each.row, isOdd: Number(each.odd) !== 0 };
    if (found.length < ROWS_A_PAGE) return;
    after = found.at(-1)!.row;
  }
}

interface Found {
  readonly row: Record<string, unknown>;
  readonly odd: unknown;
}

/** A page with a row that cannot be read, its JSON broken for example: that one is odd, the others are as they are. */
async function oneByOne(db: Db, table: PgTable, wanted: SQL | undefined): Promise<Found[]> {
  const keys = keyColumnsOf(table);
  const named = Object.fromEntries(keys.map((key) => [keyNameOf(table, key), key]));
  const ids = await db
    .select(named)
    .from(table)
    .where(wanted)
    .orderBy(...keys.map((key) => asc(key)))
    .limit(ROWS_A_PAGE);
  const found: Found[] = [];
  for (const id of ids) {
    const isIt = and(...Object.entries(named).map(([name, key]) => eq(key, id[name])));
    const rows: Record<string, unknown>[] | null = await db
      .select()
      .from(table)
      .where(isIt)
      .catch((fault: unknown) => {
        if (isStoreDamaged(fault)) throw fault;
        return null;
      });
    found.push({ row: rows?.[0] ?? id, odd: rows ? 0 : 1 });
  }
  return found;
}

/** Row after row by a key of several columns: greater in one, equal in those before it. */
const beyondKey = (keys: readonly AnyPgColumn[], values: readonly unknown[]) =>
  or(
    ...keys.map((key, i) =>
      and(...keys.slice(0, i).map((before, at) => eq(before, values[at])), gt(key, values[i])),
    ),
  );

/** SQLite takes any number for a flag and reads all but 1 as false: such a row would look right. */
function oddness(table: PgTable) {
  const flags = Object.values(table as unknown as Record<string, AnyPgColumn>).filter(
    (column) => column?.columnType === 'SQLiteBoolean',
  );
  if (flags.length === 0) return sql<number>`0`.as('odd');
  const parts = flags.map(
    (flag) =>
      sql`case when ${flag} is null or typeof(${flag}) = 'integer' and ${flag} in (0, 1) then 0 else 1 end`,
  );
  return sql<number>`${sql.join(parts, sql` + `)}`.as('odd');
}
