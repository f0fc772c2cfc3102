// Faults that are real: a page limit of the engine, a file system that is full or read-only, a standby server.
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { groupCommit } from '../../db/group-commit.ts';
import { openConnection } from '../../db/open-sqlite.ts';
import { readOnlyMode } from '../../db/read-only-mode.ts';
import { addRows, openStore, type Store, StoreIsReadOnly } from '../../db/store.ts';
import { isStoreDamaged, isStoreFull, isStoreUnreachable, isStoreUnwritable } from '../../db/store-errors.ts';
import { aUnit } from '../support/rows.ts';
import { act, aStore, countedIds, engines } from '../support/store.ts';
import { testKeys } from '../support/test-keys.ts';

const PROBE_MS = 40;
const newId = countedIds();
let units = 0;
/** One unit more; `size` bytes of it. */
const write = (store: Store, size = 10) =>
  store.write(act('unit.added'), (tx, changed) => {
    const code = `R${(units += 1)}`;
    const name = 'x'.repeat(size);
    return addRows(tx, changed, store.tables.units, [aUnit({ id: `un_${code}`, code, name })]);
  });
const count = (store: Store) => store.read.$count(store.tables.units);
async function writableAgain(store: Store): Promise<void> {
  for (let i = 0; i < 200 && store.readOnly !== null; i += 1)
    await new Promise((resolve) => setTimeout(resolve, PROBE_MS / 2));
  expect(store.readOnly).toBeNull();
}
const alarmsOf = ({ read, tables }: Store) => read.select().from(tables.alarms);

