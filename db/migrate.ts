// Brings a database to this program's schema: all missing migrations in one transaction, or none.
import { readMigrationFiles } from 'drizzle-orm/migrator';

/** The little that differs between engines. Both calls run inside the caller's transaction. */
export interface MigrationConnection {
  rows(sql: string): Promise<Record<string, unknown>[]>;
  run(sql: string): Promise<void>;
}

/** The database was migrated by a newer program; this one must not write to it. */
export class UnknownMigration extends Error {
  constructor() {
    super('this database belongs to a newer version of the program');
  }
}

const BOOK = 'applied_migrations';
type Pending = { position: number; hash: string; statements: string[] };

async function pendingAfter(applied: string[], folder: string): Promise<Pending[]> {
  const known = readMigrationFiles({ migrationsFolder: folder });
  if (applied.some((hash, position) => known[position]?.hash !== hash)) throw new UnknownMigration();
  return known.map(({ hash, sql }, position) => ({ position, hash, statements: sql })).slice(applied.length);
}

const appliedHashes = async (connection: MigrationConnection): Promise<string[]> =>
  (await connection.rows(`select hash from ${BOOK} order by position`)).map((row) => String(row['hash']));

export async function applyPending(connection: MigrationConnection, folder: string): Promise<void> {
  await connection.run(
    `create table if not exists ${BOOK} (position integer primary key, hash text not null)`,
  );
  for (const migration of await pendingAfter(await appliedHashes(connection), folder)) {
    for (const statement of migration.statements) await connection.run(statement);
    await connection.run(`insert into ${BOOK} values (${migration.position}, '${migration.hash}')`);
  }
}

/** False too when the book of migrations is not there yet. */
export async function isCurrent(connection: MigrationConnection, folder: string): Promise<boolean> {
  try {
    return (await pendingAfter(await appliedHashes(connection), folder)).length === 0;
  } catch {
    return false;
  }
}
