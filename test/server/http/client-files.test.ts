import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anApp, type TestApp } from '../../support/app.ts';

let folder: string;
let tested: TestApp;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dandang-client-'));
  mkdirSync(join(folder, 'client/assets'), { recursive: true });
  mkdirSync(join(folder, 'client/.hidden'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'client/.env'), 'secret');
  writeFileSync(join(folder, 'client/.hidden/x.txt'), 'secret');
  writeFileSync(join(folder, 'client/index.html'), '<!doctype html><title>担当</title>');
  writeFileSync(join(folder, 'client/assets/a-1234.js'), 'export {};');
  tested = await anApp('sqlite', { clientFolder: join(folder, 'client') });
});
afterAll(async () => {
  await tested.remove();
  rmSync(folder, { recursive: true, force: true });
});
const get = (url: string) => tested.app.inject({ method: 'GET', url });

describe('页面文件', () => {
  test('任何页面地址都给首页，带同样的安全策略', async () => {
    for (const url of ['/', '/todo', '/years/2026/results/cad_1', '/index.html']) {
      const answer = await get(url);
      expect([url, answer.statusCode]).toEqual([url, 200]);
      expect(answer.body).toContain('担当');
      expect(answer.headers['content-security-policy']).toContain("script-src 'self'");
    }
  });

  test('构建出的资源长期缓存，首页不缓存', async () => {
    expect((await get('/assets/a-1234.js')).headers['cache-control']).toContain('immutable');
    expect((await get('/')).headers['cache-control']).not.toContain('immutable');
  });

  test('隐藏文件、上级目录、没有的文件、接口地址都不给', async () => {
    const tricks = [
      '/.env',
      '/%2eenv',
      '/.hidden/x.txt',
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/assets/%2e%2e%2f.env',
      '/..%5csecret.txt',
      '//secret.txt',
      '/assets/missing.js',
      '/%',
      '/api/none',
    ];
    for (const url of tricks) {
      const answer = await get(url);
      expect([url, answer.statusCode >= 400 || answer.body.includes('担当')]).toEqual([url, true]);
      expect(answer.body).not.toContain('secret');
    }
    expect((await tested.app.inject({ method: 'POST', url: '/todo' })).statusCode).toBe(404);
  });
});
