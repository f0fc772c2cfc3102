import { createHmac, createPrivateKey, generateKeyPairSync, sign, createPublicKey } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { changeRow } from '../../../db/rows.ts';
import { accountById } from '../../../db/queries/accounts.ts';
import { keyIdOf, sessionTokens } from '../../../server/adapters/session-token.ts';
import { anApp, type TestApp, testSigningKey, withAccounts } from '../../support/app.ts';
import { NOON } from '../../support/rows.ts';
import { act } from '../../support/store.ts';

const MINUTE_MS = 60_000;
let tested: TestApp;
beforeAll(async () => {
  tested = await anApp();
  await withAccounts(tested, [
    { staffNo: 'hr', role: 'hr' },
    { staffNo: 'sec', role: 'secadmin' },
    { staffNo: 'plain' },
  ]);
});
afterAll(() => tested.remove());

describe('会话', () => {
  test('cookie 只给本站、只走 https、脚本读不到', async () => {
    const [admin] = await tested.services.accounts.createAdmins().catch(() => []);
    const visitor = tested.visitor();
    const answer = await visitor.signIn('sysadmin', admin!.password);
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^__Host-dandang=/u);
    for (const part of ['Path=/', 'HttpOnly', 'Secure', 'SameSite=Strict']) expect(cookie).toContain(part);
    expect(cookie).not.toContain('Domain');
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  test('密码错、没有这个人、没有密码的账号，答复一字不差', async () => {
    const visitor = tested.visitor();
    const tries = [
      ['sysadmin', 'not the password at all'],
      ['nobody', 'not the password at all'],
      ['plain', 'not the password at all'],
    ] as const;
    const answers = await Promise.all(tries.map(([staffNo, password]) => visitor.signIn(staffNo, password)));
    for (const { status, body } of answers)
      expect({ status, ...(body as object), instance: '' }).toEqual({
        status: 401,
        type: '/problems/wrong-credentials',
        title: '工号或密码不正确',
        instance: '',
      });
  });

  test('权利每次从库里读：授权结束，立刻没有', async () => {
    const visitor = await tested.visitorAs('acc_sec');
    expect((await visitor.get('/api/grant-decisions')).status).toBe(200);
    await endGrant('gr_sec');
    expect((await visitor.get('/api/grant-decisions')).status).toBe(403);
  });

  async function endGrant(id: string): Promise<void> {
    const { store } = tested.home;
    const grants = await store.read.select().from(store.tables.grants);
    const before = grants.find((grant) => grant.id === id)!;
    await store.write(act('grant.ended'), (tx, changed) =>
      changeRow(tx, changed, store.tables.grants, { before, set: { endedAt: NOON } }),
    );
  }

  test('会话版本一变，所有会话立刻失效', async () => {
    const [one, other] = [await tested.visitorAs('acc_plain'), await tested.visitorAs('acc_plain')];
    const { store } = tested.home;
    const before = (await accountById(store.read, store.tables, 'acc_plain'))!;
    const setVersion = (from: typeof before, sessionVersion: number) =>
      store.write(act('sessions.ended'), (tx, changed) =>
        changeRow(tx, changed, store.tables.accounts, { before: from, set: { sessionVersion } }),
      );
    const raised = await setVersion(before, 2);
    expect((await one.get('/api/session')).status).toBe(401);
    expect((await other.get('/api/session')).status).toBe(401);
    const back = await setVersion(raised, 1);
    await store.write(act('account.locked'), (tx, changed) =>
      changeRow(tx, changed, store.tables.accounts, { before: back, set: { state: 'locked' } }),
    );
    expect((await one.get('/api/session')).status).toBe(401);
  });

  test('退出之后，旧 cookie 再也不认', async () => {
    const visitor = await tested.visitorAs('acc_hr');
    const { cookie } = visitor;
    const answer = await visitor.send('DELETE', '/api/session');
    expect(answer.status).toBe(204);
    expect(visitor.cookie).toBeNull();
    visitor.cookie = cookie;
    expect((await visitor.get('/api/session')).status).toBe(401);
  });

  test('用着就续，闲置半小时或满十小时就结束', async () => {
    const visitor = await tested.visitorAs('acc_hr');
    tested.clock.now = NOON + 6 * MINUTE_MS;
    const renewed = await visitor.get('/api/session');
    expect(renewed.headers['set-cookie']).toBeDefined();
    tested.clock.now = NOON + 61 * MINUTE_MS;
    expect((await visitor.get('/api/session')).status).toBe(401);
    tested.clock.now = NOON;
  });
});

describe('跨站伪造', () => {
  test('更改没有令牌、令牌属于别的会话、来自别的网站，都拒绝', async () => {
    const visitor = await tested.visitorAs('acc_hr');
    const other = await tested.visitorAs('acc_hr');
    const change = { current: 'x', next: 'another long password 1' };
    const send = (headers: Record<string, string>) =>
      visitor.send('PUT', '/api/own-password', change, headers);
    for (const headers of [
      { 'x-csrf-token': '' },
      { 'x-csrf-token': other.csrfToken },
      { 'x-csrf-token': `${visitor.csrfToken}x` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect(await send(headers)).toMatchObject({ status: 403, body: { type: '/problems/foreign-page' } });
    expect((await send({ 'sec-fetch-site': 'same-origin' })).body).toMatchObject({
      type: '/problems/wrong-password',
    });
  });
});

describe('伪造的令牌', () => {
  const seconds = Math.floor(NOON / 1000);
  const b64 = (value: unknown) =>
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const header = { alg: 'EdDSA', typ: 'session+jwt', kid: keyIdOf(testSigningKey) };
  const privateKey = createPrivateKey(testSigningKey);
  const publicPem = createPublicKey(privateKey).export({ type: 'spki', format: 'pem' }).toString();
  const stranger = generateKeyPairSync('ed25519').privateKey;
  const strangerPem = stranger.export({ type: 'pkcs8', format: 'pem' }).toString();

  type Parts = { header?: object | string; payload?: object | string; key?: typeof privateKey };
  async function realPayload(): Promise<Record<string, unknown>> {
    const { cookie } = await tested.visitorAs('acc_hr');
    return JSON.parse(Buffer.from(cookie!.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
  }
  const signed = ({ header: h = header, payload = {}, key = privateKey }: Parts): string => {
    const input = `${b64(h)}.${b64(payload)}`;
    return `${input}.${sign(null, Buffer.from(input), key).toString('base64url')}`;
  };
  const withHmac = (alg: string, key: string, payload: object): string => {
    const input = `${b64({ ...header, alg })}.${b64(payload)}`;
    return `${input}.${createHmac(alg === 'HS256' ? 'sha256' : 'sha512', key)
      .update(input)
      .digest('base64url')}`;
  };
  const without = (payload: Record<string, unknown>, name: string) =>
    Object.fromEntries(Object.entries(payload).filter(([key]) => key !== name));

  test('四十种，一种也不认，一律 401', async () => {
    const real = await realPayload();
    const good = signed({ payload: real });
    const forged: Record<string, string> = {
      'alg none': `${b64({ ...header, alg: 'none' })}.${b64(real)}.`,
      'alg None': `${b64({ ...header, alg: 'None' })}.${b64(real)}.`,
      'alg none, signed': signed({ header: { ...header, alg: 'none' }, payload: real }),
      'no alg': signed({ header: { ...header, alg: undefined }, payload: real }),
      'HS256 with the public key': withHmac('HS256', publicPem, real),
      'HS256 with the trimmed public key': withHmac('HS256', publicPem.trim(), real),
      'HS512 with the public key': withHmac('HS512', publicPem, real),
      'HS256 with an empty key': withHmac('HS256', '', real),
      'RS256 in name only': signed({ header: { ...header, alg: 'RS256' }, payload: real }),
      'another key': signed({ payload: real, key: stranger }),
      'another type': signed({ header: { ...header, typ: 'JWT' }, payload: real }),
      'unknown crit': signed({ header: { ...header, crit: ['exp2'], exp2: 1 }, payload: real }),
      expired: signed({ payload: { ...real, exp: seconds - 1 } }),
      'expires as text': signed({ payload: { ...real, exp: String(seconds + 60) } }),
      'no exp': signed({ payload: without(real, 'exp') }),
      'no jti': signed({ payload: without(real, 'jti') }),
      'no sub': signed({ payload: without(real, 'sub') }),
      'no ver': signed({ payload: without(real, 'ver') }),
      'no iss': signed({ payload: without(real, 'iss') }),
      'no aud': signed({ payload: without(real, 'aud') }),
      'another issuer': signed({ payload: { ...real, iss: 'elsewhere' } }),
      'another audience': signed({ payload: { ...real, aud: 'elsewhere' } }),
      'another version': signed({ payload: { ...real, ver: 2 } }),
      'another account': signed({ payload: { ...real, sub: 'acc_sec' } }),
      'an unknown session': signed({ payload: { ...real, jti: 'ses_none' } }),
      'session as a list': signed({ payload: { ...real, jti: [real['jti']] } }),
      'payload no object': signed({ payload: '"text"' }),
      'payload no JSON': signed({ payload: '{' }),
      'tampered payload': good.replace(/\.[^.]+\./u, `.${b64({ ...real, sub: 'acc_sec' })}.`),
      'tampered signature': `${good.slice(0, -6)}AAAAAA`,
      'two parts': good.split('.').slice(0, 2).join('.'),
      'four parts': `${good}.x`,
      garbage: 'garbage',
      empty: '',
      spaces: '%20%20',
      '__proto__ in the header': signed({
        header: '{"alg":"EdDSA","typ":"session+jwt","__proto__":{"x":1}}x',
        payload: real,
      }),
      'no kid': signed({ header: { ...header, kid: undefined }, payload: real }),
      'unknown kid': signed({ header: { ...header, kid: 'AAAAAAAAAAAAAAAA' }, payload: real }),
      'kid __proto__': signed({ header: { ...header, kid: '__proto__' }, payload: real }),
      'kid constructor': signed({ header: { ...header, kid: 'constructor' }, payload: real }),
      'kid as a list': signed({ header: { ...header, kid: [header.kid] }, payload: real }),
      'kid as a path': signed({ header: { ...header, kid: '../../dev/null' }, payload: real }),
      'kid of another key': signed({
        header: { ...header, kid: keyIdOf(strangerPem) },
        payload: real,
        key: stranger,
      }),
      'very long': `${good}${'A'.repeat(4000)}`,
    };
    expect(Object.keys(forged).length).toBeGreaterThanOrEqual(40);
    const visitor = tested.visitor();
    visitor.cookie = good;
    expect((await visitor.get('/api/session')).status).toBe(200);
    for (const [kind, token] of Object.entries(forged)) {
      visitor.cookie = token;
      expect([kind, (await visitor.get('/api/session')).status]).toEqual([kind, 401]);
    }
  });

  test('公开的页面不因坏 cookie 而拒绝', async () => {
    const visitor = tested.visitor();
    visitor.cookie = 'garbage';
    expect((await visitor.get('/healthz')).status).toBe(200);
  });

  test('不是 Ed25519 的密钥不用', () => {
    expect(() => sessionTokens('not a key')).toThrow('DECODER');
  });
});
