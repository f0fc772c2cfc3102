// The store's face: one door to read, one door to write, the same on both engines.
import type { PgDatabase, PgQueryResultHKT, PgTable } from 'drizzle-orm/pg-core';
import type { Act, Changed } from './audit-entry.ts';
import type { Dialect } from './columns.ts';
import { sealedFields, type SealedFields, type SealingKeys } from './sealed-fields.ts';
import type { Tables } from './tables/index.ts';

// The rest of what callers need, so that they know this file and queries/ only.
export { NoChangeRecorded, type Act, type Changed } from './audit-entry.ts';
export { addRows, changeRow, changeRows, StaleVersion } from './rows.ts';
export { isStoreFull, isUniqueViolation } from './store-errors.ts';
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
  /** Several reads that all see the same moment. */
  snapshot<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * The only way to change anything: one serializable transaction, one audit entry. `work` awaits nothing but `tx`,
   * names every row it changes through `changed`, and may be run again from the start when writers collide.
   */
  write<T>(act: Act, work: (tx: Tx, changed: Changed) => Promise<T>): Promise<T>;
  /** Reachable, and no migration is missing. */
  ready(): Promise<boolean>;
  close(): Promise<void>;
}

export interface StoreOptions {
  /** `file:./data/dandang.db` or `postgres://…` */
  url: string;
  /** A PostgreSQL replica to read from. */
  readUrl?: string;
  keys: SealingKeys;
  now: () => number;
  newId: (prefix: string) => string;
  /** False leaves the schema as it is; `ready()` then says whether it is current. */
  migrate?: boolean;
  /** The folder that holds sqlite/ and postgres/; a bundled server names its own. */
  migrationsFolder?: string;
}
/** What an engine gets: every option decided. */
export interface EngineOptions extends StoreOptions {
  sealed: SealedFields;
  migrate: boolean;
  migrationsFolder: string;
}

export async function openStore(options: StoreOptions): Promise<Store> {
  const engine: EngineOptions = {
    migrate: true,
    migrationsFolder: `${import.meta.dirname}/migrations`,
    ...options,
    sealed: sealedFields(options.keys),
  };
  if (options.url.startsWith('file:')) {
    refuseOldRuntime();
    return (await import('./open-sqlite.ts')).openSqlite(engine);
  }
  if (/^postgres(ql)?:\/\//u.test(options.url)) {
    return (await import('./open-postgres.ts')).openPostgres(engine);
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
