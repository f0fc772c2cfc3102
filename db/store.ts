// The store's face: one door to read, one door to write, the same on both engines.
import type { PgDatabase, PgQueryResultHKT, PgTable } from 'drizzle-orm/pg-core';
import type { Act, Changed } from './audit-entry.ts';
import type { LogBroken } from './audit-log/append.ts';
import { beginLog } from './audit-log/begin.ts';
import type { Fault } from './audit-log/faults.ts';
import type { AuditLog } from './audit-log/log.ts';
import { type LogSigner, signersOf } from './audit-log/signing.ts';
import { verifyLog } from './audit-log/verify.ts';
import type { Dialect } from './columns.ts';
import { type Because, PROBE_EVERY_MS, type ReadOnly, readOnlyMode, type Watcher } from './read-only-mode.ts';
import { sealedFields, type SealedFields, type SealingKeys } from './sealed-fields.ts';
import type { Tables } from './tables/index.ts';

// The rest of what callers need, so that they know this file and queries/ only.
export { NoChangeRecorded, type Act, type Changed } from './audit-entry.ts';
export { addRows, changeRow, changeRows, StaleVersion } from './rows.ts';
export { StoreNotEmpty } from './refuse-filled.ts';
export { exportedLines, exportReader, UnreadableExport } from './audit-log/export.ts';
export { type Fault, FAULTS } from './audit-log/faults.ts';
export { type HeldHead, type Verified, verifyExport, verifyStore } from './audit-log/verify.ts';
export { StoreIsReadOnly, type ReadOnly } from './read-only-mode.ts';
export { isStoreFull, isStoreUnreachable, isUniqueViolation } from './store-errors.ts';
export type { Row, Tables } from './tables/index.ts';
export type { SealedFields, SealingKeys };

type Face = PgDatabase<PgQueryResultHKT>;

/** What a query may do. The connection behind it is read-only on both engines. */
export type Db = Pick<Face, 'select' | 'selectDistinct' | 'with' | '$with' | '$count'>;

/** What an act may do. There is no delete: rows are withdrawn. */
export type Tx = Db &
  Pick<Face, 'insert' | 'update'> & {
    /** Many rows of one table, each engine's fastest way. Columns left out become null. */
    insertAll<T extends PgTable>(table: T, rows: readonly T['$inferInsert'][]): Promise<void>;
  };

