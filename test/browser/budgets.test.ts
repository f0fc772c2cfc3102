// What a journey costs in clicks and fields after sign-in; more than agreed fails.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { BUDGETS, overBudget } from './support/budgets.ts';
import { rosterWithNewcomer } from './support/school-files.ts';
import { startDemo } from './support/server.ts';
import { atHand, signIn } from './support/visitor.ts';

let hand: Awaited<ReturnType<typeof atHand>>;
beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
});
afterAll(() => hand.close());

const as = (role: 'hr' | 'cadre') => signIn(hand.browser, hand.url, role);

test('import: one file and two clicks', async () => {
  const hr = await as('hr');
  const { page } = hr;
  await hr.click(page.getByRole('link', { name: '数据导入' }));
  await hr.handIn(await rosterWithNewcomer());
  await hr.click(page.getByRole('button', { name: '导入这 1 行' }));
  await page.getByText('已导入：新任干部.xlsx').waitFor();
  expect(overBudget(hr, BUDGETS.import)).toEqual([]);
});

// The first year is opened from 待办 within the same budget (journey-hr); later ones by `g y` or one click more.
test('opening the next year: three fields and three clicks', async () => {
  const hr = await as('hr');
  const { page } = hr;
  await page.keyboard.press('g');
  await page.keyboard.press('y');
  await hr.click(page.getByRole('link', { name: '开启新年度' }));
  await hr.fill(page.locator('input[name=year]'), '2027');
  await hr.fill(page.locator('input[name=asOf]'), '2027-12-31');
  await hr.choose(page.locator('select[name=vocabulary]'), 'publicInstitution');
  await hr.click(page.getByRole('button', { name: '核对' }));
  await hr.click(page.getByRole('button', { name: '开启 2027 年度' }));
  await page.getByText('已开启 2027 年度').waitFor();
  expect(overBudget(hr, BUDGETS.openYear)).toEqual([]);
});

test('the own record: nothing to click; a reason: one click, with its evidence', async () => {
  const cadre = await as('cadre');
  const { page } = cadre;
  await page.locator('table.origin').waitFor();
  expect(overBudget(cadre, BUDGETS.ownRecord)).toEqual([]);
  await cadre.click(page.locator('table.origin tbody td.number .figure').nth(1));
  await page.locator('dialog[open]').getByText('证据').waitFor();
  expect(overBudget(cadre, BUDGETS.reason)).toEqual([]);
});
