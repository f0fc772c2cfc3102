// A store of one's own for a test: migrated, empty, with a clock that stands still and ids that count up.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Act } from '../../db/audit-entry.ts';
import type { Dialect } from '../../db/columns.ts';
import { openStore, type Store, type StoreOptions } from '../../db/store.ts';
import { testLogKey } from './log-key.ts';
import { NOON } from './rows.ts';

export const testKeys = {
  dataKey: Buffer.alloc(32, 1),
  lookupKey: Buffer.alloc(32, 2),
  logKey: testLogKey,
};

/** Every engine this platform has; describe.each over it, and say skipped for what is missing. */
export const engines: { dialect: Dialect; isHere: boolean }[] = [
  { dialect: 'sqlite', isHere: true },
  { dialect: 'postgres', isHere: inject('postgresUrl') !== null },
];

export interface TestStore {
  store: Store;
  /** What it was opened with: to open it again, or a second time. */
  options: StoreOptions;
  /** Closes the store and removes its database. */
  remove: () => Promise<void>;
}

export async function aStore(dialect: Dialect, more: Partial<StoreOptions> = {}): Promise<TestStore> {
  const home = dialect === 'sqlite' ? temporaryFile() : await freshDatabase();
  const options: StoreOptions = {
    url: home.url,
    keys: testKeys,
    now: () => NOON,
    newId: countedIds(),
    ...more,
  };
  const store = await openStore(options);
  return {
    store,
    options,
    remove: async () => {
      await store.close();
      await home.remove();
    },
  };
}

export function countedIds(): (prefix: string) => string {
  let count = 0;
  return (prefix) => {
    count += 1;
    return `${prefix}_${String(count).padStart(9, '0')}`;
  };
}

export const act = (deed: string, more: Partial<Act> = {}): Act => ({
  actor: 'acc_tester',
  duty: 'hr',
  deed,
  subject: 'sub_1',
  reason: null,
  ...more,
});

function temporaryFile() {
  const folder = mkdtempSync(join(tmpdir(), 'dandang-store-'));
  return {
    url: `file:${join(folder, 'test.db')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function freshDatabase() {
  const server = inject('postgresUrl');
  if (!server)
    throw new Error('no PostgreSQL: not on this platform, or test/support/postgres.ts did not run');
  const name = `test_${process.pid}_${String(process.hrtime.bigint())}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: String(url), remove: () => onServer(server, `drop database ${name} with (force)`) };
}

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