export interface Store {
  readonly dialect: Dialect;
  readonly tables: Tables;
  readonly sealed: SealedFields;
  /** Reads what is committed. */
  readonly read: Db;
  /**
   * Another number once anything was committed, by whomever: while it stays, reading again finds the same. Null where
   * the engine cannot say for less than the reading itself.
   */
  revision(): number | null;
  /** Several reads that all see the same moment. */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * The only way to change anything: one serializable transaction, one audit entry. `work` awaits nothing but `tx`,
   * names every row it changes through `changed`, and may be run again from the start when writers collide.
   */
  write<T>(act: Act, work: (tx: Tx, changed: Changed) => Promise<T>): Promise<T>;
  /** The log over all audit entries: heads, proofs, keys. */
  readonly log: AuditLog;
  /** What the start found wrong with the log; empty where it was not asked to look (`check`). */
  readonly startFaults: readonly Fault[];
  /** Rows of a backup into an empty store, whole or not at all; references are checked at the end, in any order. */
  load<T>(act: Act, work: (tx: Tx, changed: Changed) => Promise<T>): Promise<T>;
  /** The embedded engine's copy of itself in a new file, consistent while writes go on; null on PostgreSQL. */
  readonly copyTo: CopyTo | null;
  /** While nothing can be written, since when and why; reads go on. It ends by itself when writing works again. */
  readonly readOnly: ReadOnly | null;
  /** Told whenever that begins or ends. */
  watch(watcher: Watcher): void;
  /** Reachable, and no migration is missing. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

/** `ownConnection`: by the one process that writes, in steps · `aside`: by another process, at once. */
export type CopyManner = 'ownConnection' | 'aside';
/** `look` reads the copy once it is whole. */
export type CopyTo = <T>(
  file: string,
  manner: { readonly how: CopyManner; readonly report: (part: number) => void },
  look: (db: Db) => Promise<T>,
) => Promise<T>;

/** What an engine brings; that writing may stop and begin again is the same for both. */
export interface Engine extends Omit<Store, 'readOnly' | 'watch' | 'startFaults'> {
  /** Why it must not be written to, looked for at the start; null = it keeps what it acknowledges. */
  unsound(): Promise<Because | null>;
  /** Whether writing is worth another try, as far as one can tell without writing. */
  mayTry(because: Because): boolean;
}

export interface StoreKeys extends SealingKeys {
  /** Ed25519 private keys, PEM, the present one first: sign the heads of the log. */
  logKey: string;
}

export interface StoreOptions {
  /** `file:./data/dandang.db` or `postgres://…` */
  url: string;
  /** A PostgreSQL replica to read from. */
  readUrl?: string;
  keys: StoreKeys;
  now: () => number;
  newId: (prefix: string) => string;
  /** False leaves the schema as it is; `ready()` then says whether it is current. */
  migrate?: boolean;
  /** Looks through the whole store for damage before anybody writes to it, as a server does at its start. */
  check?: boolean;
  /** False leaves the log as it is found, for those who examine it. */
  sequence?: boolean;
  /** How many waiting writes share one commit of the embedded engine; 1 only to compare. */
  mostPerCommit?: number;
  /** How often a store that cannot be written tries again. */
  probeEveryMs?: number;
  /** The folder that holds sqlite/ and postgres/; a bundled server names its own. */
  migrationsFolder?: string;
}
/** What an engine gets: every option decided. */
export interface EngineOptions extends StoreOptions {
  sealed: SealedFields;
  migrate: boolean;
  migrationsFolder: string;
  signers: readonly [LogSigner, ...LogSigner[]];
  /** The log was found to contradict itself. */
  onLogBroken: (fault: LogBroken) => void;
}

export async function openStore(given: StoreOptions): Promise<Store> {
  const options: EngineOptions = {
    migrate: true,
    migrationsFolder: `${import.meta.dirname}/migrations`,
    ...given,
    sealed: sealedFields(given.keys),
    signers: signersOf(given.keys.logKey),
    onLogBroken: () => mode.enter('altered'),
  };
  const engine = await openEngine(options);
  const mode: ReturnType<typeof readOnlyMode> = readOnlyMode({
    tables: engine.tables,
    stamp: options,
    write: engine.write,
    mayTry: (because) => because !== 'altered' && engine.mayTry(because),
    probeEveryMs: options.probeEveryMs ?? PROBE_EVERY_MS,
  });
  const unsound = options.check === true ? await engine.unsound() : null;
  if (unsound !== null) mode.enter(unsound);
  const isLooked = options.check === true && unsound === null && (await engine.ready());
  const startFaults = isLooked ? (await engine.snapshot((db) => verifyLog(db, engine.tables))).faults : [];
  if (startFaults.length > 0) mode.enter('altered');
  const mayBegin = options.migrate && options.sequence !== false && mode.state === null;
  if (mayBegin) await beginLog(engine, options);
  return {
    ...engine,
    startFaults,
    write: (act, work) => mode.guarded(() => engine.write(act, work)),
    load: (act, work) => mode.guarded(() => engine.load(act, work)),
    get readOnly() {
      return mode.state;
    },
    watch: mode.watch,
    async close() {
      mode.close();
      await engine.close();
    },
  };
}

async function openEngine(options: EngineOptions): Promise<Engine> {
  if (options.url.startsWith('file:')) {
    refuseOldRuntime();
    return (await import('./open-sqlite.ts')).openSqlite(options);
  }
  if (/^postgres(ql)?:\/\//u.test(options.url)) {
    return (await import('./open-postgres.ts')).openPostgres(options);
  }
  throw new Error('The database url must begin with file: or postgres://');
}

/** The SQLite driver needs Node-API 10; on an older Node it would end the process without a word. */
function refuseOldRuntime(): void {
  if (Number(process.versions.napi) >= 10) return;
  throw new Error(
    `Node ${process.version} is too old for the embedded database. Install Node 24 (at least 22.18), ` +
      'or start through npm ("npm start", "npm run dandang"), which brings its own.',
  );
}
