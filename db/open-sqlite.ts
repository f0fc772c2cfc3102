// The embedded engine: one writer connection, one read-only connection, everything durable before it is answered.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { type Recorded, withEntry } from './audit-entry.ts';
import { logWriter, MOST_AT_ONCE } from './audit-log/append.ts';
import { leafOf } from './audit-log/leaf.ts';
import { auditLog } from './audit-log/log.ts';
import { copyAside, copyWhileWriting } from './copy-sqlite.ts';
import { preparedInserts } from './insert-sqlite.ts';
import { groupCommit } from './group-commit.ts';
import { withKeptStatements } from './kept-statements.ts';
import { applyPending, isCurrent, type MigrationConnection } from './migrate.ts';
import { hasRoom, unsoundness } from './sqlite-soundness.ts';
import { refuseFilled } from './refuse-filled.ts';
import type { Db, Engine, EngineOptions, Tx } from './store.ts';
import { tablesOf } from './tables/index.ts';
import { lend, oneAtATime, StoreClosed } from './write-door.ts';

type Client = Database.Database;

const BUSY_TIMEOUT_MS = 5000;
/** A folder made here holds personal data. */
const OWNER_ONLY = 0o700;

export async function openSqlite(options: EngineOptions): Promise<Engine> {
  const file = pathOf(options.url);
  const folder = `${options.migrationsFolder}/sqlite`;
  const tables = tablesOf('sqlite');
  const writer = openConnection(file, 'write');
  if (options.migrate) await migrateSqlite(writer, folder);
  const reader = openConnection(file, 'read');
  // Moves when another connection commits; the reader itself never does.
  const dataVersion = reader.prepare('pragma data_version').pluck();
  const tx = writeFace(writer);
  const log = logWriter({ tables, signers: options.signers, now: options.now });
  // One writer, so the log is written in the very transaction that it records: no second fsync, never behind.
  const group = groupCommit(
    writer,
    (values) => log.append(tx, (values as Recorded<unknown>[]).flatMap(leafOfRecorded)),
    options.mostPerCommit,
  );
  const door = oneAtATime();
  let closed = false;
  return {
    dialect: 'sqlite',
    tables,
    sealed: options.sealed,
    read: readFace(reader),
    revision: () => dataVersion.get() as number,
    snapshot: (work) => atOneMoment(file, work),
    async write(act, work) {
      door.refuseNested();
      if (closed) throw new StoreClosed();
      const { result } = await group.add(() =>
        door.enter(() => lend(tx, (lent) => withEntry({ tx: lent, tables, stamp: options }, act, work))),
      );
      return result;
    },
    log: auditLog({
      db: readFace(reader),
      tables,
      keyIds: options.signers.map(({ keyId }) => keyId),
      async sequenced() {
        while ((await group.add(() => log.takeUp(tx, Number.MIN_SAFE_INTEGER))) === MOST_AT_ONCE);
      },
    }),
    load: async (act, work) => {
      const { result } = await group.add(() => {
        // Until this transaction ends: then every reference must hold.
        writer.pragma('defer_foreign_keys = ON');
        return door.enter(() =>
          lend(tx, async (lent) => {
            await refuseFilled(lent, tables);
            return withEntry({ tx: lent, tables, stamp: options }, act, work);
          }),
        );
      });
      return result;
    },
    async copyTo(target, { how, report }, look) {
      if (how === 'aside') copyAside(reader, target);
      else await copyWhileWriting(writer, target, report);
      const copy = openConnection(target, 'write');
      try {
        return await look(readFace(copy));
      } finally {
        copy.close();
      }
    },
    unsound: async () => unsoundness(writer, PRAGMAS, file),
    mayTry(because) {
      if (because === 'damaged') return unsoundness(writer, PRAGMAS, file) === null;
      return because !== 'unsafe' && (because !== 'full' || hasRoom(file));
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

const leafOfRecorded = ({ entry, changes }: Recorded<unknown>) =>
  entry ? [{ entryId: entry.id, leafHash: leafOf(entry, changes) }] : [];

const pathOf = (url: string): string => url.replace(/^file:(\/\/(?=\/))?/u, '');

// The casts of this engine: its tables and queries are typed as PostgreSQL's (see columns.ts).
const readFace = (client: Client): Db => drizzle(withKeptStatements(client)) as unknown as Db;
const writeFace = (client: Client): Tx =>
  Object.assign(drizzle(withKeptStatements(client)), { insertAll: preparedInserts(client) }) as unknown as Tx;

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

/** What every connection must answer. */
const PRAGMAS = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, busy_timeout: BUSY_TIMEOUT_MS };

function assertPragmas(client: Client): void {
  for (const [pragma, value] of Object.entries(PRAGMAS)) {
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
