import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { OpenApi } from '../../../server/http/docs-page.ts';
import { docsPage } from '../../../server/http/docs-page.ts';
import { anApp, type TestApp } from '../../support/app.ts';

let tested: TestApp;
let document: OpenApi & { openapi: string };
beforeAll(async () => {
  tested = await anApp();
  document = (await tested.visitor().get('/api/openapi.json')).body as typeof document;
});
afterAll(() => tested.remove());

describe('接口说明', () => {
  test('每条路由、每种答复都在', () => {
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const routes = tested.routes.map(({ method, url }) => `${method} ${url.replaceAll(/:(\w+)/gu, '{$1}')}`);
    expect(described.toSorted()).toEqual(routes.toSorted());
    for (const [path, operations] of Object.entries(document.paths))
      for (const [method, { responses = {}, summary, tags }] of Object.entries(operations)) {
        const statuses = Object.keys(responses);
        expect([path, method, statuses.some((status) => /^[23]/u.test(status))]).toEqual([
          path,
          method,
          true,
        ]);
        expect(statuses).toEqual(expect.arrayContaining(['4XX', '5XX']));
        expect(summary).toBeTruthy();
        expect(tags).toHaveLength(1);
      }
  });

  test('更改写明要带的标头，公开的写明无需登录', () => {
    const create = document.paths['/api/accounts']!['post']!;
    const headers = create
      .parameters!.filter((parameter) => parameter.in === 'header')
      .map(({ name }) => name.toLowerCase());
    expect(headers.toSorted()).toEqual(['idempotency-key', 'x-csrf-token']);
    expect(document.paths['/healthz']!['get']!.security).toEqual([]);
    expect(create.security).toEqual([{ session: [] }]);
  });

  test('说明页没有脚本也没有行内样式，合乎内容安全策略', async () => {
    const page = await tested.visitor().get('/api/docs');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.text).not.toMatch(/<script|style=|<style|javascript:|onclick/u);
    expect(page.text).toContain('/api/accounts');
    expect((await tested.visitor().get('/api/docs/style.css')).headers['content-type']).toContain('text/css');
    const policy = String(page.headers['content-security-policy']);
    expect(policy).not.toContain('unsafe');
    expect(policy).toContain("default-src 'none'");
  });

  test('说明页里的文字都转义', () => {
    const shown = docsPage({
      info: { title: '<b>', version: '1' },
      paths: { '/<x>': { get: { summary: '"&\'', responses: { 200: {} } } } },
    });
    expect(shown).toContain('&lt;b&gt;');
    expect(shown).toContain('/&lt;x&gt;');
    expect(shown).toContain('&quot;&amp;&#39;');
  });
});
