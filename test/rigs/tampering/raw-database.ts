// The database as somebody sees it who goes around the program: tables, rows and SQL.
import Database from 'better-sqlite3';
import pg from 'pg';
import type { Dialect } from '../../../db/columns.ts';

export type RawRow = Readonly<Record<string, unknown>>;
export interface RawColumn {
  readonly name: string;
  readonly type: string;
}
export interface RawDatabase {
  readonly dialect: Dialect;
  tables(): Promise<string[]>;
  columns(table: string): Promise<RawColumn[]>;
  rows(sql: string, values?: readonly unknown[]): Promise<RawRow[]>;
  run(sql: string, values?: readonly unknown[]): Promise<void>;
  close(): Promise<void>;
}

/** What names a row whatever its key. */
export const PLACE: Readonly<Record<Dialect, string>> = { sqlite: 'rowid', postgres: 'ctid' };
/** The book of migrations is not what the log vouches for. */
const NOT_OURS = ['applied_migrations'];

export function sqliteAt(file: string): RawDatabase {
  const client = new Database(file);
  client.pragma('foreign_keys = OFF');
  const rows = async (sql: string, values: readonly unknown[] = []) =>
    client.prepare(sql).all(...values) as RawRow[];
  return {
    dialect: 'sqlite',
    rows,
    tables: async () =>
      (
        await rows(
          `select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name`,
        )
      )
        .map(({ name }) => String(name))
        .filter((name) => !NOT_OURS.includes(name)),
    columns: async (table) =>
      (await rows(`select name, type from pragma_table_info('${table}')`)) as unknown as RawColumn[],
    run: async (sql, values = []) => void client.prepare(sql).run(...values),
    close: async () => {
      client.pragma('wal_checkpoint(TRUNCATE)');
      client.close();
    },
  };
}

export async function postgresAt(url: string): Promise<RawDatabase> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set session_replication_role = replica`);
  const rows = async (sql: string, values: readonly unknown[] = []) =>
    (await client.query<RawRow>(numbered(sql), [...values])).rows;
  return {
    dialect: 'postgres',
    rows,
    tables: async () =>
      (await rows(`select tablename from pg_tables where schemaname = 'public' order by tablename`))
        .map(({ tablename }) => String(tablename))
        .filter((name) => !NOT_OURS.includes(name)),
    columns: async (table) =>
      (await rows(
        `select column_name as name, data_type as type from information_schema.columns
         where table_schema = 'public' and table_name = '${table}' order by ordinal_position`,
      )) as unknown as RawColumn[],
    run: async (sql, values = []) => void (await client.query(numbered(sql), [...values])),
    close: () => client.end(),
  };
}

const numbered = (sql: string): string => {
  let n = 0;
  return sql.replaceAll('?', () => `$${(n += 1)}`);
};

/** Everything that is there, as one text: equal exactly when nothing can be seen to have changed. */
export async function everythingIn(database: RawDatabase): Promise<string> {
  const parts: unknown[] = [];
  for (const table of await database.tables()) {
    const rows = await database.rows(`select * from "${table}"`);
    parts.push(table, rows.map((row) => JSON.stringify(row)).toSorted());
  }
  if (database.dialect === 'sqlite')
    parts.push(await database.rows('select type, name, sql from sqlite_master order by type, name'));
  return JSON.stringify(parts);
}
