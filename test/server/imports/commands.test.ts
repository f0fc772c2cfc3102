// import-roster, import-figures and undo, as the command line calls them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { addRows } from '../../../db/rows.ts';
import { recoveryHashOf } from '../../../server/accounts/one-time-codes.ts';
import { passwordsWith } from '../../../server/accounts/passwords.ts';
import { newSlipCode } from '../../../server/accounts/slip-codes.ts';
import { argon2 } from '../../../server/adapters/argon2.ts';
import { timeCodes } from '../../../server/adapters/totp.ts';
import { BadInput, type Command, type Terminal } from '../../../server/commands/command.ts';
import { command as importFigures } from '../../../server/commands/import-figures.ts';
import { command as importRoster } from '../../../server/commands/import-roster.ts';
import { command as undo } from '../../../server/commands/undo.ts';
import { importFiles } from '../../../server/imports/import-files.ts';
import { constraintsWorkbook, rosterWorkbook } from '../../../server/imports/templates.ts';
import { configured } from '../../../server/main.ts';
import { openProduct } from '../../../server/open-product.ts';
import { aRoster, someCadres, staffNoOf } from '../../support/imports.ts';
import { aGrant, anAccount } from '../../support/rows.ts';
import { act } from '../../support/store.ts';

const PASSWORD = 'a long enough sentence';
let folder: string;
const at = (name: string): string => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dandang-import-'));
  vi.stubEnv('KEY_FILE', at('keys.json'));
  vi.stubEnv('DATABASE_URL', `file:${at('test.db')}`);
  const product = await openProduct(configured(), () => {});
  const { store } = product;
  const passwordHash = await passwordsWith(argon2).hash(PASSWORD);
  const factor = {
    totpSealed: store.sealed.seal(timeCodes.newSecret()),
    totpSince: 1,
    recoveryHashes: CODES.map((code) => recoveryHashOf(store.sealed, 'acc_hr', code)),
  };
  await store.write(act('accounts.given'), async (tx, changed) => {
    await addRows(tx, changed, store.tables.accounts, [
      anAccount({ id: 'acc_hr', staffNo: 'hr', state: 'active', passwordHash, ...factor }),
      anAccount({ id: 'acc_bare', staffNo: 'bare', state: 'active', passwordHash }),
    ]);
    const grant = aGrant({ accountId: 'acc_hr', role: 'hr', fromOn: '2020-01-01', untilOn: null });
    const bare = { ...grant, id: 'gr_bare', accountId: 'acc_bare' };
    await addRows(tx, changed, store.tables.grants, [grant, bare]);
  });
  await product.close();
  writeFileSync(at('password'), `${PASSWORD}\n`);
  writeFileSync(at('wrong'), 'something else\n');
  writeFileSync(at('roster.xlsx'), await importFiles.write(aRoster(3)));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

async function ran(
  { run }: Command,
  positionals: readonly string[],
  values: Record<string, string | boolean> = {},
) {
  const told = { out: '', said: '' };
  const terminal: Terminal = {
    language: 'zh',
    read: (file) => readFile(file, 'utf8'),
    out: (text) => void (told.out += text),
    say: (text) => void (told.said += `${text}\n`),
  };
  const code = await run({ positionals, values }, terminal);
  return { code, ...told, json: told.out === '' ? null : (JSON.parse(told.out) as Record<string, unknown>) };
}
const asHr = { as: 'hr', 'password-file': '' };
/** Each code is good for one command. */
const CODES = Array.from({ length: 10 }, () => newSlipCode());
let used = 0;
const signed = () => ({ ...asHr, 'password-file': at('password'), code: CODES[(used += 1)]! });

test('a dry run needs no account and writes nothing; applied and undone under an account', async () => {
  const trial = await ran(importRoster, [at('roster.xlsx')]);
  expect(trial).toMatchObject({ code: 0, json: { counts: { added: 26, failed: 0 } } });
  expect(trial.said).toContain('新增 26');
  await expect(ran(importRoster, [at('roster.xlsx')], { apply: true })).rejects.toThrow('--as');
  const wrong = { ...signed(), apply: true, 'password-file': at('wrong') };
  expect((await ran(importRoster, [at('roster.xlsx')], wrong)).code).toBe(1);
  const applied = await ran(importRoster, [at('roster.xlsx')], { ...signed(), apply: true });
  expect(applied).toMatchObject({ code: 0, json: { state: 'applied', counts: { added: 26 } } });
  const nothingNew = await ran(importRoster, [at('roster.xlsx')], { ...signed(), apply: true });
  expect(nothingNew).toMatchObject({ code: 1, out: '' });
  const constraint = { staffNo: staffNoOf(0), type: 'sick', from: '2026-01-01', to: '2026-03-01' } as const;
  writeFileSync(at('leave.xlsx'), await importFiles.write(constraintsWorkbook({ leaves: [constraint] })));
  const figures = await ran(importFigures, [at('leave.xlsx')], { ...signed(), apply: true });
  expect(figures).toMatchObject({ code: 0, json: { kind: 'constraints', needsConfirmation: true } });
  const id = String(applied.json!['id']);
  const blocked = await ran(undo, [id], { ...signed(), reason: '导错了' });
  expect(blocked.code).toBe(1);
  expect(blocked.said).toContain('/constraints/');
  await ran(undo, [String(figures.json!['id'])], { ...signed(), reason: '导错了' });
  expect(await ran(undo, [id], { ...signed(), reason: '导错了' })).toMatchObject({
    ...{ code: 0, json: { state: 'undone' } },
  });
});

test('a role acts on the command line with a second factor only, and every code once', async () => {
  const { code, ...withoutCode } = { ...signed(), apply: true };
  await expect(ran(importRoster, [at('roster.xlsx')], withoutCode)).rejects.toThrow('--code');
  const bare = { ...withoutCode, as: 'bare' };
  await expect(ran(importRoster, [at('roster.xlsx')], bare)).rejects.toThrow('second factor');
  const [first] = CODES;
  await ran(importRoster, [at('roster.xlsx')], { ...withoutCode, code: first! });
  const again = await ran(importRoster, [at('roster.xlsx')], { ...withoutCode, code: first! });
  expect(again).toMatchObject({ code: 1, out: '' });
  expect(again.said).toContain('不正确');
  expect(code).not.toBe(first);
});

test('bad input is exit 2 and names file, row and column', async () => {
  const cadres = [{ ...someCadres(1)[0]!, unitCode: 'U404' }];
  writeFileSync(at('bad.xlsx'), await importFiles.write(rosterWorkbook({ cadres })));
  const bad = await ran(importRoster, [at('bad.xlsx')], { ...signed(), apply: true });
  expect(bad).toMatchObject({ code: 2, json: { counts: { failed: 1 } } });
  expect(bad.said).toContain('干部!F2 单位编码“U404”：没有编码为“U404”的单位');
  writeFileSync(at('text.xlsx'), 'only text');
  await expect(ran(importRoster, [at('text.xlsx')])).rejects.toBeInstanceOf(BadInput);
  await expect(ran(importRoster, [at('missing.xlsx')])).rejects.toThrow('missing.xlsx');
  await expect(ran(importFigures, [at('roster.xlsx')], { year: '26' })).rejects.toThrow('--year');
});
