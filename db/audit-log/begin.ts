// At the start the log catches up. A store of the first version, which kept no log, is taken over in one act of its
// own: rows that are as the first version hashed them get today's hash, rows that it did not name are named.
import { getTableName } from 'drizzle-orm';
import { type Changed, hashOfRow, NoChangeRecorded, RowHash } from '../audit-entry.ts';
import { hasEntries, latestHead } from '../queries/log.ts';
import type { Db, Engine, EngineOptions } from '../store.ts';
import type { Tables } from '../tables/index.ts';
import { LogBroken, UnknownLogKey } from './append.ts';
import { besideHistories, type RowBesideHistory } from './check-rows.ts';
import { firstHashOfRow, UNNAMED_BEFORE } from './first-version.ts';
import { auditedTables } from './row-histories.ts';

const LOG_BEGUN = {
  actor: 'system',
  duty: 'system',
  deed: 'log.begun',
  subject: 'log',
  reason: '从第一版接管：此前没有日志 taken over from the first version, which kept no log',
};

export async function beginLog(store: Engine, { signers, onLogBroken }: EngineOptions): Promise<void> {
  const head = await latestHead(store.read, store.tables);
  if (head && !signers.some(({ keyId }) => keyId === head.keyId)) throw new UnknownLogKey(head.keyId);
  if (!head && (await hasEntries(store.read, store.tables))) await takeOver(store);
  await store.log.sequenced().catch((fault: unknown) => {
    if (!(fault instanceof LogBroken)) throw fault;
    onLogBroken(fault);
  });
}

/** Nothing to take over is no act. */
async function takeOver({ write, tables }: Engine): Promise<void> {
  await write(LOG_BEGUN, (tx, changed) => nameEverything(tx, tables, changed)).catch((fault: unknown) => {
    if (!(fault instanceof NoChangeRecorded)) throw fault;
  });
}

async function nameEverything(db: Db, tables: Tables, changed: Changed): Promise<void> {
  for (const table of auditedTables(tables)) {
    const name = getTableName(table);
    for await (const pair of besideHistories(db, tables, table)) {
      const hashes = takenOver(name, pair);
      if (hashes) changed(table, pair.rowId, hashes.old, hashes.now);
    }
  }
}

/** What it says of one row; null leaves it as it is, and to `verify` what is wrong with it. */
function takenOver(table: string, { stored, history }: RowBesideHistory) {
  const expected = history?.expected;
  const asHash = (hash: string | null | undefined) => (hash == null ? null : new RowHash(hash));
  if (UNNAMED_BEFORE.includes(table)) {
    const now = stored && hashOfRow(stored.row);
    return now === (expected ?? null) ? null : { old: asHash(expected), now: asHash(now) };
  }
  if (!stored || typeof expected !== 'string') return null;
  const isFirst = expected !== hashOfRow(stored.row) && expected === firstHashOfRow(table, stored.row);
  return isFirst ? { old: asHash(expected), now: asHash(hashOfRow(stored.row)) } : null;
}
