// Pictures of every page in light, dark, on a phone, in English and on paper, to be looked at; the README’s among them.
// node test/browser/screenshots.ts [name …]
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { buildIfNeeded, fillDemo } from './support/filled-demo.ts';
import { see, type Sight, sights } from './support/pages.ts';
import { startDemo } from './support/server.ts';
import { signIn, visit, type Visitor } from './support/visitor.ts';

const root = join(import.meta.dirname, '../..');
const SCREENS = join(root, 'test-results/screens');
const PICTURES = join(root, 'docs/pictures');
const IN_README = ['results', 'person'];

const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: 'light' },
  dark: { colorScheme: 'dark' },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  english: { locale: 'en-GB' },
};

async function look(browser: Browser, url: string, name: string, wanted: readonly Sight[]): Promise<void> {
  const visitors = new Map<Sight['as'], Visitor>();
  mkdirSync(join(SCREENS, name), { recursive: true });
  for (const sight of wanted) {
    const options = LOOKS[name] ?? {};
    const visitor =
      visitors.get(sight.as) ??
      (sight.as === 'nobody'
        ? await visit(browser, url, options)
        : await signIn(browser, url, sight.as, options));
    visitors.set(sight.as, visitor);
    await visitor.page.emulateMedia({ media: null });
    await see(visitor.page, sight);
    await take(visitor, sight, name);
  }
  for (const visitor of visitors.values()) await visitor.leave();
}

/** Lays the page out as it is printed, between the margins of A4. */
async function asOnPaper(page: Page): Promise<void> {
  await page.setViewportSize({ width: 703, height: 1032 });
  await page.emulateMedia({ media: 'print' });
  await page.evaluate("dispatchEvent(new Event('beforeprint'))");
}

async function take({ page }: Visitor, { name, first }: Sight, look: string): Promise<void> {
  const isDialog = (await page.locator('dialog[open]').count()) > 0;
  const path = join(SCREENS, look, `${name}.png`);
  if (look === 'print') {
    if (isDialog || (first !== undefined && name !== 'slips')) return;
    await page.pdf({ path: path.replace('.png', '.pdf'), preferCSSPageSize: true, printBackground: true });
    await asOnPaper(page);
  }
  await page.screenshot({ path, fullPage: !isDialog });
  if (look === 'light' && IN_README.includes(name))
    await page.screenshot({ path: join(PICTURES, `${name}.png`) });
}

const names = process.argv.slice(2);
const wanted = sights.filter(({ name }) => names.length === 0 || names.includes(name));
buildIfNeeded();
mkdirSync(PICTURES, { recursive: true });
const filled = await fillDemo();
const [browser, server] = await Promise.all([launchChromium(), startDemo(filled)]);
for (const name of [...Object.keys(LOOKS), 'print']) {
  await look(browser, server.url, name, wanted);
  console.log(`${join(SCREENS, name)}: ${wanted.length}`);
}
await browser.close();
await server.stop();
rmSync(filled, { recursive: true, force: true });
