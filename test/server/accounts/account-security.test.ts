// Locking, resetting, ending roles: what one administrator does, and what none can do alone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountByStaffNo } from '../../../db/queries/accounts.ts';
import { changeRow } from '../../../db/rows.ts';
import { anApp, type TestApp, type Visitor, withAccounts } from '../../support/app.ts';
import { setUpSecondFactor } from '../../support/second-factor.ts';
import { act, engines } from '../../support/store.ts';

const PASSWORD = '云边有一座山，山上有松，共十五';
const reason = '按规定办理';
const typeOf = ({ body }: { body: unknown }) => (body as { type: string }).type;
type Slips = { slips: { staffNo: string; code: string }[] };
type Guarded = { items: { staffNo: string; state: string; grants: { id: string; role: string }[] }[] };

describe.each(engines)('三员分立（$dialect）', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('锁定、重置、终止', () => {
    let tested: TestApp;
    let sec: Visitor;
    let sys: Visitor;
    let head: Visitor;
    let hr: Visitor;
    const account = async (staffNo: string) => {
      const { store } = tested.home;
      return (await accountByStaffNo(store.read, store.tables, staffNo))!;
    };

    beforeAll(async () => {
      tested = await anApp(dialect);
      await withAccounts(tested, [
        { staffNo: 'sysadmin', role: 'sysadmin' },
        { staffNo: 'secadmin', role: 'secadmin' },
        { staffNo: 'auditadmin', role: 'auditadmin' },
        { staffNo: 'head', role: 'hr_head' },
        { staffNo: 'hr', role: 'hr' },
        { staffNo: 'leader', role: 'leader' },
      ]);
      [sec, sys, head, hr] = (await Promise.all(
        ['secadmin', 'sysadmin', 'head', 'hr'].map((name) => tested.visitorAs(`acc_${name}`)),
      )) as [Visitor, Visitor, Visitor, Visitor];
    });
    afterAll(() => tested.remove());

    test('安全保密管理员按工号看到角色，看不到姓名；别人看不到这张表', async () => {
      const listed = (await sec.get('/api/account-security')).body as Guarded;
      expect(listed.items.map(({ staffNo }) => staffNo)).toEqual([
        ...['auditadmin', 'head', 'hr', 'leader', 'secadmin', 'sysadmin'],
      ]);
      expect(listed.items[2]!.grants).toMatchObject([{ id: 'gr_hr', role: 'hr', unitName: null }]);
      expect(JSON.stringify(listed)).not.toMatch(/"name"/u);
      for (const other of [sys, head, hr])
        expect((await other.get('/api/account-security')).status).toBe(403);
    });

    test('锁定当即退出登录，密码对也进不来；解锁后照常；自己的账号锁不了', async () => {
      const leader = await tested.visitorAs('acc_leader');
      const lock = () => sec.post('/api/account-security/acc_leader/lock', { reason });
      expect((await lock()).status).toBe(204);
      expect((await leader.get('/api/session')).status).toBe(401);
      expect(typeOf(await lock())).toBe('/problems/account-locked-already');
      expect((await sec.post('/api/account-security/acc_leader/unlock', { reason })).status).toBe(204);
      expect((await account('leader')).state).toBe('created');
      expect(typeOf(await sec.post('/api/account-security/acc_secadmin/lock', { reason }))).toBe(
        '/problems/own-account',
      );
      expect((await sec.post('/api/account-security/acc_none/lock', { reason })).status).toBe(404);
      expect((await sec.post('/api/account-security/acc_leader/lock', {})).status).toBe(400);
    });

    test('重置：密码、第二因素、登录全部作废；激活单由组织部打印，安全保密管理员打不出', async () => {
      const printed = await head.post('/api/activation-slips', { staffNos: ['leader'] });
      const [slip] = (printed.body as Slips).slips;
      const given = { staffNo: 'leader', citizenIdLast4: '0000', password: PASSWORD };
      await tested.visitor().post('/api/activation', { ...given, slipCode: slip!.code });
      const leader = tested.visitor();
      await leader.signIn('leader', PASSWORD);
      await setUpSecondFactor(leader, { password: PASSWORD, at: tested.clock.now });

      expect((await sec.post('/api/account-security/acc_leader/reset', { reason })).status).toBe(204);
      expect((await leader.get('/api/session')).status).toBe(401);
      expect(await account('leader')).toMatchObject({
        ...{ state: 'created', passwordHash: null, totpSealed: null, recoveryHashes: null },
      });
      expect((await tested.visitor().signIn('leader', PASSWORD)).status).toBe(401);
      for (const admin of [sec, sys])
        expect((await admin.post('/api/activation-slips', { staffNos: ['leader'] })).status).toBe(403);
      for (const other of [head, sys])
        expect((await other.post('/api/account-security/acc_hr/reset', { reason })).status).toBe(403);
      const again = await head.post('/api/activation-slips', { staffNos: ['leader'] });
      const fresh = (again.body as Slips).slips[0]!;
      const activation = { ...given, slipCode: fresh.code };
      expect((await tested.visitor().post('/api/activation', activation)).status).toBe(204);
      const back = await tested.visitor().signIn('leader', PASSWORD);
      expect(back.body).toMatchObject({ mustSetSecondFactor: true, ownsSecondFactor: false });
    });

    test('三员的账号在这里重置不了，其角色终止不了', async () => {
      for (const name of ['sysadmin', 'auditadmin'])
        expect(typeOf(await sec.post(`/api/account-security/acc_${name}/reset`, { reason }))).toBe(
          '/problems/admin-reset-on-server',
        );
      expect(typeOf(await sec.post('/api/grants/gr_sysadmin/end', { reason }))).toBe(
        '/problems/admin-grant-stays',
      );
    });

    test('提前终止角色，当即没有；不能再终止一次', async () => {
      expect((await hr.get('/api/cadres')).status).toBe(200);
      expect((await sec.post('/api/grants/gr_hr/end', { reason })).status).toBe(204);
      expect((await hr.get('/api/cadres')).status).toBe(403);
      expect(typeOf(await sec.post('/api/grants/gr_hr/end', { reason }))).toBe('/problems/grant-ended');
      expect((await head.post('/api/grants/gr_leader/end', { reason })).status).toBe(403);
    });

    test('组织部提名终止，安全保密管理员批准时当即终止', async () => {
      const open = await head.get('/api/open-grants?staffNo=leader');
      expect(open.body).toMatchObject({ items: [{ id: 'gr_leader', role: 'leader' }] });
      expect((await head.get('/api/open-grants?staffNo=sysadmin')).body).toEqual({ items: [] });
      const admin = await head.post('/api/grant-proposals/ends', { reason, grantIds: ['gr_secadmin'] });
      expect(typeOf(admin)).toBe('/problems/admin-grant-stays');
      const proposed = await head.post('/api/grant-proposals/ends', { reason, grantIds: ['gr_leader'] });
      const { id, version, lines } = proposed.body as { id: string; version: number; lines: object[] };
      expect(lines).toMatchObject([{ staffNo: 'leader', role: 'leader', isEnd: true }]);
      const decision = { event: 'grant', version, reason };
      expect((await sec.post(`/api/grant-proposals/${id}/decision`, decision)).body).toMatchObject({
        state: 'granted',
      });
      const { store } = tested.home;
      const grants = await store.read.select().from(store.tables.grants);
      expect(grants.find((grant) => grant.id === 'gr_leader')).toMatchObject({ endedBy: 'acc_secadmin' });
    });

    test('提名之后才成为三员的，批准时仍被拒绝', async () => {
      const line = { staffNo: 'hr', role: 'hr', unitId: null, fromOn: '2026-12-01', untilOn: null };
      const proposed = await head.post('/api/grant-proposals', { reason, lines: [line] });
      const { id, version } = proposed.body as { id: string; version: number };
      const { store } = tested.home;
      const grants = await store.read.select().from(store.tables.grants);
      const before = grants.find((grant) => grant.id === 'gr_hr')!;
      await store.write(act('tampered'), (tx, changed) =>
        changeRow(tx, changed, store.tables.grants, { before, set: { role: 'sysadmin' } }),
      );
      const decided = await sec.post(`/api/grant-proposals/${id}/decision`, {
        ...{ event: 'grant', version, reason },
      });
      expect(typeOf(decided)).toBe('/problems/admin-holds-no-office');
    });

    test('服务器上只重置三员和唯一的组织部负责人', async () => {
      const { resetOnServer } = tested.services;
      await expect(resetOnServer.reset('leader')).rejects.toThrow('reset-needs-others');
      await expect(resetOnServer.reset('nobody')).rejects.toThrow('account-unknown');
      const { password } = await resetOnServer.reset('auditadmin');
      const admin = await tested.visitor().signIn('auditadmin', password);
      expect(admin.body).toMatchObject({ mustChangePassword: true });
      expect((await head.get('/api/session')).status).toBe(200);
      await resetOnServer.reset('head');
      expect((await head.get('/api/session')).status).toBe(401);
      await withAccounts(tested, [
        { staffNo: 'head2', role: 'hr_head' },
        { staffNo: 'head3', role: 'hr_head' },
      ]);
      await expect(resetOnServer.reset('head2')).rejects.toThrow('reset-needs-others');
    });
  });
});
