// Through OpenID Connect, with oidc-provider on this machine: who gets in, and every way not to.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accountByStaffNo } from '../../../db/queries/accounts.ts';
import { addRows } from '../../../db/rows.ts';
import { oidcProvider, type OidcSettings } from '../../../server/adapters/oidc.ts';
import { secondFactorRule } from '../../../server/sign-in/second-factor.ts';
import { appOn, anApp, type TestApp, withAccounts } from '../../support/app.ts';
import { anOidcServer, CLIENT, type OidcServer, SYMMETRIC } from '../../support/oidc-server.ts';
import { anAccount } from '../../support/rows.ts';
import { aTraveller, PUBLIC_URL, type Traveller } from '../../support/sign-in.ts';
import { act, engines } from '../../support/store.ts';

const password = 'correct horse';
const BOUNDS = { timeoutMs: 2_000, mostBytes: 64 * 1024 };
const person = (staffNo: string, amr?: readonly string[]) => ({
  sub: `sub-of-${staffNo}`,
  staffNo,
  password,
  ...(amr && { amr }),
});

describe.each(engines)('OIDC 登录 on $dialect', ({ dialect, isHere }) => {
  let oidc: OidcServer;
  let tested: TestApp;
  const settings = (more: Partial<OidcSettings> = {}): OidcSettings => ({
    issuer: oidc.issuer,
    ...CLIENT,
    staffNoClaim: 'preferred_username',
    secondFactor: secondFactorRule('amr=mfa|otp|hwk'),
    ...more,
  });
  /** The same school with other settings of the provider. */
  const appWith = (more: Partial<OidcSettings>) =>
    appOn(
      { home: tested.home, clock: tested.clock },
      { signIn: { publicUrl: PUBLIC_URL, providers: { oidc: oidcProvider(settings(more), BOUNDS) } } },
    );

  beforeAll(async () => {
    if (!isHere) return;
    const people = [
      person('100001'),
      person('100002', ['pwd', 'otp']),
      person('100003', ['pwd']),
      person('100004'),
      person('secadmin', ['mfa']),
      person('stranger'),
    ];
    oidc = await anOidcServer(people, [`${PUBLIC_URL}/api/sign-in/oidc/return`]);
    tested = await anApp(dialect, {
      signIn: { publicUrl: PUBLIC_URL, providers: { oidc: oidcProvider(settings(), BOUNDS) } },
    });
    await withAccounts(tested, [
      { staffNo: '100001' },
      { staffNo: '100002', role: 'hr' },
      { staffNo: 'secadmin', role: 'secadmin' },
    ]);
    const { store } = tested.home;
    const rows = [
      anAccount({ id: 'acc_100003', staffNo: '100003', state: 'created', slipHash: 'slip' }),
      anAccount({ id: 'acc_100004', staffNo: '100004', state: 'locked' }),
    ];
    await store.write(act('accounts.given'), (tx, changed) =>
      addRows(tx, changed, store.tables.accounts, rows),
    );
  });
  afterAll(async () => {
    if (!isHere) return;
    await tested.remove();
    await oidc.stop();
  });
  afterEach(() => {
    if (isHere) oidc.override = null;
  });

  async function returning(staffNo: string, app = tested): Promise<{ browser: Traveller; address: string }> {
    const browser = aTraveller(app);
    return { browser, address: await oidc.signIn(await browser.depart('oidc'), staffNo, password) };
  }
  async function signIn(staffNo: string, app = tested) {
    const { browser, address } = await returning(staffNo, app);
    return { browser, address, arrival: await browser.arrive(address) };
  }
  const lastSession = async (staffNo: string) => {
    const { read, tables } = tested.home.store;
    const rows = await read.select().from(tables.sessions);
    return rows.findLast(({ accountId }) => accountId === `acc_${staffNo}`);
  };

  test.runIf(isHere)('登录成功；工号不在令牌里时问提供方', async () => {
    const { browser, arrival } = await signIn('100001');
    expect(arrival).toEqual({ status: 303, location: '/', problem: null });
    expect(browser.session).not.toBeNull();
    expect(await lastSession('100001')).toMatchObject({ method: 'oidc', hasSecondFactor: false });
  });

  test.runIf(isHere)('令牌说用过第二重验证才算数；首次登录即激活', async () => {
    await signIn('100002');
    expect(await lastSession('100002')).toMatchObject({ method: 'oidc', hasSecondFactor: true });
    await signIn('100003');
    expect(await lastSession('100003')).toMatchObject({ hasSecondFactor: false });
    const { read, tables } = tested.home.store;
    expect(await accountByStaffNo(read, tables, '100003')).toMatchObject({ state: 'active', slipHash: null });
  });

  test.runIf(isHere)('去的地址带 PKCE、state、nonce，不带任何秘密', async () => {
    const browser = aTraveller(tested);
    const there = new URL(await browser.depart('oidc'));
    expect(there.searchParams.get('code_challenge_method')).toBe('S256');
    expect(there.searchParams.get('redirect_uri')).toBe(`${PUBLIC_URL}/api/sign-in/oidc/return`);
    for (const name of ['state', 'nonce', 'code_challenge'])
      expect(there.searchParams.get(name)?.length).toBeGreaterThan(30);
    expect(there.href).not.toContain('secret');
    expect(browser.attempt).not.toContain(there.searchParams.get('nonce')!);
  });

  test.runIf(isHere).each([
    ['stranger', 403, 'account-missing'],
    ['100004', 403, 'account-locked'],
    ['secadmin', 403, 'admins-sign-in-here'],
  ])('%s 身份属实也进不来', async (staffNo, status, problem) => {
    const { browser, arrival } = await signIn(staffNo);
    expect(arrival).toMatchObject({ status, problem });
    expect(browser.session).toBeNull();
  });

  test.runIf(isHere)('重放的 code 不行', async () => {
    const { browser, address } = await returning('100001');
    const cookie = browser.attempt;
    expect((await browser.arrive(address)).status).toBe(303);
    const again = aTraveller(tested);
    again.attempt = cookie;
    expect(await again.arrive(address)).toMatchObject({ status: 401, problem: 'provider-refused' });
  });

  test.runIf(isHere)('state 被改、没有凭据、凭据过时、CAS 的凭据：都不行', async () => {
    const lost = { status: 400, problem: 'attempt-lost' };
    const { browser, address } = await returning('100001');
    expect(await aTraveller(tested).arrive(address)).toMatchObject(lost);
    const altered = new URL(address);
    altered.searchParams.set('state', 'altered');
    const kept = browser.attempt!;
    expect(await browser.arrive(altered.href)).toMatchObject(lost);
    browser.attempt = kept.replace('oidc.', 'cas.');
    expect(await browser.arrive(address)).toMatchObject(lost);
    browser.attempt = kept;
    tested.clock.now += 10 * 60_000;
    expect(await browser.arrive(address)).toMatchObject(lost);
    expect(browser.session).toBeNull();
  });

  test.runIf(isHere)('别人的 code 配自己的 state：PKCE 不认', async () => {
    const attacker = await returning('100002');
    const { browser, address } = await returning('100001');
    const mixed = new URL(address);
    mixed.searchParams.set('code', new URL(attacker.address).searchParams.get('code')!);
    expect(await browser.arrive(mixed.href)).toMatchObject({ status: 401, problem: 'provider-refused' });
  });

  test.runIf(isHere)('nonce 被改：令牌不认', async () => {
    const browser = aTraveller(tested);
    const there = new URL(await browser.depart('oidc'));
    there.searchParams.set('nonce', 'another');
    const address = await oidc.signIn(there.href, '100001', password);
    expect(await browser.arrive(address)).toMatchObject({ status: 401, problem: 'provider-refused' });
    expect(browser.session).toBeNull();
  });

  test.runIf(isHere)('用共享密钥签的令牌不认', async () => {
    const app = await appWith(SYMMETRIC);
    expect((await signIn('100001', app)).arrival).toMatchObject({
      status: 502,
      problem: 'provider-answer-odd',
    });
    await app.app.close();
  });

  test.runIf(isHere)('在提供方那里取消：说得出原因', async () => {
    const browser = aTraveller(tested);
    const there = new URL(await browser.depart('oidc'));
    const back = new URL(`${PUBLIC_URL}/api/sign-in/oidc/return?error=access_denied`);
    back.searchParams.set('state', there.searchParams.get('state')!);
    back.searchParams.set('iss', oidc.issuer);
    expect(await browser.arrive(back.href)).toMatchObject({ status: 401, problem: 'provider-refused' });
  });

  test.runIf(isHere)('别的签发者的答复不认', async () => {
    const { browser, address } = await returning('100001');
    const other = new URL(address);
    other.searchParams.set('iss', 'https://evil.example');
    expect(await browser.arrive(other.href)).toMatchObject({ status: 401, problem: 'provider-refused' });
  });

  test.runIf(isHere)('令牌里没有工号那一项：不猜', async () => {
    const app = await appWith({ staffNoClaim: 'employee_number' });
    expect((await signIn('100001', app)).arrival).toMatchObject({ status: 502 });
    await app.app.close();
  });

  test.runIf(isHere)('提供方连不上、出错、答得太大：去之前就说清楚，恢复后不用重启', async () => {
    const app = await appWith({});
    const browser = aTraveller(app);
    const begin = () => browser.arrive(`${PUBLIC_URL}/api/sign-in/oidc`);
    oidc.override = (answer) => Boolean(answer.destroy());
    expect(await begin()).toMatchObject({ status: 503, problem: 'provider-unreachable' });
    oidc.override = (answer) => Boolean(answer.writeHead(503).end());
    expect(await begin()).toMatchObject({ status: 503, problem: 'provider-unreachable' });
    oidc.override = (answer) =>
      Boolean(answer.writeHead(200, { 'content-type': 'application/json' }).end(`"${'x'.repeat(70_000)}"`));
    expect(await begin()).toMatchObject({ status: 502, problem: 'provider-answer-odd' });
    oidc.override = (answer) =>
      Boolean(
        answer
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ issuer: 'https://evil.example' })),
      );
    expect(await begin()).toMatchObject({ status: 502, problem: 'provider-answer-odd' });
    oidc.override = null;
    expect((await begin()).status).toBe(302);
    await app.app.close();
  });

  test.runIf(isHere)('取令牌时提供方断了：503，会话不开', async () => {
    const { browser, address } = await returning('100001');
    oidc.override = (answer, path) => path.startsWith('/token') && Boolean(answer.destroy());
    expect(await browser.arrive(address)).toMatchObject({ status: 503, problem: 'provider-unreachable' });
    expect(browser.session).toBeNull();
  });
});
