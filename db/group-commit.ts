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

/** Runs inside the transaction, right before its COMMIT, on what the writes of the group answered. */
type BeforeCommit = (values: readonly unknown[]) => Promise<void>;

export function groupCommit(
  client: Database,
  beforeCommit: BeforeCommit = async () => {},
  most = MOST_PER_COMMIT,
) {
  const waiting: Waiting[] = [];
  let draining: Promise<void> | null = null;

  const drain = async () => {
    await nextTurn();
    while (waiting.length > 0) await commitTogether(client, waiting.splice(0, most), beforeCommit);
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

async function commitTogether(
  client: Database,
  writes: Waiting[],
  beforeCommit: BeforeCommit,
): Promise<void> {
  const finished: Finished[] = [];
  try {
    client.exec('BEGIN IMMEDIATE');
    for (const write of writes) {
      const outcome = await inSavepoint(client, write);
      if (outcome) finished.push(outcome);
    }
    await beforeCommit(finished.map(({ value }) => value));
    client.exec('COMMIT');
  } catch (fault) {
    // Those refused before have their answer already; rejecting them again does nothing.
    for (const write of writes) write.reject(fault);
    takeBack(client);
    return;
  }
  for (const { write, value } of finished) write.resolve(value);
}

/** A disk that fails may fail here too; what follows then fails at its own beginning, and is answered. */
function takeBack(client: Database): void {
  try {
    if (client.inTransaction) client.exec('ROLLBACK');
  } catch {
    // Whoever waited has been answered with the fault that came first.
  }
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
