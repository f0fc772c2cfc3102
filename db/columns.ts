// The column kit: a table is declared once, through these words, and becomes a Drizzle table of either engine.
// Everything is typed as PostgreSQL's: what SQLite alone can do (.get, .all, .run) does not type-check,
// and what PostgreSQL alone can do fails at once in the tests on SQLite.
import { is, sql, type GetColumnData, type SQL } from 'drizzle-orm';
import * as p from 'drizzle-orm/pg-core';
import * as s from 'drizzle-orm/sqlite-core';

export type Dialect = 'sqlite' | 'postgres';

// SQLite compares text by bytes; so does PostgreSQL under COLLATE "C". One order on both engines, whatever the
// server's locale: pages continue where they stopped, ids sort as scoring sorts them, name keys sort by pinyin.
const byteText = p.customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });

const postgresColumns = {
  id: (name = 'id') => byteText(name).primaryKey(),
  text: <T extends string = string>(name: string) => byteText(name).$type<T>(),
  int: (name: string) => p.integer(name),
  bool: (name: string) => p.boolean(name),
  /** A day, YYYY-MM-DD. */
  day: (name: string) => byteText(name),
  /** A moment, in milliseconds since 1970. */
  instant: (name: string) => p.bigint(name, { mode: 'number' }),
  json: <T>(name: string) => p.jsonb(name).$type<T>(),
};
type Columns = typeof postgresColumns;

const sqliteColumns = {
  id: (name = 'id') => s.text(name).primaryKey(),
  text: (name: string) => s.text(name),
  int: (name: string) => s.integer(name),
  bool: (name: string) => s.integer(name, { mode: 'boolean' }),
  day: (name: string) => s.text(name),
  instant: (name: string) => s.integer(name),
  json: (name: string) => s.text(name, { mode: 'json' }),
} satisfies Record<keyof Columns, unknown> as unknown as Columns;

const postgresKit = {
  c: postgresColumns,
  table: p.pgTable,
  index: p.index,
  unique: p.uniqueIndex,
  primaryKey: p.primaryKey,
  foreignKey: p.foreignKey,
};
export type Kit = typeof postgresKit;

const sqliteKit = {
  c: sqliteColumns,
  table: s.sqliteTable,
  index: s.index,
  unique: s.uniqueIndex,
  primaryKey: s.primaryKey,
  foreignKey: s.foreignKey,
} satisfies Record<keyof Kit, unknown> as unknown as Kit;

export const kitOf = (dialect: Dialect): Kit => (dialect === 'postgres' ? postgresKit : sqliteKit);

/** Which columns of which table a table points at. */
export const foreignKeysOf = (table: p.PgTable): { column: p.AnyPgColumn; target: p.AnyPgColumn }[] => {
  const keys = is(table, p.PgTable)
    ? p.getTableConfig(table).foreignKeys
    : (s.getTableConfig(table).foreignKeys as unknown as p.ForeignKey[]);
  return keys.map((key) => {
    const { columns, foreignColumns } = key.reference();
    return { column: columns[0]!, target: foreignColumns[0]! };
  });
};

/** The columns that tell a table's rows apart: its key, or without one its first unique index. */
export function keyColumnsOf(table: p.PgTable): p.AnyPgColumn[] {
  const config = is(table, p.PgTable)
    ? p.getTableConfig(table)
    : (s.getTableConfig(table) as unknown as ReturnType<typeof p.getTableConfig>);
  const single = config.columns.find((column) => column.primary);
  if (single) return [single];
  const [composite] = config.primaryKeys;
  if (composite) return [...composite.columns];
  const unique = config.indexes.find((index) => index.config.unique && !index.config.where);
  if (!unique) throw new Error(`${config.name} has nothing that tells its rows apart`);
  // PostgreSQL's indexes keep the names of their columns only.
  return unique.config.columns.map((indexed) => {
    const name = 'name' in indexed ? indexed.name : undefined;
    return config.columns.find((column) => column.name === name)!;
  });
}

export type Packed<C extends readonly p.AnyPgColumn[]> = { -readonly [I in keyof C]: GetColumnData<C[I]> };

/**
 * The rows of a group as one value, each a tuple in the order of `columns`. Crossing from the engine into JavaScript
 * is what a run over everybody costs: the records of a person cross as one text instead of one row each.
 */
export function packed<const C extends readonly p.AnyPgColumn[]>(
  columns: C,
  orderBy: p.AnyPgColumn,
): SQL<Packed<C>[]> {
  const isPostgres = is(orderBy, p.PgColumn);
  const list = sql.join(columns.map(isPostgres ? (column) => sql`${column}` : asJsonOnSqlite), sql`, `);
  const text = isPostgres
    ? sql`json_agg(json_build_array(${list}) order by ${orderBy})::text`
    : sql`'[' || group_concat(json_array(${list}), ',' order by ${orderBy}) || ']'`;
  return text.mapWith((value: string) => JSON.parse(value) as Packed<C>[]);
}

/** SQLite keeps a flag as 0 or 1 and JSON as text; PostgreSQL's own types need no such help. */
function asJsonOnSqlite(column: p.AnyPgColumn): SQL {
  if (column.dataType === 'json') return sql`json(${column})`;
  if (column.dataType !== 'boolean') return sql`${column}`;
  return sql`case when ${column} then json('true') when not ${column} then json('false') end`;
}
