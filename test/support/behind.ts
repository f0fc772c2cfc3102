// What somebody does to a database behind the program, with every right that an operator has.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { openConnection } from '../../db/open-sqlite.ts';
import { openStore } from '../../db/store.ts';
import type { TestStore } from './store.ts';

type Home = Pick<TestStore, 'options'>;
const fileOf = (url: string): string => url.slice('file:'.length);

export async function behind({ options }: Home, ...statements: string[]): Promise<void> {
  if (!options.url.startsWith('file:')) return onPostgres(options.url, statements);
  const client = openConnection(fileOf(options.url), 'write');
  client.pragma('foreign_keys = OFF');
  for (const statement of statements) client.exec(statement);
  client.close();
}

async function onPostgres(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    // No foreign key is checked.
    await client.query('set session_replication_role = replica');
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

let copies = 0;

/** A store that is closed, once more: what happens to it does not happen to the original. */
export async function copyOf({ options }: Home): Promise<TestStore> {
  const { url, remove } = options.url.startsWith('file:')
    ? fileCopy(options.url)
    : await serverCopy(options.url);
  const copied = { ...options, url };
  const store = await openStore(copied);
  return {
    store,
    options: copied,
    remove: async () => {
      await store.close();
      await remove();
    },
  };
}

function fileCopy(url: string) {
  const folder = mkdtempSync(join(tmpdir(), 'dandang-copy-'));
  copyFileSync(fileOf(url), join(folder, 'copy.db'));
  return {
    url: `file:${join(folder, 'copy.db')}`,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function serverCopy(url: string) {
  const server = new URL(url);
  const template = server.pathname.slice(1);
  const name = `${template}_${(copies += 1)}`;
  server.pathname = '/postgres';
  await onPostgres(String(server), [`create database ${name} template ${template} strategy file_copy`]);
  const copy = new URL(url);
  copy.pathname = `/${name}`;
  return {
    url: String(copy),
    remove: () => onPostgres(String(server), [`drop database ${name} with (force)`]),
  };
}
