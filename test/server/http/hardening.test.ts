// What a request cannot do, whatever it looks like.
import { readdirSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addressKey } from '../../../server/http/address-key.ts';
import { problemKinds } from '../../../server/http/problem.ts';
import { aKey, anApp, type TestApp, type Visitor, withAccounts } from '../../support/app.ts';

let tested: TestApp;
let sys: Visitor;
beforeAll(async () => {
  tested = await anApp('sqlite', { metricsToken: 'a token of the operator, 32 or more' });
  await withAccounts(tested, [
    { staffNo: 'sys', role: 'sysadmin' },
    { staffNo: 'hr', role: 'hr' },
  ]);
  sys = await tested.visitorAs('acc_sys');
});
afterAll(() => tested.remove());

describe('浏览器得到的禁令', () => {
  test.each(['/healthz', '/api/docs', '/api/nothing', '/api/session', '/metrics'])('%s', async (url) => {
    const { headers } = await tested.visitor().get(url);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/unsafe|https:|\*/u);
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-powered-by']).toBeUndefined();
  });
});

describe('只有一个解析器', () => {
  const body = '{"staffNo":"a","password":"b"}';
  const send = (type: string | null, payload = body) =>
    tested.app.inject({
      method: 'POST',
      url: '/api/session',
      headers: { ...(type !== null && { 'content-type': type }), 'idempotency-key': aKey() },
      payload,
    });

  test.each([
    'text/plain',
    'text/plain; application/json',
    'application/x-www-form-urlencoded',
    'application/xml',
    'application/vnd.api+json',
    'application/jsonx',
    'application/json-patch+json',
    'applicationjson',
    'application/ json',
    'application/json, text/plain',
    'application/json/x',
    '\tapplication/jsonp',
    ';application/json',
    'multipart/form-data; boundary=x',
    'image/png',
  ])('%j 不读', async (type) => {
    const { statusCode, headers } = await send(type);
    expect([400, 415, 406]).toContain(statusCode);
    expect(headers['content-type']).toContain('application/problem+json');
  });

  test('是 JSON 就读：密码不对', async () => {
    expect((await send('application/json')).statusCode).toBe(401);
    expect((await send('application/json; charset=utf-8')).statusCode).toBe(401);
  });

  test.each([
    '{"__proto__":{"isAdmin":true},"staffNo":"a","password":"b"}',
    '{"constructor":{"prototype":{"isAdmin":true}},"staffNo":"a","password":"b"}',
    '{"staffNo":{"__proto__":null},"password":"b"}',
    '{"staffNo":"a","password":"b","role":"sysadmin"}',
    '[]',
    '"a"',
    'null',
    '{"staffNo":"a","staffNo":{"a":1},"password":"b"}',
  ])('%s 被拒，什么也没有被污染', async (payload) => {
    expect((await send('application/json', payload)).statusCode).toBe(400);
    expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined();
  });

  test('未登录者只能交很小的内容', async () => {
    expect((await send('application/json', `{"staffNo":"${'a'.repeat(20_000)}"}`)).statusCode).toBe(413);
  });

  test.each(['limit=1&limit=2', 'q=a&q=b', 'limit[]=1', '__proto__[x]=1', 'q[x]=1', 'limit=1e3'])(
    '查询 ?%s 被拒',
    async (query) => {
      expect((await sys.get(`/api/accounts?${query}`)).status).toBe(400);
    },
  );
});

describe('方法', () => {
  test('HEAD 与 GET 同样的答复，没有内容', async () => {
    const answer = await tested.app.inject({ method: 'HEAD', url: '/healthz' });
    expect([answer.statusCode, answer.body]).toEqual([200, '']);
    expect((await tested.app.inject({ method: 'HEAD', url: '/api/todo' })).statusCode).toBe(401);
  });

  test.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE'] as const)(
    '%s 不接受时说出接受什么',
    async (method) => {
      const { statusCode, headers } = await tested.app.inject({ method: method as 'PUT', url: '/healthz' });
      expect([method, statusCode, headers['allow']]).toEqual([method, 405, 'GET, HEAD']);
    },
  );

  test.each([
    '/api//session',
    '/api/session/',
    '/api/%73ession',
    '/API/session',
    '/api/session;x',
    '/api/./session',
  ])('%s 不会绕过', async (url) => {
    const { statusCode } = await tested.app.inject({ method: 'GET', url });
    expect([401, 404]).toContain(statusCode);
  });
});

