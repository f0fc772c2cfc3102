// The dean finds out why somebody of the college has the score; nobody of another college is there for him.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { OWN_COLLEGE } from '../../server/demo/logins.ts';
import { idOf, someoneOf } from './support/people.ts';
import { YEAR } from './support/school-files.ts';
import { startDemo } from './support/server.ts';
import { atHand, settled, signIn, type Visitor } from './support/visitor.ts';

let hand: Awaited<ReturnType<typeof atHand>>;
let leader: Visitor;
let stranger: { readonly id: string; readonly name: string };

beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
  const hr = await signIn(hand.browser, hand.url, 'hr');
  const { staffNo, name } = someoneOf('文学院');
  stranger = { id: await idOf(hr.page, staffNo), name };
  await hr.leave();
  leader = await signIn(hand.browser, hand.url, 'leader');
});
afterAll(() => hand.close());

test('the list holds the own college only', async () => {
  const { page } = leader;
  await page.getByRole('link', { name: '年度考核' }).click();
  await page.locator('table.results').waitFor();
  const units = await page.locator('table.results td.col-unit').allInnerTexts();
  expect(units.length).toBeGreaterThan(5);
  expect(new Set(units)).toEqual(new Set([OWN_COLLEGE]));
});

test('a person is found by name, and a number of the page opens its reason', async () => {
  const { page } = leader;
  const { name } = someoneOf(OWN_COLLEGE, '副院长');
  await page.locator('input[type=search]').fill(name);
  await expect.poll(() => page.locator('table.results tbody tr').count()).toBe(1);
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.locator('table.origin tbody td.number .figure').nth(1).click();
  const told = await page.locator('dialog[open] .reason').innerText();
  for (const heading of ['依据条款', '参数', '证据']) expect(told).toContain(heading);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  expect(await page.locator('.watermark').textContent()).toContain('任长');
});

test('somebody out of scope is not found: not in the list, not by address, not by the interface', async () => {
  const { page } = leader;
  await page.goto(`/years/${YEAR}?q=${encodeURIComponent(stranger.name)}`);
  await page.getByText('没有符合条件的人员').waitFor();
  for (const path of [`/years/${YEAR}/results/${stranger.id}`, `/roster/${stranger.id}`]) {
    await page.goto(path);
    await page.getByText('它可能不存在，或者不在您的权限范围内。').waitFor();
    await settled(page);
    expect(await page.locator('main').innerText()).not.toContain(stranger.name);
  }
  for (const path of [`/api/years/${YEAR}/results/${stranger.id}`, `/api/cadres/${stranger.id}`])
    expect((await page.request.get(path)).status()).toBe(404);
  expect(leader.faults).toEqual([]);
});
