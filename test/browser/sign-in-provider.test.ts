// Through the school's own sign-in services in a real browser. They run under another name (localhost) than the product
// (127.0.0.1), so that cookies meet what they meet between two sites.
import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { aCasServer, type CasServer, listening as portOf, stopped } from '../support/cas-server.ts';
import { launchChromium } from '../support/chromium.ts';
import { anOidcServer, CLIENT, type OidcServer } from '../support/oidc-server.ts';
import { aFolder, CLI, environmentIn, listening, type RunningServer } from './support/server.ts';
import { DEMO_PASSWORD } from '../../server/demo/logins.ts';
import { loginOf, signInWith, visit, type Visitor } from './support/visitor.ts';

const HOST = 'localhost';
const password = 'correct horse';
const { staffNo, name: leaderName } = loginOf('leader');

let browser: Browser;
let cas: CasServer;
let oidc: OidcServer;
let server: RunningServer;

/** A port that is free now: the provider has to know the product's address before it starts, and the other way round. */
async function freePort(): Promise<number> {
  const placeholder = createServer();
  const port = await portOf(placeholder);
  await stopped(placeholder);
  return port;
}

beforeAll(async () => {
  const port = await freePort();
  cas = await aCasServer(
    [staffNo, 'stranger'].map((name) => ({ name, password, attributes: {} })),
    HOST,
  );
  const back = `http://127.0.0.1:${port}/api/sign-in/oidc/return`;
  oidc = await anOidcServer([{ sub: 'sub-of-the-leader', staffNo, password }], [back], HOST);
  const folder = aFolder();
  cpSync(inject('filledDemo'), folder, { recursive: true });
  const env = {
    ...environmentIn(folder),
    PORT: String(port),
    CAS_URL: cas.url,
    OIDC_ISSUER: oidc.issuer,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    OIDC_STAFF_NO_CLAIM: 'preferred_username',
  };
  server = await listening(spawn(process.execPath, [CLI, 'serve', '--demo'], { env }), folder);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(server.folder, { recursive: true, force: true });
  await Promise.all([cas.stop(), oidc.stop()]);
});

const aVisitor = (): Promise<Visitor> => visit(browser, server.url);

/** From the product's sign-in page to the school's, and what is typed there. */
async function through(page: Page, button: string, who: string): Promise<void> {
  await page.goto('/');
  await page.getByRole('link', { name: button }).click();
  await page.waitForURL((url) => url.hostname === HOST);
  await page.locator('input[name=username]').fill(who);
  await page.locator('input[name=password]').fill(password);
  await page.locator('button').click();
}

const whoIs = (page: Page): Promise<unknown> =>
  page.evaluate("fetch('/api/session').then((answer) => answer.json())");

describe('统一身份认证', () => {
  test.each(['用统一身份认证（CAS）登录', '用统一身份认证（OIDC）登录'])('%s', async (button) => {
    const visitor = await aVisitor();
    const { page, faults } = visitor;
    await through(page, button, staffNo);
    await page.locator('.shell').waitFor();
    expect(new URL(page.url()).origin).toBe(server.url);
    expect(page.url()).not.toMatch(/ticket|code=|state=/u);
    expect(await whoIs(page)).toMatchObject({ staffNo, name: leaderName });
    // It is a session like any other: it outlives a reload and ends with signing out.
    await page.reload();
    await page.locator('.shell').waitFor();
    expect(faults).toEqual([]);
    await visitor.leave();
  });

  test('没有账号的人回到登录页，看得懂为什么', async () => {
    const visitor = await aVisitor();
    const { page } = visitor;
    await through(page, '用统一身份认证（CAS）登录', 'stranger');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('本系统没有您的账号');
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await visitor.leave();
  });

  test('拿别人的回程地址登不进来，也换不掉自己的会话', async () => {
    const attacker = await cas.signIn(
      `${cas.url}/login?service=${encodeURIComponent(`${server.url}/api/sign-in/cas/return?state=theirs`)}`,
      staffNo,
      password,
    );
    const visitor = await aVisitor();
    const { page } = visitor;
    await page.goto(attacker);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('不是从本浏览器发起的');
    expect(await page.locator('.shell').count()).toBe(0);
    const own = loginOf('cadre').staffNo;
    await signInWith(visitor, own, DEMO_PASSWORD);
    await page.goto(attacker);
    await page.locator('.shell').waitFor();
    expect(await whoIs(page)).toMatchObject({ staffNo: own });
    await visitor.leave();
  });

  test('统一身份认证出了故障：回到登录页说清楚，密码照样能用', async () => {
    cas.override = (answer) => answer.destroy();
    const visitor = await aVisitor();
    const { page } = visitor;
    await through(page, '用统一身份认证（CAS）登录', staffNo);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain('暂时连接不上');
    cas.override = null;
    await signInWith(visitor, staffNo, DEMO_PASSWORD);
    await visitor.leave();
  });
});