describe('请求的多少', () => {
  let limited: TestApp | undefined;
  afterEach(() => limited?.remove());

  test('一个账号一分钟只能问这么多，别的账号不受影响', async () => {
    limited = await anApp('sqlite', { requests: { perAccount: 5 } });
    await withAccounts(limited, [
      { staffNo: 'one', role: 'hr' },
      { staffNo: 'two', role: 'hr' },
    ]);
    const one = await limited.visitorAs('acc_one');
    const statuses = [];
    for (let i = 0; i < 6; i += 1) statuses.push((await one.get('/api/todo')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 429, 429]);
    const late = await one.get('/api/todo');
    expect(late.body).toMatchObject({ type: '/problems/too-many-requests' });
    expect(Number(late.headers['retry-after'])).toBeGreaterThan(0);
    const two = await limited.visitorAs('acc_two');
    expect((await two.get('/api/todo')).status).toBe(200);
  });

  test('一个地址一分钟只能问这么多；伪造来源没有用，IPv6 同一网段算一个', async () => {
    limited = await anApp('sqlite', { requests: { perAddress: 3 }, trustProxy: ['10.0.0.1/32'] });
    const from = (remoteAddress: string, forwarded?: string) =>
      limited!.app
        .inject({
          url: '/healthz',
          remoteAddress,
          ...(forwarded !== undefined && { headers: { 'x-forwarded-for': forwarded } }),
        })
        .then(({ statusCode }) => statusCode);
    for (const lie of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) expect(await from('192.0.2.1', lie)).toBe(200);
    expect(await from('192.0.2.1', '4.4.4.4')).toBe(429);
    for (const host of ['1', '2', 'ffff']) expect(await from(`2001:db8:1:2::${host}`)).toBe(200);
    expect(await from('2001:db8:1:2:aaaa::1')).toBe(429);
    expect(await from('2001:db8:1:3::1')).toBe(200);
    for (let i = 0; i < 3; i += 1) expect(await from('10.0.0.1', '198.51.100.7')).toBe(200);
    expect(await from('10.0.0.1', '198.51.100.7')).toBe(429);
    expect(await from('10.0.0.1', '198.51.100.8')).toBe(200);
  });

  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:0db8:0:1::5', '2001:db8:0:1::/64'],
    ['2001:db8::1:2:3:4:5', '2001:db8:0:1::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4::/64'],
  ])('%s 算作 %s', (address, key) => {
    expect(addressKey(address)).toBe(key);
  });
});

describe('套接字上', () => {
  test('标头太多、太长都不收', async () => {
    await tested.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = tested.app.server.address() as AddressInfo;
    const status = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        httpRequest({ port, host: '127.0.0.1', path: '/healthz', headers }, (answer) => {
          answer.resume();
          resolve(answer.statusCode ?? 0);
        })
          .on('error', reject)
          .end();
      });
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`x-a${i}`, '1']));
    expect(await status({})).toBe(200);
    expect(await status(many)).toBe(431);
    expect(await status({ 'x-long': 'a'.repeat(20_000) })).toBe(431);
  });
});

describe('每种拒绝都有一页说明', () => {
  const names = new Set<string>();
  const server = join(import.meta.dirname, '../../../server');
  for (const file of readdirSync(server, { recursive: true, encoding: 'utf8' }).filter((each) =>
    each.endsWith('.ts'),
  ))
    for (const [, name] of readFileSync(join(server, file), 'utf8').matchAll(/\bproblem\(\s*'([a-z-]+)'/gu))
      names.add(name!);

  test('源码里写到的都在', async () => {
    expect(names.size).toBeGreaterThan(40);
    const { body } = await tested.visitor().get('/api/problems');
    const { items } = body as { items: { name: string; cure: { zh: string; en: string } }[] };
    const listed = new Set(items.map(({ name }) => name));
    expect([...names].filter((name) => !listed.has(name))).toEqual([]);
    for (const { cure } of items) expect(cure.zh.length * cure.en.length).toBeGreaterThan(0);
    expect(problemKinds.size).toBe(items.length);
  });

  test('一种的说明人人可看，没有的没有', async () => {
    const answer = await tested.visitor().get('/api/problems/store-full');
    expect(answer).toMatchObject({ status: 200, body: { name: 'store-full', status: 507 } });
    expect((await tested.visitor().get('/api/problems/nothing-like-it')).status).toBe(404);
    expect((await tested.visitor().get('/api/problems/__proto__')).status).toBe(404);
  });
});

describe('运行指标', () => {
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  test('系统管理员看得到，持令牌的程序看得到，别人看不到', async () => {
    expect((await sys.get('/metrics')).status).toBe(200);
    const program = tested.visitor();
    expect((await program.get('/metrics')).status).toBe(401);
    expect((await program.get('/metrics', bearer('wrong'))).status).toBe(401);
    expect((await program.get('/metrics', bearer(''))).status).toBe(401);
    expect((await program.get('/metrics', bearer('a token of the operator, 32 or more'))).status).toBe(200);
    expect((await (await tested.visitorAs('acc_hr')).get('/metrics')).status).toBe(403);
  });

  test('令牌打不开别的任何东西', async () => {
    const token = bearer('a token of the operator, 32 or more');
    for (const { method, url, permission } of tested.routes.filter(({ url }) => url !== '/metrics')) {
      if (['session.open', 'account.activate'].includes(permission) || method !== 'GET') continue;
      const path = url.replaceAll(/:\w+/gu, 'none');
      const [plain, carrying] = [await tested.visitor().get(path), await tested.visitor().get(path, token)];
      expect([url, carrying.status]).toEqual([url, plain.status]);
    }
  });

  test('只有路由和数目：没有编号、姓名和查询内容', async () => {
    await sys.get('/api/accounts?q=canary-query');
    await sys.get('/api/jobs/job_canary');
    const { text, headers } = await sys.get('/metrics');
    expect(headers['content-type']).toContain('text/plain; version=0.0.4');
    expect(text).not.toMatch(/canary|acc_|req_/u);
    expect(text).toContain('route="/api/jobs/:id",status="4xx"');
    for (const name of ['store_read_only 0', 'jobs_running 0', 'alarms_open 0', 'audit_entries '])
      expect(text).toContain(`dandang_${name}`);
    for (const line of text.trimEnd().split('\n'))
      expect(line).toMatch(/^(?:# (?:HELP|TYPE) \w+ .+|\w+(?:\{(?:\w+="[^"\\]*",?)+\})? [\d.e+-]+)$/u);
    const buckets = [...text.matchAll(/_bucket\{method="GET",route="\/metrics",le="([^"]+)"\} (\d+)/gu)];
    const counts = buckets.map(([, , count]) => Number(count));
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(buckets.at(-1)![1]).toBe('+Inf');
  });
});
