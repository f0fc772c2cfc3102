// `dandang restore` run for real: what it needs, what it refuses, and what is there afterwards.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows } from '../../../db/store.ts';
import { argon2 } from '../../../server/adapters/argon2.ts';
import { backupFiles } from '../../../server/adapters/backup-files.ts';
import { type Manifest, takeBackup } from '../../../server/backups/take-backup.ts';
import { configFrom } from '../../../server/config.ts';
import { openStoreOf } from '../../../server/open-product.ts';
import { aGrant, anAccount } from '../../support/rows.ts';
import { act } from '../../support/store.ts';
import { PROGRAM } from '../../support/program.ts';

const PASSWORD = 'the words of the sysadmin';
let folder: string;
let manifest: Manifest;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dandang-restore-'));
  const config = configFrom({ DATABASE_URL: `file:${at('data/a.db')}`, KEY_FILE: at('keys.json') });
  const { store } = await openStoreOf(config);
  const account = anAccount({ id: 'acc_s1', staffNo: 'S1', passwordHash: await argon2.hash(PASSWORD) });
  await store.write(act('accounts.given'), async (tx, changed) => {
    await addRows(tx, changed, store.tables.accounts, [account]);
    await addRows(tx, changed, store.tables.grants, [
      aGrant({ id: 'gr_s1', accountId: 'acc_s1', role: 'sysadmin', unitId: null }),
    ]);
  });
  const taking = { store, files: backupFiles, version: '0', now: () => 1, how: 'aside' as const };
  manifest = await takeBackup(taking, at('b1'));
  await store.close();
  writeFileSync(at('password'), PASSWORD);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function restore(args: readonly string[], database = 'new/b.db', keyFile = 'keys.json') {
  const environment = { DATABASE_URL: `file:${at(database)}`, KEY_FILE: at(keyFile) };
  const child = spawn(process.execPath, [PROGRAM, 'restore', ...args, '--lang', 'en'], {
    env: { ...process.env, ...environment },
  });
  const told = { stdout: '', stderr: '' };
  child.stdout.on('data', (text: Buffer) => (told.stdout += String(text)));
  child.stderr.on('data', (text: Buffer) => (told.stderr += String(text)));
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, ...told })),
  );
}
const asked = () => ['--as', 'S1', '--password-file', at('password')];

describe('dandang restore', () => {
  test.each([
    ['nobody named', () => [at('b1')], 2, '--as'],
    ['no backup there', () => [at('nothing'), ...asked()], 2, 'no whole backup'],
    ['a head that is none', () => [at('b1'), ...asked(), '--head', at('password')], 2, 'no log head'],
  ] as const)('%s', async (_what, args, code, told) => {
    const outcome = await restore(args());
    expect(outcome).toMatchObject({ code, stdout: '' });
    expect(outcome.stderr).toContain(told);
    expect(existsSync(at('new/b.db'))).toBe(false);
  });

  test('without the keys of then', async () => {
    const outcome = await restore([at('b1'), ...asked()], 'new/b.db', 'lost.json');
    expect(outcome).toMatchObject({ code: 2, stdout: '' });
    expect(outcome.stderr).toContain('keys are never in a backup');
    expect(existsSync(at('lost.json'))).toBe(false);
  });

  test('older than the head that this place saw last: only if one says so', async () => {
    mkdirSync(at('kept'), { recursive: true });
    const later = { size: manifest.head!.size + 9, rootHash: 'f'.repeat(64) };
    writeFileSync(at('kept/c.head.json'), JSON.stringify(later));
    const refused = await restore([at('b1'), ...asked()], 'kept/c.db');
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain('--older-than-head');
    const outcome = await restore([at('b1'), ...asked(), '--older-than-head'], 'kept/c.db');
    expect(outcome.code).toBe(0);
  });

  test('a backup comes back, once', async () => {
    const outcome = await restore([at('b1'), ...asked()]);
    expect(outcome.code).toBe(0);
    expect(JSON.parse(outcome.stdout)).toMatchObject({
      madeAt: 1,
      head: manifest.head,
      counts: manifest.counts,
    });
    expect(existsSync(at('new/b.db'))).toBe(true);
    const again = await restore([at('b1'), ...asked()]);
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('not empty');
  });
});
