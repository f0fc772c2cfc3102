// Many writers, one fsync: writes that wait together become savepoints of one SQLite transaction,
// and each is answered only after its COMMIT has returned.
import { AsyncLocalStorage } from 'node:async_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';

const MOST_PER_COMMIT = 256;

interface Waiting {
  work: () => Promise<unknown>;
  resolve: (value: unknown) => void;
  reject: (reason: unknown) => void;
}
interface Finished {
  write: Waiting;
  value: unknown;
}

export function groupCommit(client: Database) {
  const waiting: Waiting[] = [];
  let draining: Promise<void> | null = null;

  const drain = async () => {
    await nextTurn();
    while (waiting.length > 0) await commitTogether(client, waiting.splice(0, MOST_PER_COMMIT));
    draining = null;
  };

  return {
    add: <T>(work: () => Promise<T>): Promise<T> =>
      new Promise<T>((resolve, reject) => {
        // Each write keeps the async context of whoever asked for it, not of whoever woke the writer.
        const inOwnContext = AsyncLocalStorage.snapshot();
        waiting.push({
          work: () => inOwnContext(work),
          resolve: resolve as (value: unknown) => void,
          reject,
        });
        draining ??= drain();
      }),
    idle: async () => {
      await draining;
    },
  };
}

async function commitTogether(client: Database, writes: Waiting[]): Promise<void> {
  const finished: Finished[] = [];
  try {
    client.exec('BEGIN IMMEDIATE');
    for (const write of writes) {
      const outcome = await inSavepoint(client, write);
      if (outcome) finished.push(outcome);
    }
    client.exec('COMMIT');
  } catch (fault) {
    if (client.inTransaction) client.exec('ROLLBACK');
    // Those refused before have their answer already; rejecting them again does nothing.
    for (const write of writes) write.reject(fault);
    return;
  }
  for (const { write, value } of finished) write.resolve(value);
}

/** A write that fails takes back its own rows only, unless the engine had to give up the whole transaction. */
async function inSavepoint(client: Database, write: Waiting): Promise<Finished | null> {
  client.exec('SAVEPOINT act');
  try {
    const value = await write.work();
    client.exec('RELEASE act');
    return { write, value };
  } catch (refusal) {
    if (!client.inTransaction) throw refusal;
    client.exec('ROLLBACK TO act');
    client.exec('RELEASE act');
    write.reject(refusal);
    return null;
  }
}
