// The drill: a backup while somebody writes, brought back, is the same store — on both engines, and across them.
import { type ChildProcess, spawn } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lastHead, rowCounts, rowsOf, tableNames } from '../../../db/queries/backup-rows.ts';
import { openStore, addRows, type Store } from '../../../db/store.ts';
import { passwordsWith } from '../../../server/accounts/passwords.ts';
import { backupFiles } from '../../../server/adapters/backup-files.ts';
import { Refused } from '../../../server/http/problem.ts';
import { restoreBackup, type Restoring } from '../../../server/backups/restore-backup.ts';
import { type BackupTaking, type Manifest, takeBackup } from '../../../server/backups/take-backup.ts';
import { aGrant, anAccount, aUnit, NOON } from '../../support/rows.ts';
import { act, aStore, countedIds, engines, type TestStore } from '../../support/store.ts';
import { testKeys } from '../../support/test-keys.ts';

const passwords = passwordsWith({
  hash: async (password) => `hash of ${password}`,
  verify: async (hashed, password) => hashed === `hash of ${password}`,
});
const sysadmin = { staffNo: 'S1', password: 'the words of the sysadmin' };

let folder: string;
const homes: { remove(): Promise<void> }[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dandang-drill-'));
});
afterEach(async () => {
  for (const home of homes.splice(0)) await home.remove();
  rmSync(folder, { recursive: true, force: true });
});

let units = 0;
const addUnit = (store: Store) => {
  const code = `B${(units += 1)}`;
  return store.write(act('unit.added'), (tx, changed) =>
    addRows(tx, changed, store.tables.units, [aUnit({ id: `un_${code}`, code, name: `单位${code}` })]),
  );
};

async function aFilledStore(dialect: 'sqlite' | 'postgres'): Promise<TestStore> {
  const home = await aStore(dialect);
  homes.push(home);
  const { store } = home;
  const account = anAccount({
    id: 'acc_s1',
    staffNo: sysadmin.staffNo,
    passwordHash: `hash of ${sysadmin.password}`,
    recoveryHashes: ['一', '二'],
  });
  const other = anAccount({ id: 'acc_h1', staffNo: 'H1', passwordHash: `hash of ${sysadmin.password}` });
  await store.write(act('accounts.given'), async (tx, changed) => {
    await addRows(tx, changed, store.tables.accounts, [account, other]);
    await addRows(tx, changed, store.tables.grants, [
      aGrant({ id: 'gr_s1', accountId: 'acc_s1', role: 'sysadmin', unitId: null }),
      aGrant({ id: 'gr_h1', accountId: 'acc_h1', role: 'hr', unitId: null }),
    ]);
  });
  for (let i = 0; i < 40; i += 1) await addUnit(store);
  await store.log.sequenced();
  return home;
}

const taking = (store: Store, more: Partial<BackupTaking> = {}): BackupTaking => ({
  store,
  files: backupFiles,
  version: '0.0.0',
  now: () => NOON,
  how: 'ownConnection',
  ...more,
});

const restoring = (from: string, more: Partial<Restoring> = {}): Restoring => {
  const counted = countedIds();
  const newId = (prefix: string) => counted(`${prefix}_restored`);
  return {
    files: backupFiles,
    folder: from,
    file: join(folder, 'restored/new.db'),
    open: (file) => openStore({ url: `file:${file}`, keys: testKeys, now: () => NOON, newId, check: true }),
    passwords,
    as: sysadmin,
    held: null,
    isOlderFine: false,
    now: () => NOON,
    today: () => '2026-06-01',
    newId,
    ...more,
  };
};

/** A new, empty database of the engine, and how to restore into it and look. */
async function target(
  dialect: 'sqlite' | 'postgres',
  from: string,
): Promise<Restoring & { see(): Promise<Store> }> {
  if (dialect === 'sqlite') {
    const given = restoring(from);
    const { newId } = given;
    return {
      ...given,
      see: () => openStore({ url: `file:${given.file}`, keys: testKeys, now: () => NOON, newId }),
    };
  }
  const home = await aStore('postgres');
  homes.push({ remove: () => home.remove() });
  const counted = countedIds();
  const newId = (prefix: string) => counted(`${prefix}_restored`);
  const open = () => openStore({ ...home.options, newId });
  return { ...restoring(from), file: null, open, see: open };
}

async function everything(store: Store): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const name of tableNames(store.tables)) {
    all[name] = [];
    for await (const line of rowsOf(store.read, store.tables[name])) all[name].push(line);
  }
  return all;
}

