// Through the school's CAS, a real one on this machine: who gets in, and every way not to.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { accountByStaffNo } from '../../../db/queries/accounts.ts';
import { auditEntries } from '../../../db/queries/audit.ts';
import { addRows } from '../../../db/rows.ts';
import { casProvider } from '../../../server/adapters/cas.ts';
import { COOKIE } from '../../../server/http/session.ts';
import { secondFactorRule } from '../../../server/sign-in/second-factor.ts';
import { anApp, type TestApp, withAccounts } from '../../support/app.ts';
import { aCasServer, casAnswer, type CasServer, casSuccess, logoutForm } from '../../support/cas-server.ts';
import { anAccount } from '../../support/rows.ts';
import { aTraveller, PUBLIC_URL, type Traveller } from '../../support/sign-in.ts';
import { act, engines } from '../../support/store.ts';

const password = 'correct horse';
const MFA = { authnContextClass: ['mfa-gauth'] };
const person = (name: string, attributes: Record<string, string[]> = {}) => ({ name, password, attributes });

describe.each(engines)('CAS 登录 on $dialect', ({ dialect, isHere }) => {
  let cas: CasServer;
  let tested: TestApp;
  const settings = () => ({
    url: cas.url,
    staffNoAttribute: null,
    secondFactor: secondFactorRule('authnContextClass=mfa-*'),
  });

  beforeAll(async () => {
    if (!isHere) return;
    cas = await aCasServer([
      person('100001'),
      person('100002', MFA),
      person('100003'),
      person('100004'),
      person('100005'),
      person('sysadmin'),
      person('stranger'),
    ]);
    const cas1 = casProvider(settings(), { timeoutMs: 1_000, mostBytes: 64 * 1024 });
    tested = await anApp(dialect, { signIn: { publicUrl: PUBLIC_URL, providers: { cas: cas1 } } });
    await withAccounts(tested, [
      { staffNo: '100001' },
      { staffNo: '100002', role: 'hr' },
      { staffNo: '100005', role: 'hr' },
      { staffNo: 'sysadmin', role: 'sysadmin' },
    ]);
    const { store } = tested.home;
    const rows = [
      anAccount({
        id: 'acc_100003',
        staffNo: '100003',
        state: 'created',
        passwordHash: null,
        slipHash: 'slip',
      }),
      anAccount({ id: 'acc_100004', staffNo: '100004', state: 'locked' }),
    ];
    await store.write(act('accounts.given'), (tx, changed) =>
      addRows(tx, changed, store.tables.accounts, rows),
    );
  });
  afterAll(async () => {
    if (!isHere) return;
    await tested.remove();
    await cas.stop();
  });
  afterEach(() => {
    if (!isHere) return;
    Object.assign(cas, { override: null, isForgetful: false, lifetimeMs: 10_000 });
  });

  /** As far as the way back, not yet through our door. */
  async function returning(name: string): Promise<{ browser: Traveller; address: string }> {
    const browser = aTraveller(tested);
    return { browser, address: await cas.signIn(await browser.depart('cas'), name, password) };
  }
  async function signIn(name: string) {
    const { browser, address } = await returning(name);
    return { browser, address, arrival: await browser.arrive(address) };
  }
  const statusOf = async ({ session }: Traveller, url: string) =>
    (await tested.app.inject({ url, headers: { cookie: `${COOKIE}=${session}` } })).statusCode;
  const sessionOf = (browser: Traveller) => statusOf(browser, '/api/session');
  const lastSession = async (staffNo: string) => {
    const { read, tables } = tested.home.store;
    const rows = await read.select().from(tables.sessions);
    return rows.findLast(({ accountId }) => accountId === `acc_${staffNo}`);
  };

  test.runIf(isHere)('登录页得知有 CAS；登录成功回到首页，会话记下方式', async () => {
    const offered = await tested.visitor().get('/api/sign-in/providers');
    expect(offered.body).toEqual({ providers: [{ way: 'cas', href: '/api/sign-in/cas' }] });
    const { browser, address, arrival } = await signIn('100001');
    expect(new URL(address).origin).toBe(PUBLIC_URL);
    expect(arrival).toEqual({ status: 303, location: '/', problem: null });
    expect(await sessionOf(browser)).toBe(200);
    expect(browser.attempt).toBeNull();
    expect(await lastSession('100001')).toMatchObject({ method: 'cas', hasSecondFactor: false });
  });

  test.runIf(isHere)('服务说用过第二重验证才算数', async () => {
    const shown = await signIn('100002');
    expect(await lastSession('100002')).toMatchObject({ method: 'cas', hasSecondFactor: true });
    expect(await statusOf(shown.browser, '/api/cadres')).toBe(200);
    // Somebody with an office whom CAS let in by a password alone has to show a factor of ours first.
    const bare = await signIn('100005');
    expect(await sessionOf(bare.browser)).toBe(200);
    expect(await statusOf(bare.browser, '/api/cadres')).toBe(403);
  });

  test.runIf(isHere)('首次登录即激活，激活单作废，各留一条痕', async () => {
    const { arrival } = await signIn('100003');
    expect(arrival.status).toBe(303);
    const { read, tables } = tested.home.store;
    expect(await accountByStaffNo(read, tables, '100003')).toMatchObject({ state: 'active', slipHash: null });
    const entries = await auditEntries(read, tables, {
      subject: 'acc_100003',
      actor: null,
      after: null,
      limit: 9,
    });
    const activated = entries.items.filter(({ deed }) => deed === 'account.activated');
    expect(activated).toMatchObject([{ actor: 'acc_100003', reason: 'cas' }]);
  });

  test.runIf(isHere).each([
    ['stranger', 403, 'account-missing'],
    ['100004', 403, 'account-locked'],
    ['sysadmin', 403, 'admins-sign-in-here'],
  ])('%s 身份属实也进不来', async (name, status, problem) => {
    const { browser, arrival } = await signIn(name);
    expect(arrival).toMatchObject({ status, problem });
    expect(browser.session).toBeNull();
  });

  test.runIf(isHere)('重放：服务拒绝；服务若健忘，本系统记得', async () => {
    const { browser, address } = await returning('100001');
    const cookie = browser.attempt;
    expect((await browser.arrive(address)).status).toBe(303);
    const again = aTraveller(tested);
    again.attempt = cookie;
    expect(await again.arrive(address)).toMatchObject({ status: 401, problem: 'provider-refused' });
    cas.isForgetful = true;
    const next = await returning('100001');
    const kept = next.browser.attempt;
    expect((await next.browser.arrive(next.address)).status).toBe(303);
    again.attempt = kept;
    expect(await again.arrive(next.address)).toMatchObject({ status: 401, problem: 'ticket-used' });
    expect(again.session).toBeNull();
  });

  test.runIf(isHere)('给别的服务的票、过期的票、臆造的票都不行', async () => {
    const { browser, address } = await returning('100001');
    const ours = new URL(address);
    const elsewhere = await cas.signIn(`${cas.url}/login?service=https://other.example/`, '100001', password);
    ours.searchParams.set('ticket', new URL(elsewhere).searchParams.get('ticket')!);
    expect(await browser.arrive(ours.href)).toMatchObject({ status: 401, problem: 'provider-refused' });
    cas.lifetimeMs = 0;
    expect((await signIn('100001')).arrival).toMatchObject({ status: 401, problem: 'provider-refused' });
    for (const ticket of ['ST-made-up', '', 'PT-1', `ST-${'x'.repeat(300)}`]) {
      const made = await returning('100001');
      const url = new URL(made.address);
      url.searchParams.set('ticket', ticket);
      expect(await made.browser.arrive(url.href)).toMatchObject({ status: 401, problem: 'provider-refused' });
    }
  });

  test.runIf(isHere)('别人开始的登录落不到这个浏览器：没有凭据、凭据不配、被改、过时', async () => {
    const victim = aTraveller(tested);
    const attacker = await returning('100002');
    const lost = { status: 400, problem: 'attempt-lost' };
    expect(await victim.arrive(attacker.address)).toMatchObject(lost);
    // The victim's browser has begun a sign-in of its own, too.
    await victim.depart('cas');
    expect(await victim.arrive(attacker.address)).toMatchObject(lost);
    const { browser, address } = await returning('100001');
    const [way, , until, seal] = browser.attempt!.split('.');
    const forged = new URL(address);
    forged.searchParams.set('state', 'mine');
    browser.attempt = [way, 'mine', until, seal].join('.');
    expect(await browser.arrive(forged.href)).toMatchObject(lost);
    const late = await returning('100001');
    tested.clock.now += 10 * 60_000;
    expect(await late.browser.arrive(late.address)).toMatchObject(lost);
    expect(victim.session).toBeNull();
  });

  test.runIf(isHere)('浏览器里的拒绝回到登录页，说得出原因', async () => {
    const { browser, address } = await returning('stranger');
    const arrival = await browser.arrive(address, { accept: 'text/html', 'sec-fetch-mode': 'navigate' });
    expect(arrival).toMatchObject({ status: 303, location: '/sign-in?refused=account-missing' });
  });

  const user = (inside: string): string => casSuccess(`<cas:user>${inside}</cas:user>`);
  test.runIf(isHere).each([
    ['实体', `<!DOCTYPE r [<!ENTITY u "100001">]>${user('&u;')}`],
    ['外部实体', `<!DOCTYPE r [<!ENTITY u SYSTEM "file:///etc/passwd">]>${user('&u;')}`],
    ['姓名中夹注释', user('100001<!-- -->.evil')],
    ['CDATA', user('<![CDATA[100001]]>')],
    ['处理指令', user('<?x?>100001')],
    ['两个用户', casSuccess('<cas:user>100001</cas:user><cas:user>100002</cas:user>')],
    ['嵌套的用户', user('<cas:user>100001</cas:user>')],
    [
      '又成功又失败',
      casAnswer(
        '<cas:authenticationSuccess><cas:user>100001</cas:user></cas:authenticationSuccess><cas:authenticationFailure code="INVALID_TICKET"/>',
      ),
    ],
    [
      '两次成功',
      casAnswer(
        '<cas:authenticationSuccess><cas:user>100001</cas:user></cas:authenticationSuccess>'.repeat(2),
      ),
    ],
    ['别的命名空间', user('100001').replaceAll('www.yale.edu', 'www.evil.example')],
    ['没有声明的前缀', user('100001').replace(/ xmlns:cas="[^"]*"/u, '')],
    ['两个根', `${user('100001')}${user('100001')}`],
    ['没有完', user('100001').slice(0, -3)],
    ['空用户', user(' ')],
    [
      '不认识的失败',
      casAnswer('<cas:authenticationFailure code="INTERNAL_ERROR">x</cas:authenticationFailure>'),
    ],
    ['不是 XML', '{"serviceResponse":{"authenticationSuccess":{"user":"100001"}}}'],
    ['空', ''],
    ['太大', user(`100001${' '.repeat(70_000)}`)],
    ['太深', casAnswer(`${'<cas:a>'.repeat(40)}${'</cas:a>'.repeat(40)}`)],
  ])('读不懂的答复不放行：%s', async (_name, answer) => {
    cas.override = (response) => response.writeHead(200).end(answer);
    const { browser, arrival } = await signIn('100001');
    expect(arrival).toMatchObject({ status: 502, problem: 'provider-answer-odd' });
    expect(browser.session).toBeNull();
  });

  test.runIf(isHere)('转到别处去的答复不跟', async () => {
    cas.override = (response) => response.writeHead(302, { location: `${cas.url}/elsewhere` }).end();
    expect((await signIn('100001')).arrival).toMatchObject({ status: 502 });
  });

  test.runIf(isHere)('转义写法读得对', async () => {
    cas.override = (response) =>
      response.writeHead(200).end(`<?xml version="1.0" encoding="UTF-8"?>\n${user('&#49;0000&#x31;')}\n`);
    expect((await signIn('100001')).arrival.status).toBe(303);
  });

  test.runIf(isHere)('服务故障或迟迟不答：503，说明怎么办', async () => {
    const down = { status: 503, problem: 'provider-unreachable' };
    cas.override = (response) => response.writeHead(500).end('oops');
    expect((await signIn('100001')).arrival).toMatchObject(down);
    cas.override = (response) => response.destroy();
    expect((await signIn('100001')).arrival).toMatchObject(down);
    cas.override = (response) => response.writeHead(200).write('<');
    expect((await signIn('100001')).arrival).toMatchObject(down);
  });

  describe('单点退出', () => {
    const tell = (body: string) =>
      tested.app.inject({
        method: 'POST',
        url: '/api/sign-in/cas/return?state=any',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: body,
      });

    test.runIf(isHere)('凭票结束它开的那一个会话，别的不动', async () => {
      const one = await signIn('100001');
      const other = await signIn('100001');
      const ticket = new URL(one.address).searchParams.get('ticket')!;
      expect((await tell(String(logoutForm(ticket)))).statusCode).toBe(204);
      expect(await sessionOf(one.browser)).toBe(401);
      expect(await sessionOf(other.browser)).toBe(200);
      // Said again it changes nothing.
      expect((await tell(String(logoutForm(ticket)))).statusCode).toBe(204);
    });

    test.runIf(isHere)('不知道票的人什么也结束不了', async () => {
      const { browser, address } = await signIn('100001');
      const ticket = new URL(address).searchParams.get('ticket')!;
      const commented = String(logoutForm(ticket)).replace('LR-1', 'LR-1%22%3E%3C%21--');
      for (const body of ['', 'logoutRequest=', 'nothing=1', commented, String(logoutForm('ST-guess'))])
        expect((await tell(body)).statusCode).toBe(204);
      expect((await tell(`logoutRequest=${'x'.repeat(20_000)}`)).statusCode).toBe(413);
      expect(await sessionOf(browser)).toBe(200);
    });

    test.runIf(isHere)('表单只在这一条路上读', async () => {
      const answer = await tested.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'staffNo=100001',
      });
      expect(answer.statusCode).toBe(415);
    });
  });
});
