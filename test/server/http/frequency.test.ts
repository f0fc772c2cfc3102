import { afterEach, describe, expect, test } from 'vitest';
import { fewAtATime, passwordsWith } from '../../../server/accounts/passwords.ts';
import { anApp, type TestApp } from '../../support/app.ts';

let tested: TestApp;
afterEach(() => tested?.remove());

const wrong = (staffNo: string, headers: Record<string, string> = {}) =>
  tested.visitor().post('/api/session', { staffNo, password: 'wrong password' }, headers);

describe('猜密码', () => {
  test('同一账号试够次数就等着；别的账号不受影响；换大小写、伪造来源都没用', async () => {
    tested = await anApp('sqlite', { limits: { perAccount: 3, perAddress: 100, windowMs: 60_000 } });
    for (let i = 0; i < 3; i += 1) expect((await wrong('S001')).status).toBe(401);
    const late = await wrong('S001');
    expect(late).toMatchObject({ status: 429, body: { type: '/problems/too-many-requests' } });
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    expect((await wrong(' s001 ', { 'x-forwarded-for': '10.1.2.3' })).status).toBe(429);
    expect((await wrong('S002')).status).toBe(401);
    const activation = {
      staffNo: 'S001',
      slipCode: 'AAAA',
      citizenIdLast4: '0000',
      password: '云边有一座山，山上有松，共十五',
    };
    expect((await tested.visitor().post('/api/activation', activation)).status).toBe(422);
  });

  test('同一地址试够次数，连请求体都不读', async () => {
    tested = await anApp('sqlite', { limits: { perAccount: 100, perAddress: 2, windowMs: 60_000 } });
    for (let i = 0; i < 2; i += 1) expect((await wrong(`S00${i}`)).status).toBe(401);
    expect((await wrong('S009')).status).toBe(429);
  });

  test('只信列明的代理转来的地址', async () => {
    tested = await anApp('sqlite', {
      trustProxy: ['127.0.0.1/32'],
      limits: { perAccount: 100, perAddress: 1, windowMs: 60_000 },
    });
    expect((await wrong('S001', { 'x-forwarded-for': '10.0.0.1' })).status).toBe(401);
    expect((await wrong('S001', { 'x-forwarded-for': '10.0.0.2' })).status).toBe(401);
    expect((await wrong('S001', { 'x-forwarded-for': '10.0.0.1' })).status).toBe(429);
  });
});

describe('密码计算排队', () => {
  test('同时只算几个，排满了就请稍后再来', async () => {
    let running = 0;
    let most = 0;
    const open: (() => void)[] = [];
    const inTurn = fewAtATime(4, 6);
    const work = () =>
      inTurn(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise<void>((resolve) => open.push(resolve));
        running -= 1;
      });
    const ten = Array.from({ length: 10 }, work);
    await expect(work()).rejects.toThrow('too-busy');
    for (let i = 0; i < 10; i += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      open.shift()?.();
    }
    await Promise.all(ten);
    expect(most).toBe(4);
    const next = work();
    await new Promise((resolve) => setImmediate(resolve));
    open.shift()?.();
    await expect(next).resolves.toBeUndefined();
  });

  test('没有这个人也照样算一遍，并且永远不对', async () => {
    const verified: string[] = [];
    const passwords = passwordsWith({
      hash: async (password) => `hash of ${password}`,
      verify: async (hashed) => verified.push(hashed) > 0,
    });
    expect(await passwords.isRight(null, 'anything')).toBe(false);
    expect(verified).toHaveLength(1);
    expect(await passwords.isRight('known', 'anything')).toBe(true);
  });
});