/** What the restore itself adds: one act, and its place in the log. */
const ADDED = new Set(['auditEntries', 'auditChanges', 'jobs', 'logLeaves', 'logNodes', 'logHeads']);

const here = engines.filter(({ isHere }) => isHere).map(({ dialect }) => dialect);
const pairs = here.flatMap((from) => here.map((to) => ({ from, to })));

test('both engines are here, or what is missing is said', () => {
  if (here.length === 1) console.warn('skipped: no PostgreSQL on this platform');
  expect(here).toContain('sqlite');
});

describe.each(pairs)('from $from to $to', ({ from, to }) => {
  test('a backup while others write is one moment, and comes back the same', async () => {
    const { store } = await aFilledStore(from);
    const course = { isDone: false };
    let acknowledged = 0;
    const writing = (async () => {
      while (!course.isDone) {
        await addUnit(store);
        acknowledged += 1;
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    const place = join(folder, 'b1');
    const manifest = await takeBackup(taking(store, { isPortable: from !== to }), place).finally(() => {
      course.isDone = true;
    });
    await writing;
    expect(acknowledged).toBeGreaterThan(0);
    expect(existsSync(join(folder, '.b1.partial'))).toBe(false);
    expect(manifest).toMatchObject({ engine: from, product: 'dandang', madeAt: NOON });
    expect(manifest.counts['units']).toBe(manifest.counts['auditEntries']! - 1);
    expect(manifest.head!.size).toBeGreaterThan(0);

    const goal = await target(to, place);
    await restoreBackup(goal);
    const restored = await goal.see();
    const counts = await rowCounts(restored.read, restored.tables);
    for (const name of tableNames(restored.tables))
      if (!ADDED.has(name)) expect([name, counts[name]]).toEqual([name, manifest.counts[name]]);
    expect(counts['auditEntries']).toBe(manifest.counts['auditEntries']! + 1);
    const entries = await restored.read.select().from(restored.tables.auditEntries);
    expect(entries.find(({ deed }) => deed === 'backup.restored')).toMatchObject({
      actor: 'system',
      reason: expect.stringContaining('S1') as string,
    });
    // Row for row what the source held.
    const [then, now] = [await everything(store), await everything(restored)];
    for (const name of ['accounts', 'grants'] as const) expect(now[name]).toEqual(then[name]);
    const known = new Set(then['units']);
    expect(now['units']!.filter((line) => !known.has(line))).toEqual([]);
    // The log goes on from where it was.
    await restored.log.sequenced();
    await addUnit(restored);
    await restored.log.sequenced();
    const head = await lastHead(restored.read, restored.tables);
    expect(head!.size).toBeGreaterThan(manifest.head!.size);
    await restored.close();
  });
});

describe('a backup that must not be used', () => {
  let place: string;
  let home: TestStore;
  let manifest: Manifest;
  beforeEach(async () => {
    home = await aFilledStore('sqlite');
    place = join(folder, 'b1');
    manifest = await takeBackup(taking(home.store, { isPortable: true }), place);
  });
  const nothingThere = () =>
    expect(existsSync(join(folder, 'restored')) ? readdirSync(join(folder, 'restored')) : []).toEqual([]);
  /** Why it was refused; nothing is left of it. */
  const refused = async (more: Partial<Restoring> = {}): Promise<string> => {
    const reason = await restoreBackup(restoring(place, more)).then(
      () => 'not refused',
      (error: unknown) => (error instanceof Refused ? error.kind.name : String(error)),
    );
    nothingThere();
    return reason;
  };

  test('one changed byte', async () => {
    const [first] = manifest.files;
    appendFileSync(join(place, first!.name), 'x');
    expect(await refused()).toBe('backup-altered');
  });

  test('a manifest that promises other counts, or names a file elsewhere', async () => {
    const file = join(place, 'manifest.json');
    const read = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
    writeFileSync(file, JSON.stringify({ ...read, counts: { ...read.counts, units: 1 } }));
    expect(await refused()).toBe('backup-altered');
    writeFileSync(file, JSON.stringify({ ...read, files: [{ ...read.files[0], name: '../x.db' }] }));
    expect(await refused()).toBe('no-backup');
    rmSync(file);
    expect(await refused()).toBe('no-backup');
  });

  test('older than the held head, unless one says so; another history in no case', async () => {
    const head = manifest.head!;
    const later = { size: head.size + 3, rootHash: 'f'.repeat(64) };
    expect(await refused({ held: later })).toBe('backup-too-old');
    expect(await refused({ held: { size: head.size, rootHash: 'f'.repeat(64) } })).toBe('other-history');
    expect(await refused({ held: { size: 5, rootHash: 'f'.repeat(64) }, isOlderFine: true })).toBe(
      'other-history',
    );
    await restoreBackup(restoring(place, { held: later, isOlderFine: true }));
    expect(readdirSync(join(folder, 'restored'))).toEqual(['new.db']);
  });

  test('the head that was held is its beginning: welcome', async () => {
    await restoreBackup(restoring(place, { held: manifest.head }));
    await expect(restoreBackup(restoring(place))).rejects.toMatchObject({ kind: { name: 'target-filled' } });
  });

  test('other keys, another person, a wrong password', async () => {
    const keys = { ...testKeys, dataKey: Buffer.alloc(32, 9) };
    expect(
      await refused({
        open: (file) => openStore({ url: `file:${file}`, keys, now: () => NOON, newId: countedIds() }),
      }),
    ).toBe('other-keys');
    expect(await refused({ as: { ...sysadmin, staffNo: 'H1' } })).toBe('restore-not-released');
    expect(await refused({ as: { ...sysadmin, password: 'another' } })).toBe('restore-not-released');
    expect(await refused({ as: { ...sysadmin, staffNo: 'nobody' } })).toBe('restore-not-released');
  });

  test('no key and nothing sealed with another is shown in it; the keys it needs are named', () => {
    const text = [
      readFileSync(join(place, 'manifest.json')),
      ...manifest.files.map(({ name }) => gunzipSync(readFileSync(join(place, name)))),
    ]
      .map(String)
      .join('\n');
    for (const key of [testKeys.dataKey, testKeys.lookupKey])
      for (const form of ['base64', 'base64url', 'hex'] as const)
        expect(text).not.toContain(key.toString(form));
    expect(text).not.toContain('PRIVATE KEY');
    expect(manifest.keys.data).toMatch(/^[\da-f]{16}$/u);
  });

  test('never over something: not over a backup, not over a store', async () => {
    await expect(takeBackup(taking(home.store), place)).rejects.toMatchObject({
      kind: { name: 'backup-in-the-way' },
    });
    const file = home.options.url.slice('file:'.length);
    await expect(restoreBackup(restoring(place, { file }))).rejects.toMatchObject({
      kind: { name: 'target-filled' },
    });
    expect(await home.store.ready()).toBe(true);
  });
});

describe('killed on the way', () => {
  const killedAfter = (args: readonly string[], word: string): Promise<void> => {
    const child: ChildProcess = spawn(process.execPath, [`${import.meta.dirname}/killed-drill.ts`, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return new Promise((resolve, reject) => {
      child.stdout!.on('data', (text: Buffer) => {
        if (String(text).includes(word)) setTimeout(() => child.kill('SIGKILL'), Math.random() * 30);
      });
      child.once('error', reject);
      child.once('close', () => resolve());
    });
  };

  test('a backup is not there; the next one is made', async () => {
    const home = await aFilledStore('sqlite');
    const place = join(folder, 'b1');
    await killedAfter(['backup', home.options.url, place], 'begun');
    expect(existsSync(place)).toBe(false);
    expect(await backupFiles.namesIn(folder)).toEqual([]);
    // The dead one's folder is in the way for a while, then it counts as forsaken.
    const later = () => Date.now() + 3_600_000;
    await takeBackup(taking(home.store, { now: later }), place);
    expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('a restore left nothing; the next one is whole', async () => {
    const home = await aFilledStore('sqlite');
    const place = join(folder, 'b1');
    await takeBackup(taking(home.store, { isPortable: true }), place);
    const file = join(folder, 'restored/new.db');
    await killedAfter(['restore', `file:${file}`, place], 'begun');
    expect(existsSync(file)).toBe(false);
    await restoreBackup(restoring(place));
    expect(readdirSync(join(folder, 'restored'))).toEqual(['new.db']);
  });

  test.skipIf(here.length < 2)('a restore into PostgreSQL left an empty database', async () => {
    const source = await aFilledStore('sqlite');
    const place = join(folder, 'b1');
    await takeBackup(taking(source.store, { isPortable: true }), place);
    const goal = await aStore('postgres');
    homes.push(goal);
    await killedAfter(['restore', goal.options.url, place], 'begun');
    const counts = await rowCounts(goal.store.read, goal.store.tables);
    expect(Object.values(counts).every((count) => count === 0)).toBe(true);
  });
});
