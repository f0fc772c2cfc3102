// PostgreSQL: the road past one machine. Any number of stateless nodes may stand in front of it.
import { setTimeout as pause } from 'node:timers/promises';
import { getTableColumns, sql } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PgTransactionConfig } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { withEntry } from './audit-entry.ts';
import { logWriter } from './audit-log/append.ts';
import { auditLog } from './audit-log/log.ts';
import { sequencer } from './audit-log/sequencer.ts';
import { withDeferredKeys } from './deferred-keys.ts';
import { onOwnConnection } from './lent-connection.ts';
import { applyPending, isCurrent, type MigrationConnection } from './migrate.ts';
import { isWriteConflict } from './store-errors.ts';
import { refuseFilled } from './refuse-filled.ts';
import type { Db, Engine, EngineOptions, Tx } from './store.ts';
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
/** Held by sequencers only, never by a user's transaction. */
const SEQUENCER_LOCK = 730_002;

export async function openPostgres(options: EngineOptions): Promise<Engine> {
  const folder = `${options.migrationsFolder}/postgres`;
  const tables = tablesOf('postgres');
  if (options.migrate) await migratePostgres(options.url, folder);
  const writers = openPool(options.url);
  const readers = openPool(options.readUrl ?? options.url, '-c default_transaction_read_only=on');
  const reader = drizzle(readers);
  const door = oneAtATime();
  const log = logWriter({ tables, signers: options.signers, now: options.now });
  const following = sequencer({
    now: options.now,
    onBroken: options.onLogBroken,
    // Each statement of a read committed transaction sees what was committed before it: after the lock, everything.
    takeUp: (since) =>
      inTransaction(writers, { isolationLevel: 'read committed' }, async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(${SEQUENCER_LOCK})`);
        return log.takeUp(withInsertAll(tx), since);
      }),
  });
  let closed = false;
  return {
    dialect: 'postgres',
    tables,
    sealed: options.sealed,
    read: reader,
    revision: () => null,
    snapshot: (work) =>
      inTransaction(readers, { isolationLevel: 'repeatable read', accessMode: 'read only' }, (db) =>
        lend(db as Db, work),
      ),
    async write(act, work) {
      door.refuseNested();
      if (closed) throw new StoreClosed();
      const { result, entry } = await serializable(writers, (tx) =>
        door.enter(() => lend(tx, (lent) => withEntry({ tx: lent, tables, stamp: options }, act, work))),
      );
      following.wake(entry.at);
      return result;
    },
    log: auditLog({
      db: reader,
      tables,
      keyIds: options.signers.map(({ keyId }) => keyId),
      sequenced: following.takeAll,
    }),
    load: async (act, work) => {
      const { result, entry } = await inTransaction(writers, {}, (tx) =>
        withDeferredKeys(tx, () =>
          lend(withInsertAll(tx), async (lent) => {
            await refuseFilled(lent, tables);
            return withEntry({ tx: lent, tables, stamp: options }, act, work);
          }),
        ),
      );
      following.wake(entry.at);
      return result;
    },
    // The server has its own means; the portable form reads one moment through a snapshot.
    copyTo: null,
    unsound: async () => {
      const { rows } = await writers.query<{ synchronous_commit: string }>('show synchronous_commit');
      return rows[0]?.synchronous_commit === 'off' ? 'unsafe' : null;
    },
    mayTry: (because) => because !== 'unsafe',
    ready: async () => !closed && isCurrent(migrationConnection(readers), folder),
    async close() {
      if (closed) return;
      closed = true;
      await following.close();
      await Promise.all([writers.end(), readers.end()]);
    },
  };
}

const inTransaction = <T>(
  pool: pg.Pool,
  config: PgTransactionConfig,
  work: (tx: NodePgDatabase) => Promise<T>,
): Promise<T> => onOwnConnection(pool, (client) => drizzle(client), config, work);

function openPool(url: string, settings?: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: MOST_CONNECTIONS,
    ...(settings === undefined ? {} : { options: settings }),
  });
  // An idle connection that breaks is replaced at the next query, which reports a fault of its own if it must.
  pool.on('error', () => {});
  // So is one that breaks while it is lent: its query says so, and nobody else has to hear of it.
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/** As if every write ran alone, as on SQLite: a check before a write holds. Whoever collides starts again. */
async function serializable<T>(writers: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(writers, { isolationLevel: 'serializable' }, (tx) =>
        work(withInsertAll(tx)),
      );
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
