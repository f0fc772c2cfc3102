import fastify from 'fastify';
import { serializerCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { declareRoutes } from '../../../server/http/declared-routes.ts';
import { needs } from '../../../server/http/needs.ts';
import { languageOf } from '../../../server/http/language.ts';
import { aKey, anApp, type TestApp, type Visitor, withAccounts } from '../../support/app.ts';

let tested: TestApp;
let sys: Visitor;
const log: string[] = [];
beforeAll(async () => {
  tested = await anApp('sqlite', { logLevel: 'info', log: { write: (line) => log.push(line) } });
  await withAccounts(tested, [{ staffNo: 'sys', role: 'sysadmin' }]);
  sys = await tested.visitorAs('acc_sys');
});
afterAll(() => tested.remove());

describe('拒绝的说法', () => {
  test('默认中文，要英文给英文；都是 problem+json', async () => {
    const visitor = tested.visitor();
    const zh = await visitor.get('/api/todo', { 'accept-language': 'zh-CN,zh;q=0.9,en;q=0.8' });
    expect(zh.headers['content-type']).toContain('application/problem+json');
    expect(zh.body).toMatchObject({ type: '/problems/not-signed-in', title: '请先登录', status: 401 });
    const en = await visitor.get('/api/todo', { 'accept-language': 'en-GB,en' });
    expect(en.body).toMatchObject({ title: 'Sign in first' });
  });

  test('语言按权重取', () => {
    const of = (accept?: string) =>
      languageOf({ headers: accept === undefined ? {} : { 'accept-language': accept } });
    expect(of()).toBe('zh');
    expect(of('fr')).toBe('zh');
    expect(of('fr, en;q=0.5, zh;q=0.4')).toBe('en');
    expect(of('zh;q=0, en;q=0.1')).toBe('en');
    expect(of('english')).toBe('zh');
  });

  test('每一处不合要求都指出来', async () => {
    const answer = await sys.post('/api/accounts', { staffNos: ['ok', 7, ''], extra: 1 });
    expect(answer).toMatchObject({
      status: 400,
      body: { type: '/problems/invalid-request', title: '提交的内容不符合要求' },
    });
    const { errors } = answer.body as { errors: { pointer: string; detail: string }[] };
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual(['/extra', '/staffNos/1', '/staffNos/2']);
    expect(errors.find(({ pointer }) => pointer === '/staffNos/1')).toEqual({
      pointer: '/staffNos/1',
      detail: '应为文字',
    });
    const en = await sys.post('/api/accounts', { staffNos: 'x' }, { 'accept-language': 'en' });
    expect(en.body).toMatchObject({ errors: [{ pointer: '/staffNos', detail: 'Expected a list' }] });
  });

  test('查询参数、路径、翻页标记也一样', async () => {
    expect(await sys.get('/api/accounts?limit=0')).toMatchObject({
      status: 400,
      body: { errors: [{ pointer: '/limit' }] },
    });
    expect(await sys.get('/api/accounts?nonsense=1')).toMatchObject({ status: 400 });
    expect(await sys.get('/api/accounts?after=xyz')).toMatchObject({
      status: 400,
      body: { type: '/problems/unknown-cursor' },
    });
  });

  test('读不懂的、太大的、类型不对的请求', async () => {
    const send = (payload: string, type: string) =>
      tested.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'content-type': type, 'idempotency-key': aKey() },
        payload,
      });
    const kinds = [
      await send('{', 'application/json'),
      await send('x', 'text/plain'),
      await send('<a/>', 'application/xml'),
      await send(`{"staffNo":"${'a'.repeat(1_100_000)}"}`, 'application/json'),
      await send('{"__proto__":{"a":1},"staffNo":"a","password":"b"}', 'application/json'),
      await send('{"constructor":{"prototype":{"a":1}}}', 'application/json'),
    ];
    expect(kinds.map(({ statusCode }) => statusCode)).toEqual([400, 415, 415, 413, 400, 400]);
    for (const { headers } of kinds) expect(headers['content-type']).toContain('application/problem+json');
  });

  test('没有的地址', async () => {
    expect(await tested.visitor().get('/api/nothing')).toMatchObject({
      status: 404,
      body: { type: '/problems/not-found' },
    });
    const wrongMethod = await sys.send('DELETE', '/api/accounts');
    expect(wrongMethod).toMatchObject({ status: 405, body: { type: '/problems/wrong-method' } });
    expect(wrongMethod.headers['allow']).toBe('GET, HEAD, POST');
    expect((await sys.send('DELETE', '/api/nothing')).status).toBe(404);
  });
});

describe('没有说清楚的路由', () => {
  const handler = () => 'x';
  const schema = { response: { 200: z.string() } };
  const bare = () => {
    const app = fastify().withTypeProvider<ZodTypeProvider>();
    app.setSerializerCompiler(serializerCompiler);
    const declared = declareRoutes(app);
    return { app, declared };
  };

  test('没有写权限，或没有写答复的，应用建不起来', async () => {
    const { app, declared } = bare();
    expect(() => app.get('/a', { schema }, handler)).toThrow('GET /a names no permission');
    expect(() => app.get('/b', { schema, config: { permission: 'x.read' } }, handler)).toThrow(
      'names no permission',
    );
    expect(() => app.get('/c', { config: needs('todo.read') }, handler)).toThrow(
      'does not say what it answers',
    );
    expect(() => app.get('/d', { config: needs('todo.read'), schema: { response: {} } }, handler)).toThrow(
      'answers',
    );
    app.get('/e', { schema, config: needs('todo.read') }, handler);
    expect(declared).toEqual([{ method: 'GET', url: '/e', permission: 'todo.read' }]);
  });

  test('权限表里没有的权限，写不上去', () => {
    expect(() => needs('nothing.read')).toThrow('no nothing.read');
  });
});

describe('故障', () => {
  test('不说细节，记下编号；日志里没有秘密', async () => {
    const { store } = tested.home;
    const secret = 'the-secret-of-the-fault';
    const broken = await anApp('sqlite', { logLevel: 'info', log: { write: (line) => log.push(line) } });
    await broken.home.store.close();
    const answer = await broken.visitor().post('/api/session', { staffNo: 'somebody', password: secret });
    expect(answer.status).toBe(500);
    expect(answer.body).toMatchObject({ type: 'about:blank', title: '服务器内部故障', status: 500 });
    const { instance } = answer.body as { instance: string };
    expect(log.some((line) => line.includes(instance) && line.includes('"fault"'))).toBe(true);
    expect(log.join('')).not.toContain(secret);
    expect((await broken.visitor().get('/readyz')).status).toBe(503);
    expect((await broken.visitor().get('/healthz')).status).toBe(200);
    expect(await store.ready()).toBe(true);
    await broken.app.close();
  });

  test('日志只有路由，没有查询内容', async () => {
    await sys.get('/api/accounts?q=looked-for');
    expect(log.join('')).toContain('"/api/accounts"');
    expect(log.join('')).not.toContain('looked-for');
  });
});
