// A database of a rig's own on either engine, and what opens it.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Dialect } from '../../../db/columns.ts';
import { openStore, type Store, type StoreOptions } from '../../../db/store.ts';
import { type Keys, keysFrom } from '../../../server/keys/key-file.ts';
import { surroundings } from '../../../server/main.ts';

export interface Home {
  readonly url: string;
  readonly folder: string;
  readonly keys: Keys;
  remove(): Promise<void>;
}

export const aFolder = (): string => mkdtempSync(join(tmpdir(), 'dandang-rig-'));
export const databaseIn = (folder: string): string => join(folder, 'dandang.db');
export const keyFileIn = (folder: string): string => join(folder, 'dandang.keys.json');

/** The engines a rig can be run on here. */
export const dialectsWith = (postgresUrl: string | null): readonly Dialect[] =>
  postgresUrl === null ? ['sqlite'] : ['sqlite', 'postgres'];

export async function aHome(dialect: Dialect, postgresUrl: string | null): Promise<Home> {
  const folder = aFolder();
  const keys = keysFrom(keyFileIn(folder));
  const dropFolder = () => rmSync(folder, { recursive: true, force: true });
  if (dialect === 'sqlite') {
    return { url: `file:${databaseIn(folder)}`, folder, keys, remove: async () => dropFolder() };
  }
  if (postgresUrl === null) throw new Error('no PostgreSQL here');
  const name = `rig_${process.pid}_${String(process.hrtime.bigint())}`;
  await onServer(postgresUrl, `create database ${name}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return {
    url: String(url),
    folder,
    keys,
    async remove() {
      await onServer(postgresUrl, `drop database ${name} with (force)`);
      dropFolder();
    },
  };
}

export const opened = (
  { url, keys }: Pick<Home, 'url' | 'keys'>,
  more: Partial<StoreOptions> = {},
): Promise<Store> => openStore({ ...surroundings, url, keys, ...more });

async function onServer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
