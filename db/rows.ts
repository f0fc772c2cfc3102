// Writing rows so that the audit entry sees each of them, whole, before and after.
import { and, eq, getTableColumns, getTableName, inArray, sql, type InferInsertModel } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Changed } from './audit-entry.ts';
import { keyColumnsOf } from './columns.ts';
import type { Tx } from './store.ts';

/** The row is not any more what the writer believed it to be. */
export class StaleVersion extends Error {
  readonly table: string;
  readonly rowId: string;
  constructor(table: PgTable, rowId: string) {
    super(`${getTableName(table)} ${rowId} was changed meanwhile`);
    this.table = getTableName(table);
    this.rowId = rowId;
  }
}

type Values = Record<string, unknown>;
type Settable<T extends PgTable> = Partial<InferInsertModel<T>>;
const columnsOf = (table: PgTable) => getTableColumns(table) as Record<string, AnyPgColumn>;

/** The one column that names a row. */
function keyOf(table: PgTable): [key: string, column: AnyPgColumn] {
  const found = Object.entries(columnsOf(table)).find(([, column]) => column.primary);
  if (!found) throw new Error(`${getTableName(table)} has no single key`);
  return found;
}
/** What names a row in the audit trail: its key, the parts of a composite one in their order. */
export function rowIdOf(table: PgTable, row: object): string {
  const keys = keyColumnsOf(table).map((key) => keyNameOf(table, key));
  return keys.map((name) => String((row as Values)[name])).join(' ');
}
/** What a row's object calls a column. */
export const keyNameOf = (table: PgTable, wanted: AnyPgColumn): string =>
  Object.entries(columnsOf(table)).find(([, column]) => column.name === wanted.name)![0];

/** The row as the store will hold it: what was left out is null. */
const whole = (table: PgTable, row: Values): Values =>
  Object.fromEntries(Object.keys(columnsOf(table)).map((key) => [key, row[key] ?? null]));

export async function addRows<T extends PgTable>(
  tx: Tx,
  changed: Changed,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> {
  await tx.insertAll(table, rows);
  for (const row of rows) changed(table, rowIdOf(table, row), null, whole(table, row));
}

/** Changes one row if it is still `before` (its version, where the table has one), and returns it as it is now. */
export async function changeRow<T extends PgTable>(
  tx: Tx,
  changed: Changed,
  table: T,
  change: { before: T['$inferSelect']; set: Settable<T> },
): Promise<T['$inferSelect']> {
  const { version } = columnsOf(table);
  const [key, id] = keyOf(table);
  // Without a version to compare, what the caller read may be older than what is changed here.
  const before: Values = version ? change.before : await asStored(tx, table, change.before);
  const set: Values = { ...change.set, ...(version ? { version: Number(before['version']) + 1 } : {}) };
  const touched = await tx
    .update(table)
    .set(set as never)
    .where(and(eq(id, before[key]), version ? eq(version, before['version']) : undefined))
    .returning({ id });
  if (touched.length === 0) throw new StaleVersion(table, String(before[key]));
  const after = { ...before, ...set };
  changed(table, String(before[key]), before, after);
  return after;
}

async function asStored(tx: Tx, table: PgTable, row: Values): Promise<Values> {
  const [key, id] = keyOf(table);
  const [stored] = await tx.select().from(table).where(eq(id, row[key]));
  if (!stored) throw new StaleVersion(table, rowIdOf(table, row));
  return stored;
}

const MOST_IN_A_LIST = 500;

/** Changes many rows alike. `before` are the rows as read in this same transaction. */
export async function changeRows<T extends PgTable>(
  tx: Tx,
  changed: Changed,
  table: T,
  change: { before: readonly T['$inferSelect'][]; set: Settable<T> },
): Promise<void> {
  const { version } = columnsOf(table);
  const [key, id] = keyOf(table);
  const set: Values = { ...change.set, ...(version ? { version: sql`${version} + 1` } : {}) };
  for (const rows of inChunks(change.before as readonly Values[], MOST_IN_A_LIST)) {
    const ids = rows.map((row) => row[key]);
    const touched = await tx
      .update(table)
      .set(set as never)
      .where(inArray(id, ids))
      .returning({ id });
    if (touched.length !== rows.length) throw new StaleVersion(table, ids.join(', '));
    for (const row of rows) {
      const next = version ? { version: Number(row['version']) + 1 } : {};
      changed(table, String(row[key]), row, { ...row, ...change.set, ...next });
    }
  }
}

/** SQLite and PostgreSQL both limit the parameters of a statement. */
export function* inChunks<T>(values: readonly T[], size = MOST_IN_A_LIST): Generator<readonly T[]> {
  for (let from = 0; from < values.length; from += size) yield values.slice(from, from + size);
}
