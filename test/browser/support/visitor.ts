// Somebody at a browser: what they see, and how often they click and type.
import type { Browser, BrowserContextOptions, Locator, Page, Request } from 'playwright-core';
import { type DemoLogin, DEMO_PASSWORD, demoLogins } from '../../../server/demo/logins.ts';
import { launchChromium } from '../../support/chromium.ts';

export type DemoRole = DemoLogin['role'];
export const loginOf = (role: DemoRole): DemoLogin => demoLogins.find((login) => login.role === role)!;

const DESK: BrowserContextOptions = {
  locale: 'zh-CN',
  viewport: { width: 1360, height: 860 },
  reducedMotion: 'reduce',
};

export interface Visitor {
  readonly page: Page;
  /** What went wrong in the page itself, unseen. */
  readonly faults: readonly string[];
  readonly clicks: number;
  readonly fields: number;
  click(target: Locator): Promise<void>;
  fill(target: Locator, text: string): Promise<void>;
  choose(target: Locator, option: string): Promise<void>;
  handIn(file: HandedIn): Promise<void>;
  /** From here on clicks and fields count anew. */
  countAnew(): void;
  leave(): Promise<void>;
}
export interface HandedIn {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Gives the file to the one place on the page that takes files. */
export const handInFile = (page: Page, { name, bytes }: HandedIn): Promise<void> =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: SHEET, buffer: Buffer.from(bytes) });

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export async function visit(
  browser: Browser,
  baseURL: string,
  more: BrowserContextOptions = {},
): Promise<Visitor> {
  const context = await browser.newContext({ ...DESK, ...more, baseURL });
  const page = await context.newPage();
  watchRequests(page);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    const isRefusal = /Failed to load resource: the server responded with a status of 4/u;
    if (message.type() === 'error' && !isRefusal.test(message.text())) faults.push(message.text());
  });
  const visitor = {
    page,
    faults,
    clicks: 0,
    fields: 0,
    async click(target: Locator) {
      visitor.clicks += 1;
      await target.click();
    },
    async fill(target: Locator, text: string) {
      visitor.fields += 1;
      await target.fill(text);
    },
    async choose(target: Locator, option: string) {
      visitor.fields += 1;
      await target.selectOption(option);
    },
    async handIn(file: HandedIn) {
      visitor.fields += 1;
      await handInFile(page, file);
    },
    countAnew() {
      visitor.clicks = 0;
      visitor.fields = 0;
    },
    leave: () => context.close(),
  };
  return visitor;
}

/** Signs in on the page, as people do. */
export async function signInWith({ page }: Visitor, staffNo: string, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.locator('input[name=staffNo]').fill(staffNo);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form button[type=submit]').click();
  await page.locator('.shell').waitFor();
}

/** Somebody of the demo school at a browser, signed in. */
export async function signIn(
  browser: Browser,
  url: string,
  role: DemoRole,
  more: BrowserContextOptions = {},
): Promise<Visitor> {
  const visitor = await visit(browser, url, more);
  await signInWith(visitor, loginOf(role).staffNo, DEMO_PASSWORD);
  await settled(visitor.page);
  visitor.countAnew();
  return visitor;
}

interface UnderWay {
  readonly requests: Set<Request>;
  /** When a request last began or ended. */
  movedAt: number;
}
const underWay = new WeakMap<Page, UnderWay>();

function watchRequests(page: Page): void {
  const seen: UnderWay = { requests: new Set(), movedAt: Date.now() };
  const move = (deed: 'add' | 'delete') => (request: Request) => {
    seen.requests[deed](request);
    seen.movedAt = Date.now();
  };
  page.on('request', move('add'));
  page.on('requestfinished', move('delete'));
  page.on('requestfailed', move('delete'));
  underWay.set(page, seen);
}

const QUIET_MS = 150;
const STEP_MS = 25;
const LONGEST_MS = 30_000;

/** Nothing on the page is still on its way: no part says that it is loading, and no request began or ended of late. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page
    .locator('p.state[role=status], [aria-busy=true], .progress')
    .first()
    .waitFor({ state: 'detached' });
  const seen = underWay.get(page)!;
  const latest = Date.now() + LONGEST_MS;
  while (seen.requests.size > 0 || Date.now() - seen.movedAt < QUIET_MS) {
    if (Date.now() > latest) throw new Error(`${page.url()} never comes to rest`);
    await page.waitForTimeout(STEP_MS);
  }
}

/** A browser and a server for a test file, and their end. */
export async function atHand(start: () => Promise<{ url: string; stop(): Promise<unknown> }>) {
  const [browser, server] = await Promise.all([launchChromium(), start()]);
  return {
    browser,
    server,
    url: server.url,
    async close() {
      await browser.close();
      await server.stop();
    },
  };
}
