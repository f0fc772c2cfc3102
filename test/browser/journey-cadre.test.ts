// A cadre reads the own year and nobody else's; in English, and with the keyboard alone.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { DEMO_PASSWORD } from '../../server/demo/logins.ts';
import { BUDGETS, overBudget } from './support/budgets.ts';
import { idOf, someoneOf } from './support/people.ts';
import { YEAR } from './support/school-files.ts';
import { startDemo } from './support/server.ts';
import { atHand, loginOf, settled, signIn, visit, type Visitor } from './support/visitor.ts';

const self = loginOf('cadre');
let hand: Awaited<ReturnType<typeof atHand>>;
let cadre: Visitor;
let colleague: { readonly id: string; readonly name: string };

beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
  const hr = await signIn(hand.browser, hand.url, 'hr');
  const { staffNo, name } = someoneOf(self.unitName, '院长');
  colleague = { id: await idOf(hr.page, staffNo), name };
  await hr.leave();
  cadre = await signIn(hand.browser, hand.url, 'cadre');
});
afterAll(() => hand.close());

test('the own record is there after sign-in without a click', async () => {
  const { page } = cadre;
  await page.getByRole('heading', { level: 1, name: self.name }).waitFor();
  await page.getByRole('heading', { level: 2, name: /^得分由来/u }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/my-record');
  expect(overBudget(cadre, BUDGETS.ownRecord)).toEqual([]);
});

test('an exempted matter stands there with its reason and takes nothing off', async () => {
  const { page } = cadre;
  const line = page.locator('table.origin tbody tr').filter({ hasText: '容错免责' });
  expect(await line.count()).toBe(1);
  expect(await line.locator('td.number').innerText()).toMatch(/0\.00/u);
});

const pagesOf = (id: string): string[] => [
  `/years/${YEAR}/results/${id}`,
  `/roster/${id}`,
  `/my-record/${YEAR}?cadreId=${id}`,
  `/years/${YEAR}`,
  '/roster',
];

test('no address shows anybody else', async () => {
  const { page } = cadre;
  for (const path of pagesOf(colleague.id)) {
    await page.goto(path);
    await settled(page);
    expect(await page.locator('body').innerText(), path).not.toContain(colleague.name);
  }
});

test('no path of the interface answers with anybody else', async () => {
  const { id, name } = colleague;
  const paths = [
    `/api/years/${YEAR}/results/${id}`,
    `/api/cadres/${id}`,
    `/api/my-record/${id}`,
    `/api/years/${YEAR}/results?q=${encodeURIComponent(name)}`,
    `/api/cadres?q=${encodeURIComponent(name)}`,
    `/api/years/${YEAR}/summary`,
    '/api/imports/roster/batches',
    '/api/audit/entries',
  ];
  for (const path of paths) {
    const answer = await cadre.page.request.get(path);
    expect(await answer.text(), path).not.toContain(name);
    if (path.includes(id)) expect([400, 404], path).toContain(answer.status());
  }
});

test('in English every word of the page is English but what the school wrote', async () => {
  const { page } = cadre;
  await page.goto('/my-record');
  await settled(page);
  await page.getByRole('button', { name: 'English' }).click();
  await page
    .getByRole('navigation', { name: 'Main navigation' })
    .getByRole('link', { name: 'My year' })
    .waitFor();
  await page.locator('table.origin thead th', { hasText: 'Points' }).waitFor();
  const heads = await page.locator('h2, th[scope=col], nav, dt').allInnerTexts();
  expect(heads.filter((text) => /[\u4e00-\u9fff]/u.test(text))).toEqual([]);
  await page.locator('table.origin tbody td.number .figure').nth(1).click();
  const told = await page.locator('dialog[open] .reason').innerText();
  for (const heading of ['Clause', 'Parameter', 'Evidence']) expect(told).toContain(heading);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '中文' }).click();
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '我的年度' }).waitFor();
});

/** What has the focus, in words. */
const focused = (visitor: Visitor): Promise<string> =>
  visitor.page.evaluate<string>(
    `(document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText
      ?? '').trim() || document.activeElement.name || document.activeElement.tagName`,
  );

/** Presses Tab until the focus is on something with that text. */
async function tabTo(visitor: Visitor, text: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    const on = await focused(visitor);
    if (typeof text === 'string' ? on === text : text.test(on)) return;
    await visitor.page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${String(text)}`);
}

test('from sign-in to a reason with the keyboard alone', async () => {
  const leader = await visit(hand.browser, hand.url);
  const { page } = leader;
  const { staffNo } = loginOf('leader');
  await page.goto('/');
  await settled(page);
  await tabTo(leader, 'staffNo');
  await page.keyboard.type(staffNo);
  await tabTo(leader, 'password');
  await page.keyboard.type(DEMO_PASSWORD);
  await page.keyboard.press('Enter');
  await page.locator('.todo-list, .state-title').first().waitFor();

  await page.keyboard.press('g');
  await page.keyboard.press('y');
  await page.locator('table.results').waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type(self.staffNo);
  await expect.poll(() => page.locator('table.results tbody tr').count()).toBe(1);
  await tabTo(leader, self.name);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: self.name }).waitFor();
  await settled(page);
  await tabTo(leader, /^[+−]\d/u);
  const number = await focused(leader);
  await page.keyboard.press('Enter');
  await page.locator('dialog[open] .reason').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await expect.poll(() => focused(leader)).toBe(number);
  await page.keyboard.press('?');
  await page.locator('dialog[open] dl.keys').waitFor();
  await page.keyboard.press('Escape');
  expect(leader.faults).toEqual([]);
  await leader.leave();
});
