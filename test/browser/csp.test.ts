// The content security policy holds everywhere: no page asks for what it forbids, and what is smuggled in does not run.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { see, sights } from './support/pages.ts';
import { startDemo } from './support/server.ts';
import { atHand, signIn, visit, type Visitor } from './support/visitor.ts';

const LISTEN = `window.violations = [];
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) =>
  window.violations.push([violatedDirective, blockedURI, sourceFile].join(' ')));`;

let hand: Awaited<ReturnType<typeof atHand>>;
const visitors = new Map<string, Visitor>();
beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
});
afterAll(() => hand.close());

async function visitorAs(role: (typeof sights)[number]['as']): Promise<Visitor> {
  const known = visitors.get(role);
  if (known) return known;
  const { browser, url } = hand;
  const visitor = role === 'nobody' ? await visit(browser, url) : await signIn(browser, url, role);
  await visitor.page.addInitScript(LISTEN);
  visitors.set(role, visitor);
  return visitor;
}
const violationsOn = (page: Page): Promise<string[]> => page.evaluate<string[]>('window.violations');

// Every other page is looked at by axe.test.ts, which takes no error of the console, such a report among them.
const firstOfEach = sights.filter(({ as }, i) => sights.findIndex((sight) => sight.as === as) === i);

test('the first page of every role reports no violation', async () => {
  const reported: string[] = [];
  for (const sight of firstOfEach) {
    const { page } = await visitorAs(sight.as);
    await see(page, sight);
    for (const violation of await violationsOn(page)) reported.push(`${sight.name}: ${violation}`);
  }
  expect(reported).toEqual([]);
});

test('nor does the page that describes the interface; it has its style', async () => {
  const { page } = await visitorAs('nobody');
  await page.goto('/api/docs');
  await page.locator('details').first().waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate<string>('getComputedStyle(document.querySelector("main")).maxWidth')).not.toBe(
    'none',
  );
});

test('a script, a style, a frame and a connection elsewhere are stopped and reported', async () => {
  const { page } = await visitorAs('nobody');
  await page.goto('/sign-in');
  await page.evaluate(`(() => {
    const script = document.createElement('script');
    script.textContent = 'window.smuggled = true';
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(script, style, frame);
    return fetch('https://example.org/').catch(() => undefined);
  })()`);
  expect(await page.evaluate('window.smuggled')).toBeUndefined();
  const stopped = (await violationsOn(page)).map((violation) => violation.split(' ')[0]!);
  for (const directive of ['script-src', 'style-src', 'frame-src', 'connect-src'])
    expect(stopped.some((each) => each.startsWith(directive))).toBe(true);
});
