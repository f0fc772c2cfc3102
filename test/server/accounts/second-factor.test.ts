// The second factor: set up, asked for, used once, recovered, renewed, ended.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accountByStaffNo } from '../../../db/queries/accounts.ts';
import { changeRow } from '../../../db/rows.ts';
import { passwordsWith } from '../../../server/accounts/passwords.ts';
import { argon2 } from '../../../server/adapters/argon2.ts';
import { anApp, type TestApp, type Visitor, withAccounts } from '../../support/app.ts';
import { codeAt, setUpSecondFactor, STEP_MS } from '../../support/second-factor.ts';
import { act, engines } from '../../support/store.ts';

const PASSWORD = '云边有一座山，山上有松，共十五';
const typeOf = ({ body }: { body: unknown }) => (body as { type: string }).type;

describe.each(engines)('第二因素（$dialect）', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('从设置到停用', () => {
    let tested: TestApp;
    let hr: Visitor;
    let secret: string;
    let recoveryCodes: readonly string[];
    const now = () => tested.clock.now;
    const nextStep = () => (tested.clock.now += STEP_MS);
    const signIn = (staffNo: string, more: { password?: string; code?: string } = {}) => {
      const visitor = tested.visitor();
      return visitor
        .post('/api/session', { staffNo, password: PASSWORD, ...more })
        .then((answer) => ({ visitor, ...answer }));
    };
    async function signedIn(staffNo: string, code?: string): Promise<Visitor> {
      const { visitor, status, text, body } = await signIn(staffNo, code === undefined ? {} : { code });
      if (status !== 200) throw new Error(text);
      visitor.csrfToken = (body as { csrfToken: string }).csrfToken;
      return visitor;
    }

    beforeAll(async () => {
      tested = await anApp(dialect);
      await withAccounts(tested, [{ staffNo: 'hr', role: 'hr' }, { staffNo: 'plain' }]);
      const { store } = tested.home;
      const passwordHash = await passwordsWith(argon2).hash(PASSWORD);
      for (const staffNo of ['hr', 'plain']) {
        const before = (await accountByStaffNo(store.read, store.tables, staffNo))!;
        await store.write(act('password.given'), (tx, changed) =>
          changeRow(tx, changed, store.tables.accounts, { before, set: { passwordHash } }),
        );
      }
    });
    afterAll(() => tested.remove());

    test('有角色而没有第二因素：只能去设置；没有角色的不受影响', async () => {
      hr = await signedIn('hr');
      expect(await hr.get('/api/todo')).toMatchObject({ status: 403 });
      expect(typeOf(await hr.get('/api/cadres'))).toBe('/problems/second-factor-first');
      expect((await hr.get('/api/own-second-factor')).body).toMatchObject({
        ...{ isOn: false, isRequired: true, isShown: false },
      });
      const plain = await signedIn('plain');
      expect((await plain.get('/api/todo')).status).toBe(200);
    });

    test('设置要密码、要第一个验证码；别人的、改过的、过期的都不收', async () => {
      const wrong = await hr.post('/api/own-second-factor/setup', { password: 'not it at all' });
      expect(typeOf(wrong)).toBe('/problems/wrong-password');
      const begun = await hr.post('/api/own-second-factor/setup', { password: PASSWORD });
      const ticket = begun.body as { ticket: string; secret: string; qr: string[] };
      expect(ticket.qr.every((row) => row.length === ticket.qr.length && /^[01]+$/u.test(row))).toBe(true);
      const confirm = (visitor: Visitor, body: object) => visitor.post('/api/own-second-factor', body);
      const right = { ticket: ticket.ticket, code: codeAt(ticket.secret, now()) };
      expect(typeOf(await confirm(hr, { ...right, code: '000000' }))).toBe('/problems/wrong-code');
      const altered = { ...right, ticket: `${right.ticket.slice(0, -4)}AAAA` };
      expect(typeOf(await confirm(hr, altered))).toBe('/problems/set-up-lost');
      const plain = await signedIn('plain');
      expect(typeOf(await confirm(plain, right))).toBe('/problems/set-up-lost');
      tested.clock.now += 16 * 60_000;
      expect(typeOf(await confirm(hr, { ...right, code: codeAt(ticket.secret, now()) }))).toBe(
        '/problems/set-up-lost',
      );
      expect((await hr.get('/api/own-second-factor')).body).toMatchObject({ isOn: false });
    });

    test('设置之后当即可办；其他登录随即结束；恢复码十个，库里没有明文', async () => {
      const elsewhere = await signedIn('hr');
      ({ secret, recoveryCodes } = await setUpSecondFactor(hr, { password: PASSWORD, at: now() }));
      expect(new Set(recoveryCodes).size).toBe(10);
      expect((await hr.get('/api/todo')).status).toBe(200);
      expect((await elsewhere.get('/api/session')).status).toBe(401);
      const { store } = tested.home;
      const kept = JSON.stringify(await store.read.select().from(store.tables.accounts));
      for (const text of [secret, ...recoveryCodes]) expect(kept).not.toContain(text);
    });

    test('密码对而缺验证码才提示；密码错时多给什么都是同一个答复', async () => {
      const missing = await signIn('hr');
      expect([missing.status, typeOf(missing)]).toEqual([401, '/problems/second-factor-needed']);
      nextStep();
      const refused = await Promise.all([
        signIn('hr', { password: 'not it at all' }),
        signIn('hr', { password: 'not it at all', code: codeAt(secret, now()) }),
        signIn('hr', { code: '123456' }),
        signIn('hr', { code: 'AAAA-BBBB-CCCC' }),
        signIn('nobody', { code: codeAt(secret, now()) }),
      ]);
      const answers = refused.map(({ status, body }) =>
        JSON.stringify([status, { ...(body as object), instance: '' }]),
      );
      expect(new Set(answers).size).toBe(1);
      expect(answers[0]).toContain('wrong-credentials');
    });

    test('一个验证码只收一次，更早的也不收；同时用也只成一次', async () => {
      nextStep();
      const code = codeAt(secret, now());
      const both = await Promise.all([signIn('hr', { code }), signIn('hr', { code })]);
      expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 401]);
      expect((await signIn('hr', { code })).status).toBe(401);
      expect((await signIn('hr', { code: codeAt(secret, now() - STEP_MS) })).status).toBe(401);
      nextStep();
      expect((await signIn('hr', { code: codeAt(secret, now()) })).body).toMatchObject({
        mustSetSecondFactor: false,
      });
    });

    test('恢复码用一次少一个；大小写和空格不论', async () => {
      const [first] = recoveryCodes;
      const typed = first!.toLowerCase().replaceAll('-', ' ');
      const visitor = await signedIn('hr', typed);
      expect((await visitor.get('/api/own-second-factor')).body).toMatchObject({ recoveryCodesLeft: 9 });
      expect((await signIn('hr', { code: first! })).status).toBe(401);
    });

    test('重新生成恢复码要密码和验证码，原来的全部作废', async () => {
      nextStep();
      const path = '/api/own-second-factor/recovery-codes';
      expect(typeOf(await hr.post(path, { password: PASSWORD, code: '000000' }))).toBe(
        '/problems/wrong-code',
      );
      const made = await hr.post(path, { password: PASSWORD, code: codeAt(secret, now()) });
      const before = recoveryCodes;
      ({ recoveryCodes } = made.body as { recoveryCodes: string[] });
      expect((await signIn('hr', { code: before[1]! })).status).toBe(401);
      expect((await signIn('hr', { code: recoveryCodes[1]! })).status).toBe(200);
    });

    test('更换要原来的验证码；换好后原来的不再认', async () => {
      const none = await hr.post('/api/own-second-factor/setup', { password: PASSWORD });
      expect(typeOf(none)).toBe('/problems/wrong-code');
      nextStep();
      const old = secret;
      const code = codeAt(old, now());
      const begun = await hr.post('/api/own-second-factor/setup', { password: PASSWORD, code });
      const { ticket, secret: fresh } = begun.body as { ticket: string; secret: string };
      const confirmed = { ticket, code: codeAt(fresh, now()) };
      expect((await hr.post('/api/own-second-factor', confirmed)).status).toBe(200);
      nextStep();
      const replayed = { ticket, code: codeAt(fresh, now()) };
      expect(typeOf(await hr.post('/api/own-second-factor', replayed))).toBe('/problems/set-up-lost');
      expect((await signIn('hr', { code: codeAt(old, now()) })).status).toBe(401);
      expect((await signIn('hr', { code: codeAt(fresh, now()) })).status).toBe(200);
      secret = fresh;
    });

    test('担任角色的不能停用；没有角色的停用后，密码须够长', async () => {
      nextStep();
      const proof = () => ({ password: PASSWORD, code: codeAt(secret, now()) });
      expect(typeOf(await hr.post('/api/own-second-factor/end', proof()))).toBe(
        '/problems/second-factor-stays',
      );
      const plain = await signedIn('plain');
      const own = await setUpSecondFactor(plain, { password: PASSWORD, at: now() });
      const short = '松竹梅兰菊荷桂柳';
      const change = { current: PASSWORD, next: short };
      expect((await plain.send('PUT', '/api/own-password', change)).status).toBe(204);
      nextStep();
      const end = (password: string) =>
        plain.post('/api/own-second-factor/end', { password, code: codeAt(own.secret, now()) });
      expect(typeOf(await end(short))).toBe('/problems/weak-password');
      await plain.send('PUT', '/api/own-password', { current: short, next: PASSWORD });
      expect((await end(PASSWORD)).status).toBe(204);
      expect((await signIn('plain')).body).toMatchObject({ ownsSecondFactor: false });
      expect(typeOf(await plain.send('PUT', '/api/own-password', change))).toBe('/problems/weak-password');
    });

    test('统一认证没有出示第二因素的登录：在本系统补一个验证码就行', async () => {
      const { store } = tested.home;
      const account = (await accountByStaffNo(store.read, store.tables, 'hr'))!;
      const opening = { method: 'cas', hasSecondFactor: false, address: '10.0.0.9', agent: null } as const;
      const opened = await tested.services.sessions.openSession(account, opening, 'zh');
      expect(opened).toMatchObject({ hasSecondFactor: false, ownsSecondFactor: true });
      nextStep();
      const code = codeAt(secret, now());
      const where = { address: null, agent: null };
      await tested.services.secondFactor.show(opened, code, where);
      const after = await tested.services.sessions.behind(opened.stamp, 'zh');
      expect(after).toMatchObject({ hasSecondFactor: true });
      await expect(tested.services.secondFactor.show(opened, code, where)).rejects.toThrow('wrong-code');
    });
  });
});

test('演示学校不要求第二因素', async () => {
  const tested = await anApp('sqlite', { school: { name: '明湖大学', isDemo: true } });
  await withAccounts(tested, [{ staffNo: 'hr', role: 'hr' }]);
  const { store } = tested.home;
  const account = (await accountByStaffNo(store.read, store.tables, 'hr'))!;
  const opening = { method: 'password', hasSecondFactor: false, address: null, agent: null } as const;
  const opened = await tested.services.sessions.openSession(account, opening, 'zh');
  const visitor = await tested.visitorAs('acc_hr');
  expect((await visitor.get('/api/session')).body).toMatchObject({ mustSetSecondFactor: false });
  expect(opened.hasSecondFactor).toBe(false);
  await tested.remove();
});
