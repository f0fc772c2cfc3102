// PostgreSQL: the road past one machine. Any number of stateless nodes may stand in front of it.
import { setTimeout as pause } from 'node:timers/promises';
import { getTableColumns } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { withEntry } from './audit-entry.ts';
import { applyPending, isCurrent, type MigrationConnection } from './migrate.ts';
import { isWriteConflict } from './store-errors.ts';
import type { Db, EngineOptions, Store, Tx } from './store.ts';
import { tablesOf } from './tables/index.ts';
import { lend, oneAtATime, StoreClosed } from './write-door.ts';

const MOST_CONNECTIONS = 10;
const MOST_ATTEMPTS = 20;
const LONGEST_PAUSE_MS = 100;
const MOST_ROWS_AN_INSERT = 1000;
/** PostgreSQL counts a statement's parameters in 16 bits. */
const MOST_PARAMETERS = 65_535;
/** Any number; every node must use the same one. */
const MIGRATION_LOCK = 730_001;

export async function openPostgres(options: EngineOptions): Promise<Store> {
  const folder = `${options.migrationsFolder}/postgres`;
  const tables = tablesOf('postgres');
  if (options.migrate) await migratePostgres(options.url, folder);
  const writers = openPool(options.url);
  const readers = openPool(options.readUrl ?? options.url, '-c default_transaction_read_only=on');
  const writer = drizzle(writers);
  const reader = drizzle(readers);
  const door = oneAtATime();
  let closed = false;
  return {
    dialect: 'postgres',
    tables,
    sealed: options.sealed,
    read: reader,
    snapshot: (work) =>
      reader.transaction((db) => lend(db as Db, work), {
        isolationLevel: 'repeatable read',
        accessMode: 'read only',
      }),
    async write(act, work) {
      door.refuseNested();
      if (closed) throw new StoreClosed();
      return serializable(writer, (tx) =>
        door.enter(() => lend(tx, (lent) => withEntry({ tx: lent, tables, stamp: options }, act, work))),
      );
    },
    ready: async () => !closed && isCurrent(migrationConnection(readers), folder),
    async close() {
      if (closed) return;
      closed = true;
      await Promise.all([writers.end(), readers.end()]);
    },
  };
}

function openPool(url: string, settings?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    ...(settings === undefined ? {} : { options: settings }),
  });
  // An idle connection that breaks is replaced at the next query, which reports a fault of its own if it must.
  pool.on('error', () => {});
  return pool;
}

/** As if every write ran alone, as on SQLite: a check before a write holds. Whoever collides starts again. */
async function serializable<T>(writer: NodePgDatabase, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await writer.transaction((tx) => work(withInsertAll(tx)), { isolationLevel: 'serializable' });
    } catch (fault) {
      if (attempt === MOST_ATTEMPTS || !isWriteConflict(fault)) throw fault;
    }
    await pause(Math.min(2 ** attempt, LONGEST_PAUSE_MS));
  }
}

const withInsertAll = (tx: Pick<NodePgDatabase, keyof Omit<Tx, 'insertAll'>>): Tx =>
  Object.assign(tx, {
    insertAll: async (table: Parameters<Tx['insertAll']>[0], rows: readonly object[]) => {
      const columnCount = Object.keys(getTableColumns(table)).length;
      const most = Math.min(MOST_ROWS_AN_INSERT, Math.floor(MOST_PARAMETERS / columnCount));
      for (let from = 0; from < rows.length; from += most) {
        await tx.insert(table).values(rows.slice(from, from + most));
      }
    },
  });

async function migratePostgres(url: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await applyPending(migrationConnection(client), folder);
    await client.query('commit');
  } finally {
    // Ending the connection rolls back whatever was not committed.
    await client.end();
  }
}

const migrationConnection = (client: pg.Client | pg.Pool): MigrationConnection => ({
  rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
  run: async (sql) => {
    await client.query(sql);
  },
});
