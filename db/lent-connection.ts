// drizzle's own transaction keeps the connection for ever when BEGIN fails, as after a restart of the server:
// ten of those and nobody is served any more. Here it is given back whatever happens.
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { PgTransactionConfig } from 'drizzle-orm/pg-core';
import type { Pool, PoolClient } from 'pg';

export async function onOwnConnection<T>(
  pool: Pool,
  faceOf: (client: PoolClient) => NodePgDatabase,
  config: PgTransactionConfig,
  work: (tx: NodePgDatabase) => Promise<T>,
): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await faceOf(client).transaction((tx) => work(tx as unknown as NodePgDatabase), config);
    client.release();
    return result;
  } catch (fault) {
    // A connection on which even the rollback failed is no use to anybody; the pool makes another.
    client.release(isStillGood(client) ? undefined : true);
    throw fault;
  }
}

/** node-postgres knows whether a connection takes queries, and tells its pool only. */
const isStillGood = (client: object): boolean => Reflect.get(client, '_queryable') !== false;
