// Whoever guesses waits: known and unknown alike, on every node, after a restart.
import { afterEach, describe, expect, test } from 'vitest';
import { auditEntries } from '../../../db/queries/audit.ts';
import { accountByStaffNo } from '../../../db/queries/accounts.ts';
import { changeRow } from '../../../db/rows.ts';
import { networkOf } from '../../../server/accounts/network.ts';
import { passwordsWith } from '../../../server/accounts/passwords.ts';
import { argon2 } from '../../../server/adapters/argon2.ts';
import { anApp, appOn, type TestApp, withAccounts } from '../../support/app.ts';
import { act, engines } from '../../support/store.ts';

const PASSWORD = '云边有一座山，山上有松，共十五';
const MINUTE_MS = 60_000;
let tested: TestApp;

async function start(dialect: 'sqlite' | 'postgres', limits: { perAccount: number; perAddress: number }) {
  tested = await anApp(dialect, { lockout: limits, trustProxy: ['127.0.0.1/32'] });
  await withAccounts(tested, [{ staffNo: 'plain' }, { staffNo: 'sec', role: 'secadmin' }]);
  const { store } = tested.home;
  const before = (await accountByStaffNo(store.read, store.tables, 'plain'))!;
  const passwordHash = await passwordsWith(argon2).hash(PASSWORD);
  await store.write(act('password.given'), (tx, changed) =>
    changeRow(tx, changed, store.tables.accounts, { before, set: { passwordHash } }),
  );
}
const attempt = (staffNo: string, password = 'not it at all', from = '10.0.0.1', app = tested) =>
  app.visitor().post('/api/session', { staffNo, password }, { 'x-forwarded-for': from });
const right = (from?: string, app?: TestApp) => attempt('plain', PASSWORD, from, app);
const told = ({ status, body }: { status: number; body: unknown }) =>
  JSON.stringify([status, { ...(body as object), instance: '' }]);

describe.each(engines)('连续失败（$dialect）', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('等待', () => {
    afterEach(() => tested.remove());

    test('够了次数就等一、五、十五、六十分钟；等的时候密码对也不行，等过了就行', async () => {
      await start(dialect, { perAccount: 3, perAddress: 100 });
      for (let i = 0; i < 3; i += 1) expect((await attempt('plain')).status).toBe(401);
      for (const minutes of [1, 5, 15, 60, 60]) {
        const locked = await right('10.9.9.9');
        expect(locked).toMatchObject({ status: 429, body: { type: '/problems/locked-out' } });
        expect((locked.body as { detail: string }).detail).toContain(`${minutes} 分钟`);
        tested.clock.now += minutes * MINUTE_MS;
        expect((await attempt('plain')).status).toBe(401);
      }
      tested.clock.now += 60 * MINUTE_MS;
      const session = await right();
      expect(session).toMatchObject({ status: 200, body: { failuresBefore: 8 } });
      expect(await right()).toMatchObject({ status: 200, body: { failuresBefore: 0 } });
    });

    test('没有这个人也一样等，一字不差：看不出有没有这个账号', async () => {
      await start(dialect, { perAccount: 2, perAddress: 100 });
      const answers = [];
      for (const staffNo of ['plain', 'nobody'])
        for (let i = 0; i < 4; i += 1) answers.push(told(await attempt(staffNo)));
      expect(answers.slice(0, 4)).toEqual(answers.slice(4));
      expect(answers[3]).toContain('locked-out');
      const { store } = tested.home;
      const rows = await store.read.select().from(store.tables.lockouts);
      expect(JSON.stringify(rows)).not.toMatch(/plain|nobody/u);
    });

    test('另一个节点、重新启动，都还记得', async () => {
      await start(dialect, { perAccount: 2, perAddress: 100 });
      for (let i = 0; i < 2; i += 1) await attempt('plain');
      const lockout = { perAccount: 2, perAddress: 100 };
      const other = await appOn({ home: tested.home, clock: tested.clock }, { lockout });
      expect((await right('10.0.0.2', other)).status).toBe(429);
      await other.app.close();
    });

    test('一个地址换着账号猜，地址也要等；别的地址不受影响，久了慢慢忘记', async () => {
      await start(dialect, { perAccount: 100, perAddress: 3 });
      for (const staffNo of ['a', 'b', 'c']) expect((await attempt(staffNo)).status).toBe(401);
      expect((await right()).status).toBe(429);
      expect((await right('10.0.0.2')).status).toBe(200);
      tested.clock.now += 31 * MINUTE_MS;
      expect((await attempt('d')).status).toBe(401);
      expect((await right()).status).toBe(200);
    });

    test('同时猜许多次，中间夹着对的也进不来', async () => {
      await start(dialect, { perAccount: 3, perAddress: 1000 });
      const guesses = Array.from({ length: 12 }, () => attempt('plain'));
      await Promise.all(guesses);
      expect((await right()).status).toBe(429);
    });

    test('锁定的账号，密码对也与没有这个人一字不差', async () => {
      await start(dialect, { perAccount: 10, perAddress: 100 });
      const sec = await tested.visitorAs('acc_sec');
      await sec.post('/api/account-security/acc_plain/lock', { reason: '疑似被盗用' });
      expect(told(await right())).toBe(told(await attempt('nobody', PASSWORD)));
    });

    test('安全保密管理员可以让人不必等；一切留痕', async () => {
      await start(dialect, { perAccount: 2, perAddress: 100 });
      for (let i = 0; i < 2; i += 1) await attempt('plain');
      const sec = await tested.visitorAs('acc_sec');
      const listed = await sec.get('/api/account-security?q=plain&among=all');
      const { items } = listed.body as { items: { waitsUntil: number | null }[] };
      expect(items[0]!.waitsUntil).toBe(tested.clock.now + MINUTE_MS);
      const unlocked = await sec.post('/api/account-security/acc_plain/unlock', { reason: '本人来电核实' });
      expect(unlocked.status).toBe(204);
      expect((await right()).status).toBe(200);
      const { store } = tested.home;
      const subject = 'acc_plain';
      const page = await auditEntries(store.read, store.tables, {
        ...{ subject, actor: null, after: null, limit: 20 },
      });
      expect(page.items.map(({ deed }) => deed).toSorted()).toEqual([
        'account.unlocked',
        'session.opened',
        'session.refused',
        'session.refused',
      ]);
    });
  });
});

test('一个 IPv6 网段算一个地址', () => {
  expect(networkOf('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:db8:1:2::9')).toBe('2001:db8:1:2::/64');
  expect(networkOf('2001:db8::1')).toBe('2001:db8:0:0::/64');
  expect(networkOf('::1')).toBe('0:0:0:0::/64');
  expect(networkOf('::ffff:10.0.0.1')).toBe('10.0.0.1');
  expect(networkOf('10.0.0.1')).toBe('10.0.0.1');
});
