import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UnknownMigration } from '../../db/migrate.ts';
import { migrateSqlite, openConnection } from '../../db/open-sqlite.ts';
import { openStore } from '../../db/store.ts';
import { tablesOf } from '../../db/tables/index.ts';
import * as postgresSchema from '../../db/tables/schema.postgres.ts';
import * as sqliteSchema from '../../db/tables/schema.sqlite.ts';
import { aStore, engines } from '../support/store.ts';

const root = join(import.meta.dirname, '../..');
const fixture = (name: string) => join(import.meta.dirname, 'fixtures/rebuilt-parent', name);

describe('a migration that rebuilds a parent table', () => {
  let folder: string;
  let client: ReturnType<typeof openConnection>;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dandang-migration-'));
    client = openConnection(join(folder, 'test.db'), 'write');
    await migrateSqlite(client, fixture('first'));
    client.exec(`insert into parents values ('p', '父'); insert into children values ('c', 'p')`);
  });
  afterEach(() => {
    client.close();
    rmSync(folder, { recursive: true });
  });
  const children = () => client.prepare('select id from children').pluck().all();

  test('keeps the children', async () => {
    await migrateSqlite(client, fixture('rebuilt'));
    expect(children()).toEqual(['c']);
    expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(() => client.exec(`insert into children values ('d', 'nobody')`)).toThrow('FOREIGN KEY');
  });

  test('the trap is real: run with foreign keys on, the same statements lose the children', () => {
    client.exec('BEGIN');
    client.exec(readFileSync(join(fixture('rebuilt'), '0001_rebuild.sql'), 'utf8'));
    client.exec('COMMIT');
    expect(children()).toEqual([]);
  });

  test('that leaves orphans is taken back as a whole', async () => {
    await expect(migrateSqlite(client, fixture('orphaning'))).rejects.toThrow('orphans in children');
    expect(client.prepare('select name from parents').pluck().all()).toEqual(['父']);
    expect(client.pragma('foreign_keys', { simple: true })).toBe(1);
    await migrateSqlite(client, fixture('rebuilt'));
    expect(children()).toEqual(['c']);
  });

  test('cannot be undone by an older program: it refuses the database', async () => {
    await migrateSqlite(client, fixture('rebuilt'));
    await expect(migrateSqlite(client, fixture('first'))).rejects.toThrow(UnknownMigration);
  });
});

describe('several nodes before one PostgreSQL', () => {
  const isHere = engines.some((engine) => engine.dialect === 'postgres' && engine.isHere);
  test.skipIf(!isHere)('that start together migrate it once', async () => {
    const home = await aStore('postgres', { migrate: false });
    const open = () => openStore({ ...home.options, migrate: true });
    for (const node of await Promise.all([open(), open(), open()])) {
      expect(await node.ready()).toBe(true);
      await node.close();
    }
    await home.remove();
  });
});

describe.each(engines)('migrations on $dialect', ({ dialect, isHere }) => {
  test.skipIf(!isHere)('a store opened without migrating is not ready until it is migrated', async () => {
    const behind = await aStore(dialect, { migrate: false });
    expect(await behind.store.ready()).toBe(false);
    const current = await openStore({ ...behind.options, migrate: true });
    expect(await current.ready()).toBe(true);
    expect(await behind.store.ready()).toBe(true);
    await current.close();
    await behind.remove();
  });

  test.skipIf(!isHere)('all missing migrations are applied, or none', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dandang-migrations-'));
    cpSync(join(root, 'db/migrations'), folder, { recursive: true });
    const journal = JSON.parse(readFileSync(join(folder, dialect, 'meta/_journal.json'), 'utf8')) as {
      entries: object[];
    };
    journal.entries.push({ idx: 99, version: '7', when: 9e15, tag: '0099_bad', breakpoints: true });
    writeFileSync(join(folder, dialect, 'meta/_journal.json'), JSON.stringify(journal));
    const statements = ['create table half_done (id text)', 'create table nonsense ('];
    writeFileSync(join(folder, dialect, '0099_bad.sql'), statements.join('--> statement-breakpoint'));
    const home = await aStore(dialect, { migrate: false });
    await expect(openStore({ ...home.options, migrate: true, migrationsFolder: folder })).rejects.toThrow(
      /incomplete input|syntax error/u,
    );
    const repaired = await openStore({ ...home.options, migrate: true });
    expect(await repaired.ready()).toBe(true);
    await repaired.close();
    await home.remove();
    rmSync(folder, { recursive: true });
  });

  test('drizzle-kit is shown every table', () => {
    const shown = Object.values(dialect === 'sqlite' ? sqliteSchema : postgresSchema) as PgTable[];
    const all = Object.values(tablesOf(dialect)) as PgTable[];
    expect(shown.map(getTableName).sort()).toEqual(all.map(getTableName).sort());
  });

  test('the migrations are those of the tables: generate finds nothing to do', () => {
    const out = mkdtempSync(join(tmpdir(), 'dandang-drift-'));
    cpSync(join(root, 'db/migrations', dialect), out, { recursive: true });
    const { status, stdout, stderr } = spawnSync(
      join(root, 'node_modules/.bin/drizzle-kit'),
      [
        'generate',
        `--dialect=${dialect === 'postgres' ? 'postgresql' : 'sqlite'}`,
        `--schema=./db/tables/schema.${dialect}.ts`,
        `--out=${relative(root, out)}`,
      ],
      { cwd: root, encoding: 'utf8' },
    );
    expect(stdout + stderr).toContain('No schema changes');
    expect(status).toBe(0);
    expect(readdirSync(out)).toEqual(readdirSync(join(root, 'db/migrations', dialect)));
    rmSync(out, { recursive: true });
  });
});
