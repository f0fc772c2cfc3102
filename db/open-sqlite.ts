// The embedded engine: one writer connection, one read-only connection, everything durable before it is answered.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { PgTable } from 'drizzle-orm/pg-core';
import { withEntry } from './audit-entry.ts';
import { groupCommit } from './group-commit.ts';
import { applyPending, isCurrent, type MigrationConnection } from './migrate.ts';
import type { Db, EngineOptions, Store, Tx } from './store.ts';
import { tablesOf } from './tables/index.ts';
import { lend, oneAtATime, StoreClosed } from './write-door.ts';

type Client = Database.Database;

const BUSY_TIMEOUT_MS = 5000;
/** A folder made here holds personal data. */
const OWNER_ONLY = 0o700;
const ROWS_BETWEEN_TURNS = 500;

export async function openSqlite(options: EngineOptions): Promise<Store> {
  const file = pathOf(options.url);
  const folder = `${options.migrationsFolder}/sqlite`;
  const tables = tablesOf('sqlite');
  const writer = openConnection(file, 'write');
  if (options.migrate) await migrateSqlite(writer, folder);
  const reader = openConnection(file, 'read');
  const tx = writeFace(writer);
  const group = groupCommit(writer);
  const door = oneAtATime();
  let closed = false;
  return {
    dialect: 'sqlite',
    tables,
    sealed: options.sealed,
    read: readFace(reader),
    snapshot: (work) => atOneMoment(file, work),
    async write(act, work) {
      door.refuseNested();
      if (closed) throw new StoreClosed();
      return group.add(() =>
        door.enter(() => lend(tx, (lent) => withEntry({ tx: lent, tables, stamp: options }, act, work))),
      );
    },
    ready: async () => !closed && isCurrent(migrationConnection(reader), folder),
    async close() {
      if (closed) return;
      closed = true;
      await group.idle();
      reader.close();
      writer.close();
    },
  };
}

const pathOf = (url: string): string => url.replace(/^file:(\/\/(?=\/))?/u, '');

// The casts of this engine: its tables and queries are typed as PostgreSQL's (see columns.ts).
const readFace = (client: Client): Db => drizzle(client) as unknown as Db;
const writeFace = (client: Client): Tx =>
  Object.assign(drizzle(client), { insertAll: preparedInserts(client) }) as unknown as Tx;

/** better-sqlite3 opens WAL with synchronous=NORMAL, which loses acknowledged writes when the power fails. */
export function openConnection(file: string, door: 'read' | 'write'): Client {
  if (door === 'write') mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY });
  const client = new Database(file, { readonly: door === 'read' });
  if (door === 'write') client.pragma('journal_mode = WAL');
  client.pragma('synchronous = FULL');
  client.pragma('foreign_keys = ON');
  client.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
  assertPragmas(client);
  return client;
}

function assertPragmas(client: Client): void {
  const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: BUSY_TIMEOUT_MS };
  for (const [pragma, value] of Object.entries(wanted)) {
    const found = client.pragma(pragma, { simple: true });
    if (found !== value) throw new Error(`SQLite pragma ${pragma} is ${String(found)}, not ${String(value)}`);
  }
}

/**
 * Foreign keys are off meanwhile: a rebuild drops the parent table, and under ON that would silently delete the
 * children of every ON DELETE CASCADE. What a migration broke is found before it is committed.
 */
export async function migrateSqlite(client: Client, folder: string): Promise<void> {
  if (await isCurrent(migrationConnection(client), folder)) return;
  client.pragma('foreign_keys = OFF');
  client.exec('BEGIN IMMEDIATE');
  try {
    await applyPending(migrationConnection(client), folder);
    const orphans = client.pragma('foreign_key_check') as { table: string }[];
    if (orphans[0]) throw new Error(`a migration left orphans in ${orphans[0].table}: nothing was changed`);
    client.exec('COMMIT');
  } catch (fault) {
    if (client.inTransaction) client.exec('ROLLBACK');
    throw fault;
  } finally {
    client.pragma('foreign_keys = ON');
  }
}

const migrationConnection = (client: Client): MigrationConnection => ({
  rows: async (sql) => client.prepare(sql).all() as Record<string, unknown>[],
  run: async (sql) => {
    client.exec(sql);
  },
});

/** A connection of its own, whose read transaction holds still while writers go on. */
async function atOneMoment<T>(file: string, work: (db: Db) => Promise<T>): Promise<T> {
  const client = openConnection(file, 'read');
  try {
    client.exec('BEGIN');
    client.prepare('select 1 from sqlite_master').get();
    return await lend(readFace(client), work);
  } finally {
    client.close();
  }
}

/** One prepared statement a table; the event loop gets its turn between blocks of rows. */
function preparedInserts(client: Client): Tx['insertAll'] {
  const prepared = new Map<PgTable, (row: Record<string, unknown>) => void>();
  return async (table, rows) => {
    let insert = prepared.get(table);
    if (!insert) prepared.set(table, (insert = insertOf(client, table)));
    for (const [position, row] of rows.entries()) {
      if (position > 0 && position % ROWS_BETWEEN_TURNS === 0) await nextTurn();
      insert(row);
    }
  };
}

function insertOf(client: Client, table: PgTable): (row: Record<string, unknown>) => void {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  const statement = client.prepare(`insert into "${getTableName(table)}" (${names}) values (${places})`);
  return (row) => {
    statement.run(
      columns.map(([key, column]) => (row[key] == null ? null : column.mapToDriverValue(row[key]))),
    );
  };
}
