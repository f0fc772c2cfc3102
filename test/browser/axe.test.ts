// No page keeps anybody out: axe-core finds nothing (WCAG 2.2 AA, best practice) in light and dark, and a phone holds it.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { contrastsOn, violationsOn } from './support/axe.ts';
import { routesOfClient, see, type Sight, sights } from './support/pages.ts';
import { startDemo } from './support/server.ts';
import { atHand, signIn, visit, type Visitor } from './support/visitor.ts';

let hand: Awaited<ReturnType<typeof atHand>>;
const visitors = new Map<Sight['as'], Visitor>();

beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
});
afterAll(() => hand.close());

/** One visitor for each role, signed in once. */
async function visitorAs(role: Sight['as']): Promise<Visitor> {
  const known = visitors.get(role);
  if (known) return known;
  const { browser, url } = hand;
  const visitor = role === 'nobody' ? await visit(browser, url) : await signIn(browser, url, role);
  visitors.set(role, visitor);
  return visitor;
}

test('every route of the client is looked at', () => {
  const routes = routesOfClient();
  expect(routes.length).toBeGreaterThan(10);
  const seen = new Set(sights.map(({ route }) => route));
  expect(routes.filter((route) => !seen.has(route))).toEqual([]);
});

test('the look finds what is wrong', async () => {
  const { page } = await visitorAs('nobody');
  await page.goto('/sign-in');
  await page.evaluate("document.body.append(document.createElement('img'))");
  expect((await violationsOn(page)).join('\n')).toMatch(/image-alt at img/u);
});

const DESK = { width: 1360, height: 860 };
const PHONE = { width: 390, height: 844 };

describe.each(sights)('$name', (sight) => {
  test('has no violation in light and dark, and fits a phone', async () => {
    const { page, faults } = await visitorAs(sight.as);
    await page.emulateMedia({ colorScheme: 'light' });
    await see(page, sight);
    expect(await violationsOn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await contrastsOn(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.setViewportSize(PHONE);
    const width = await page.evaluate<number>('document.documentElement.scrollWidth');
    await page.setViewportSize(DESK);
    expect(width).toBeLessThanOrEqual(PHONE.width);
  });
});
