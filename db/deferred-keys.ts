// Rows of a backup come in any order: PostgreSQL checks their references once, at the end of the transaction.
import { sql } from 'drizzle-orm';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';

type Raw = Pick<NodePgDatabase, 'execute'>;

async function alterKeys(tx: Raw, manner: string): Promise<void> {
  const { rows } = await tx.execute<{ statement: string }>(
    sql`select format('alter table %s alter constraint %I %s', conrelid::regclass, conname, ${manner}::text) as statement
        from pg_constraint where contype = 'f' and connamespace = current_schema()::regnamespace`,
  );
  for (const { statement } of rows) await tx.execute(sql.raw(statement));
}

/** The schema afterwards is the one from before. */
export async function withDeferredKeys<T>(tx: Raw, work: () => Promise<T>): Promise<T> {
  await alterKeys(tx, 'deferrable initially deferred');
  const result = await work();
  await tx.execute(sql`set constraints all immediate`);
  await alterKeys(tx, 'not deferrable');
  return result;
}
