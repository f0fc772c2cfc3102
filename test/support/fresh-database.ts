// A database of a test's own. A worker migrates one of each engine and copies it: hundreds of tests want one.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Dialect } from '../../db/columns.ts';
import { openStore } from '../../db/store.ts';
import { testKeys } from './test-keys.ts';

export interface Home {
  readonly url: string;
  readonly remove: () => Promise<void>;
}
type State = 'migrated' | 'empty';

export const freshDatabase = (dialect: Dialect, state: State): Promise<Home> =>
  dialect === 'sqlite' ? freshFile(state) : freshOnServer(state);

/** Opened once and closed: reading alone leaves no row behind. */
async function migrate(url: string): Promise<void> {
  const store = await openStore({ url, keys: testKeys, now: () => 0, newId: String, sequence: false });
  await store.close();
}

let migratedFile: Promise<Buffer> | null = null;
async function makeFile(): Promise<Buffer> {
  const { url, remove } = await freshFile('empty');
  await migrate(url);
  const bytes = readFileSync(new URL(url));
  await remove();
  return bytes;
}

async function freshFile(state: State): Promise<Home> {
  const folder = mkdtempSync(join(tmpdir(), 'dandang-store-'));
  const file = join(folder, 'test.db');
  if (state === 'migrated') writeFileSync(file, await (migratedFile ??= makeFile()));
  return { url: `file:${file}`, remove: async () => rmSync(folder, { recursive: true, force: true }) };
}

let migratedName: Promise<string> | null = null;
async function makeTemplate(): Promise<string> {
  const { url } = await freshOnServer('empty');
  await migrate(url);
  return new URL(url).pathname.slice(1);
}

async function freshOnServer(state: State): Promise<Home> {
  const server = inject('postgresUrl');
  if (!server)
    throw new Error('no PostgreSQL: not on this platform, or test/support/postgres.ts did not run');
  const name = `test_${process.pid}_${String(process.hrtime.bigint())}`;
  const like =
    state === 'migrated' ? `template ${await (migratedName ??= makeTemplate())} strategy file_copy` : '';
  await onServer(server, `create database ${name} ${like}`);
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