describe('what an error says', () => {
  const coded = (code: string) => new Error('wrapped', { cause: Object.assign(new Error(code), { code }) });
  test.each([
    ['SQLITE_FULL', isStoreFull],
    ['53100', isStoreFull],
    ['SQLITE_READONLY_DBMOVED', isStoreUnwritable],
    ['SQLITE_IOERR_FSYNC', isStoreUnwritable],
    ['SQLITE_CANTOPEN', isStoreUnwritable],
    ['EROFS', isStoreUnwritable],
    ['25006', isStoreUnwritable],
    ['SQLITE_CORRUPT_INDEX', isStoreDamaged],
    ['SQLITE_NOTADB', isStoreDamaged],
    ['57P01', isStoreUnreachable],
    ['08006', isStoreUnreachable],
    ['ECONNREFUSED', isStoreUnreachable],
  ] as const)('%s', (code, is) => {
    const all = [isStoreFull, isStoreUnwritable, isStoreDamaged, isStoreUnreachable];
    expect(all.filter((each) => each(coded(code)))).toEqual([is]);
  });

  test('a lost connection is told in words only; others say nothing of the store', () => {
    expect(isStoreUnreachable(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isStoreUnreachable(coded('23505'))).toBe(false);
    expect(isStoreUnwritable(coded('SQLITE_BUSY'))).toBe(false);
  });
});

describe('a disk that is full or takes no writing', () => {
  let folder: string;
  let store: Store;
  const open = async (file: string, more: object = {}) =>
    openStore({
      url: `file:${file}`,
      keys: testKeys,
      now: () => 7,
      newId,
      probeEveryMs: PROBE_MS,
      ...more,
    });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dandang-read-only-'));
  });
  afterEach(async () => {
    await store?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const mounted = (size: string): boolean => {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  const remount = (options: string) =>
    execFileSync('mount', ['-o', `remount,${options}`, folder], { stdio: 'ignore' });
  const isMountable = process.platform === 'linux' && process.getuid?.() === 0 && canMount();
  function canMount(): boolean {
    const place = mkdtempSync(join(tmpdir(), 'dandang-mount-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', place], { stdio: 'ignore' });
      execFileSync('umount', [place], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    } finally {
      rmSync(place, { recursive: true, force: true });
    }
  }

  test.skipIf(!isMountable)(
    'a full file system: every write waiting is answered, all later ones at once, reads go on, and it ends by itself',
    async () => {
      expect(mounted('4m')).toBe(true);
      try {
        store = await open(join(folder, 'a.db'));
        const seen: unknown[] = [];
        store.watch((state) => seen.push(state));
        let acknowledged = 0;
        for (let round = 0; round < 200 && store.readOnly === null; round += 1) {
          const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => write(store, 4000)));
          acknowledged += outcomes.filter(({ status }) => status === 'fulfilled').length;
          for (const outcome of outcomes)
            if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StoreIsReadOnly);
        }
        expect(store.readOnly).toEqual({ since: 7, because: 'full' });
        await expect(write(store)).rejects.toMatchObject({ because: 'full' });
        expect(await count(store)).toBe(acknowledged);
        // Still full: a few tries later too.
        await new Promise((resolve) => setTimeout(resolve, PROBE_MS * 3));
        expect(store.readOnly).not.toBeNull();
        remount('size=64m');
        await writableAgain(store);
        await write(store);
        expect(await count(store)).toBe(acknowledged + 1);
        expect(await alarmsOf(store)).toMatchObject([
          { kind: 'storeFull', audience: 'sysadmin', raisedAt: 7, endedBy: 'system' },
        ]);
        const entries = await store.read.select().from(store.tables.auditEntries);
        expect(entries.filter(({ deed }) => deed === 'store.writable')).toHaveLength(1);
        expect(seen).toEqual([{ since: 7, because: 'full' }, null]);
        await store.close();
      } finally {
        execFileSync('umount', ['-l', folder]);
      }
    },
  );

  test.skipIf(!isMountable)('a file system that becomes read-only', async () => {
    expect(mounted('32m')).toBe(true);
    try {
      store = await open(join(folder, 'a.db'));
      await write(store);
      // Open for writing, a file holds the file system; an emergency remount of the kernel's asks nobody.
      await store.close();
      remount('ro');
      await expect(open(join(folder, 'a.db'))).rejects.toThrow(/readonly|unable to open/u);
      remount('rw');
      store = await open(join(folder, 'a.db'));
      await write(store);
      expect(await count(store)).toBe(2);
      await store.close();
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  });

  test('a connection that takes no writing any more: read-only until it does', async () => {
    store = await open(join(folder, 'a.db'));
    const client = openConnection(join(folder, 'b.db'), 'write');
    client.exec('create table sheets (code text)');
    const group = groupCommit(client);
    const insert = async (code: string) => client.prepare('insert into sheets values (?)').run(code);
    const mode = readOnlyMode({
      tables: store.tables,
      stamp: { now: () => 7, newId: countedIds() },
      write: async (given, work) => {
        await group.add(() => insert(given.deed));
        return store.write(given, work);
      },
      mayTry: () => true,
      probeEveryMs: PROBE_MS,
    });
    const add = (code: string) => mode.guarded(() => group.add(() => insert(code)));
    await add('before');
    client.pragma('query_only = ON');
    const outcomes = await Promise.allSettled(['a', 'b', 'c'].map(add));
    expect(outcomes).toHaveLength(3);
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { because: 'unwritable' } });
    expect(mode.state).toMatchObject({ because: 'unwritable' });
    await new Promise((resolve) => setTimeout(resolve, PROBE_MS * 3));
    expect(mode.state).not.toBeNull();
    client.pragma('query_only = OFF');
    for (let i = 0; i < 200 && mode.state !== null; i += 1)
      await new Promise((resolve) => setTimeout(resolve, PROBE_MS / 2));
    await add('after');
    expect(client.prepare('select code from sheets order by rowid').pluck().all()).toEqual([
      'before',
      'store.writable',
      'after',
    ]);
    expect(await alarmsOf(store)).toMatchObject([{ kind: 'storeReadOnly', detail: { since: 7 } }]);
    mode.close();
    client.close();
  });

  test('a disk that fails even when work is taken back: everybody waiting is answered, and the next is served', async () => {
    const client = openConnection(join(folder, 'c.db'), 'write');
    client.exec('create table sheets (code text)');
    const exec = client.exec.bind(client);
    const failing = Object.assign(Object.create(client) as typeof client, {
      exec(sql: string) {
        if (isFailing && /^(?:COMMIT|ROLLBACK)$/u.test(sql))
          throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
        return exec(sql);
      },
    });
    Object.defineProperty(failing, 'inTransaction', { get: () => client.inTransaction });
    let isFailing = true;
    const group = groupCommit(failing);
    const add = (code: string) =>
      group.add(async () => client.prepare('insert into sheets values (?)').run(code));
    const outcomes = await Promise.allSettled(['a', 'b'].map(add));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    isFailing = false;
    await add('c').catch(() => undefined);
    await add('d');
    expect(client.prepare('select code from sheets').pluck().all()).toEqual(['d']);
    client.close();
  });

  test('damage is found at the start, and nothing is written on top of it', async () => {
    const file = join(folder, 'a.db');
    store = await open(file, { check: true });
    expect(store.readOnly).toBeNull();
    for (let i = 0; i < 30; i += 1) await write(store, 3000);
    await store.close();
    const bytes = openSync(file, 'r+');
    const pages = statSync(file).size / 4096;
    for (let page = pages - 8; page < pages; page += 1)
      writeSync(bytes, Buffer.alloc(64, 0xff), 0, 64, page * 4096);
    closeSync(bytes);
    store = await open(file, { check: true });
    expect(store.readOnly).toMatchObject({ because: 'damaged' });
    await expect(write(store)).rejects.toMatchObject({ because: 'damaged' });
    await new Promise((resolve) => setTimeout(resolve, PROBE_MS * 3));
    expect(store.readOnly).toMatchObject({ because: 'damaged' });
  });

  test('what is no database is refused', async () => {
    writeFileSync(join(folder, 'a.db'), 'x'.repeat(8192));
    await expect(open(join(folder, 'a.db'))).rejects.toThrow('not a database');
  });
});

describe.each(engines.filter(({ dialect }) => dialect === 'postgres'))('PostgreSQL', ({ isHere }) => {
  test.skipIf(!isHere)('a server that only answers (a standby): read-only until it takes over', async () => {
    const home = await aStore('postgres', { probeEveryMs: PROBE_MS });
    const { store } = home;
    await write(store);
    const url = new URL(home.options.url);
    const admin = new pg.Client({ connectionString: home.options.url });
    await admin.connect();
    const name = url.pathname.slice(1);
    const others = `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}' and pid <> pg_backend_pid()`;
    await admin.query(`alter database ${name} set default_transaction_read_only = on`);
    await admin.query(others);
    // Whoever finds a connection gone is told to come again; the next one learns why.
    for (let i = 0; i < 20 && store.readOnly === null; i += 1)
      await write(store).catch((error: unknown) =>
        expect(isStoreUnreachable(error) || error instanceof StoreIsReadOnly).toBe(true),
      );
    await expect(write(store)).rejects.toMatchObject({ because: 'unwritable' });
    expect(await count(store)).toBe(1);
    await admin.query('set default_transaction_read_only = off');
    await admin.query(`alter database ${name} set default_transaction_read_only = off`);
    await admin.query(others);
    await admin.end();
    await writableAgain(store);
    await write(store);
    expect(await count(store)).toBe(2);
    await home.remove();
  });
});
