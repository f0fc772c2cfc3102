// From an empty store to the first cadre: three admins, the first hr_head, grants in batch, slips, activation.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '../../../db/queries/audit.ts';
import { addRows } from '../../../db/rows.ts';
import type { FirstSignIn } from '../../../server/accounts/accounts.service.ts';
import { anApp, type TestApp, type Visitor } from '../../support/app.ts';
import { aCadre, aUnit } from '../../support/rows.ts';
import { setUpSecondFactor } from '../../support/second-factor.ts';
import { act, engines } from '../../support/store.ts';

type Slips = {
  slips: { staffNo: string; name: string; unitName: string; code: string; expiresOn: string }[];
};
type Proposal = { id: string; version: number; state: string };
const PASSWORD = '云边有一座山，山上有松';
const OWN = `${PASSWORD}，共十五字`;

describe.each(engines)('空库起步（$dialect）', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('从三员到第一位干部', () => {
    let tested: TestApp;
    let admins: FirstSignIn[];
    const visitors = new Map<string, Visitor>();
    const as = (who: string): Visitor => visitors.get(who)!;

    beforeAll(async () => {
      tested = await anApp(dialect);
    });
    afterAll(() => tested.remove());

    test('三员各得一个不同的一次性密码，只建一次', async () => {
      admins = await tested.services.accounts.createAdmins();
      expect(admins.map(({ role }) => role)).toEqual(['sysadmin', 'secadmin', 'auditadmin']);
      expect(new Set(admins.map(({ password }) => password)).size).toBe(3);
      await expect(tested.services.accounts.createAdmins()).rejects.toThrow('admins-exist');
    });

    test('一次性密码登录后，设置自己的密码之前什么也做不了', async () => {
      for (const { role, staffNo, password } of admins) {
        const visitor = tested.visitor();
        visitors.set(role, visitor);
        const session = await visitor.signIn(staffNo, password);
        expect(session).toMatchObject({ status: 200, body: { mustChangePassword: true, name: null } });
        expect(await visitor.get('/api/todo')).toMatchObject({
          status: 403,
          body: { type: '/problems/own-password-first' },
        });
        const changed = await visitor.send('PUT', '/api/own-password', { current: password, next: OWN });
        expect(changed.status).toBe(204);
        expect(await visitor.get('/api/session')).toMatchObject({
          body: { mustChangePassword: false, mustSetSecondFactor: true },
        });
      }
    });

    test('三员设置第二因素之前，办不了任何业务；设置后当即可办', async () => {
      for (const { role } of admins) {
        expect(await as(role).get('/api/todo')).toMatchObject({
          status: 403,
          body: { type: '/problems/second-factor-first' },
        });
        await setUpSecondFactor(as(role), { password: OWN, at: tested.clock.now });
        expect(await as(role).get('/api/session')).toMatchObject({
          body: { mustSetSecondFactor: false, ownsSecondFactor: true },
        });
        expect((await as(role).get('/api/todo')).status).toBe(200);
      }
    });

    test('首位负责人没有账号时授权不了', async () => {
      const answer = await as('secadmin').post('/api/first-hr-head', { staffNo: 'H001', reason: '首次启用' });
      expect(answer).toMatchObject({ status: 422, body: { type: '/problems/account-unknown' } });
    });

    test('sysadmin 按工号建账号，重复的只报告', async () => {
      const staffNos = ['H001', 'H002', 'L001', 'S001', 'H001'];
      const answer = await as('sysadmin').post('/api/accounts', { staffNos });
      expect(answer.body).toEqual({ created: 4, existing: [] });
      const again = await as('sysadmin').post('/api/accounts', { staffNos: ['H001', 'S002'] });
      expect(again.body).toEqual({ created: 1, existing: ['H001'] });
      const listed = await as('sysadmin').get('/api/accounts?q=H&limit=1');
      expect(listed.body).toMatchObject({ items: [{ staffNo: 'H001', state: 'created' }] });
      const { next } = listed.body as { next: string };
      const rest = await as('sysadmin').get(`/api/accounts?q=H&limit=1&after=${next}`);
      expect(rest.body).toMatchObject({ items: [{ staffNo: 'H002' }], next: null });
    });

    test('secadmin 授权首位负责人一次，此后关闭；答复里有激活单', async () => {
      expect((await as('secadmin').get('/api/first-hr-head')).body).toEqual({ isOpen: true });
      const admin = await as('secadmin').post('/api/first-hr-head', {
        staffNo: 'sysadmin',
        reason: '首次启用',
      });
      expect(admin.body).toMatchObject({ type: '/problems/admin-holds-no-office' });
      const answer = await as('secadmin').post('/api/first-hr-head', { staffNo: 'H001', reason: '首次启用' });
      expect(answer.status).toBe(200);
      const { slips } = answer.body as Slips;
      expect(slips).toMatchObject([{ staffNo: 'H001', expiresOn: '2027-01-30' }]);
      expect((await as('secadmin').get('/api/first-hr-head')).body).toEqual({ isOpen: false });
      const again = await as('secadmin').post('/api/first-hr-head', { staffNo: 'H002', reason: '再来一次' });
      expect(again).toMatchObject({ status: 409, body: { type: '/problems/first-head-granted' } });
      const head = tested.visitor();
      visitors.set('hr_head', head);
      const activation = { staffNo: 'H001', slipCode: slips[0]!.code, citizenIdLast4: '0000', password: OWN };
      expect((await head.post('/api/activation', activation)).status).toBe(204);
      expect(await head.signIn('H001', OWN)).toMatchObject({ body: { mustSetSecondFactor: true } });
      await setUpSecondFactor(head, { password: OWN, at: tested.clock.now });
    });

    test('hr_head 成批提名，错处逐行指出', async () => {
      const line = { role: 'hr', unitId: null, fromOn: '2026-12-01', untilOn: null };
      const bad = await as('hr_head').post('/api/grant-proposals', {
        reason: '年度考核需要',
        lines: [
          { ...line, staffNo: 'H002' },
          { ...line, staffNo: 'X999' },
          { ...line, staffNo: 'auditadmin', unitId: 'un_none', untilOn: '2026-11-30' },
        ],
      });
      expect(bad.status).toBe(422);
      const { errors } = bad.body as { errors: { pointer: string }[] };
      expect(errors.map(({ pointer }) => pointer)).toEqual([
        '/lines/1/staffNo',
        '/lines/2/staffNo',
        '/lines/2/unitId',
        '/lines/2/untilOn',
      ]);
      const admin = await as('hr_head').post('/api/grant-proposals', {
        reason: '不可能',
        lines: [{ ...line, staffNo: 'H002', role: 'secadmin' }],
      });
      expect(admin.status).toBe(400);
    });

    test('另一个人决定，生效即刻可用；决定过的不再决定', async () => {
      const lines = [
        { staffNo: 'H002', role: 'hr', unitId: null, fromOn: '2026-12-01', untilOn: null },
        { staffNo: 'L001', role: 'leader', unitId: null, fromOn: '2027-06-01', untilOn: '2027-12-31' },
      ];
      const proposed = await as('hr_head').post('/api/grant-proposals', { reason: '年度考核需要', lines });
      const { id, version } = proposed.body as Proposal;
      expect((await as('secadmin').get('/api/grant-decisions')).body).toMatchObject({
        items: [{ id, lines: [{ staffNo: 'H002' }, { staffNo: 'L001' }] }],
      });
      const own = await as('hr_head').post(`/api/grant-proposals/${id}/decision`, {
        event: 'grant',
        version,
        reason: '同意',
      });
      expect(own.status).toBe(403);
      const path = `/api/grant-proposals/${id}/decision`;
      const stale = await as('secadmin').post(path, { event: 'grant', version: 9, reason: '核对无误' });
      expect(stale).toMatchObject({ status: 409, body: { type: '/problems/stale-version' } });
      const granted = await as('secadmin').post(path, { event: 'grant', version, reason: '核对无误' });
      expect(granted.body).toMatchObject({ state: 'granted' });
      const again = await as('secadmin').post(path, { event: 'refuse', version, reason: '改主意' });
      expect(again).toMatchObject({ status: 409, body: { type: '/problems/proposal-decided' } });
      expect((await as('secadmin').get('/api/grant-decisions')).body).toEqual({ items: [] });
      expect((await as('hr_head').get('/api/grant-proposals')).body).toMatchObject({
        items: [{ state: 'granted' }],
      });
    });

    test('不同意的提名不产生任何角色', async () => {
      const lines = [{ staffNo: 'S002', role: 'board', unitId: null, fromOn: '2026-12-01', untilOn: null }];
      const proposed = await as('hr_head').post('/api/grant-proposals', { reason: '试一试', lines });
      const { id, version } = proposed.body as Proposal;
      const path = `/api/grant-proposals/${id}/decision`;
      const refused = await as('secadmin').post(path, { event: 'refuse', version, reason: '依据不足' });
      expect(refused.body).toMatchObject({ state: 'refused' });
    });

    test('激活须激活码与身份证后四位都对；错了不说错在哪里；码只用一次', async () => {
      const { store } = tested.home;
      const citizenIdSealed = store.sealed.seal('11010519491231002X');
      await store.write(act('roster.given'), async (tx, changed) => {
        await addRows(tx, changed, store.tables.units, [aUnit()]);
        await addRows(tx, changed, store.tables.cadres, [aCadre({ citizenIdSealed })]);
      });
      const printed = await as('hr_head').post('/api/activation-slips', { staffNos: ['S001', 'H002'] });
      const { slips } = printed.body as Slips;
      expect(slips).toMatchObject(
        [
          { staffNo: 'H002', name: '' },
          { staffNo: 'S001', name: '张三', unitName: '教务处' },
        ].toSorted(
          (a, b) =>
            slips.findIndex((s) => s.staffNo === a.staffNo) - slips.findIndex((s) => s.staffNo === b.staffNo),
        ),
      );
      const code = slips.find(({ staffNo }) => staffNo === 'S001')!.code;
      const visitor = tested.visitor();
      const right = { staffNo: 'S001', slipCode: code, citizenIdLast4: '002x', password: OWN };
      const wrong = [
        { ...right, citizenIdLast4: '0021' },
        { ...right, slipCode: 'AAAA-BBBB-CCCC' },
        { ...right, staffNo: 'S404' },
        { ...right, slipCode: slips.find(({ staffNo }) => staffNo === 'H002')!.code },
      ];
      const answers = await Promise.all(wrong.map((each) => visitor.post('/api/activation', each)));
      expect(new Set(answers.map(({ body }) => (body as { type: string }).type))).toEqual(
        new Set(['/problems/activation-refused']),
      );
      const typed = { ...right, slipCode: code.toLowerCase().replaceAll('-', ' ') };
      expect((await visitor.post('/api/activation', typed)).status).toBe(204);
      expect((await visitor.post('/api/activation', right)).status).toBe(422);
      const session = await visitor.signIn('S001', OWN);
      expect(session.body).toMatchObject({
        ...{ name: '张三', cadreId: 'cad_1', roles: [] },
        mustSetSecondFactor: false,
      });
    });

    test('激活单三十天失效；没有账号或已激活的工号打不出', async () => {
      const printed = await as('hr_head').post('/api/activation-slips', {});
      const { slips } = printed.body as Slips;
      expect(slips.map(({ staffNo }) => staffNo)).toEqual(['L001', 'S002']);
      expect(((await as('hr_head').post('/api/activation-slips', {})).body as Slips).slips).toEqual([]);
      const refused = await as('hr_head').post('/api/activation-slips', { staffNos: ['S001', 'Q000'] });
      expect(refused.body).toMatchObject({
        type: '/problems/cannot-print-slip',
        errors: [{ pointer: '/staffNos/0' }, { pointer: '/staffNos/1' }],
      });
      const before = tested.clock.now;
      tested.clock.now += 31 * 86_400_000;
      const slip = slips[0]!;
      const late = { staffNo: slip.staffNo, slipCode: slip.code, citizenIdLast4: '0000', password: OWN };
      expect((await tested.visitor().post('/api/activation', late)).status).toBe(422);
      tested.clock.now = before;
    });

    test('五百个账号：一次建立、一份提名、一次授权、一批激活单，其中一人激活并登录', async () => {
      const staffNos = Array.from({ length: 500 }, (_, i) => `B${String(i).padStart(4, '0')}`);
      const created = await as('sysadmin').post('/api/accounts', { staffNos });
      expect(created.body).toEqual({ created: 500, existing: [] });
      const lines = staffNos.map((staffNo) => ({
        ...{ staffNo, role: 'leader', unitId: null },
        ...{ fromOn: '2026-12-01', untilOn: null },
      }));
      const proposed = await as('hr_head').post('/api/grant-proposals', { reason: '换届后统一授权', lines });
      const { id, version } = proposed.body as Proposal;
      const decision = { event: 'grant', version, reason: '逐人核对无误' };
      const granted = await as('secadmin').post(`/api/grant-proposals/${id}/decision`, decision);
      expect(granted.body).toMatchObject({ state: 'granted' });
      const { slips } = (await as('hr_head').post('/api/activation-slips', { staffNos })).body as Slips;
      expect(new Set(slips.map(({ code }) => code)).size).toBe(500);
      const { staffNo, code } = slips[123]!;
      const visitor = tested.visitor();
      const activation = { staffNo, slipCode: code, citizenIdLast4: '0000', password: OWN };
      expect((await visitor.post('/api/activation', activation)).status).toBe(204);
      expect(await visitor.signIn(staffNo, OWN)).toMatchObject({
        body: { roles: [{ role: 'leader' }], mustSetSecondFactor: true },
      });
    });

    test('太容易猜的密码不收', async () => {
      const weak = ['aaaaaaaaaaaaaaaaaaaa', 'S002S002S002S002', '123456789123456789'];
      for (const password of weak) {
        const given = { staffNo: 'S002', slipCode: 'AAAA-BBBB-CCCC', citizenIdLast4: '0000', password };
        expect((await tested.visitor().post('/api/activation', given)).body).toMatchObject({
          type: '/problems/weak-password',
          errors: [{ pointer: '/password' }],
        });
      }
    });

    test('每一步都进了审计；码和密码哪里也没有明文', async () => {
      const { store } = tested.home;
      const page = await auditEntries(store.read, store.tables, {
        subject: null,
        actor: null,
        after: null,
        limit: 200,
      });
      const deeds = new Set(page.items.map(({ deed }) => deed));
      for (const deed of [
        'admins.created',
        'account.created',
        'grants.firstHead',
        'grants.proposed',
        'grants.granted',
        'grants.refused',
        'account.slipsPrinted',
        'account.activated',
        'account.passwordChanged',
        'secondFactor.set',
        'session.opened',
      ])
        expect(deeds).toContain(deed);
      const everything = JSON.stringify([
        await store.read.select().from(store.tables.accounts),
        await store.read.select().from(store.tables.idempotency),
        page.items,
      ]);
      for (const secret of [OWN, ...admins.map(({ password }) => password)])
        expect(everything).not.toContain(secret);
      const read = await as('auditadmin').get('/api/audit/entries?limit=3');
      expect(read.status).toBe(200);
    });
  });
});
