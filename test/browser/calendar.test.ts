// The head of HR brings in next year's holidays: pasted, tried, confirmed; then everybody reads them.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { startDemo } from './support/server.ts';
import { atHand, settled, signIn } from './support/visitor.ts';

let hand: Awaited<ReturnType<typeof atHand>>;
beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
});
afterAll(() => hand.close());

const PASTED = `2029-01-01\t放假\t元旦
2029-02-12\t放假\t除夕
2029-02-13\t放假\t春节
2029-02-17\t上班\t春节`;

test('组织部负责人粘贴一年的日历，改错、试导入、确认；旁人看得到、改不了', async () => {
  const { browser, url } = hand;
  const head = await signIn(browser, url, 'hr_head');
  const { page } = head;
  await page.goto('/calendar?year=2029');
  await settled(page);
  // What the demo brought along.
  expect(await page.locator('main').textContent()).toContain('全年 248 个工作日');
  const form = page.locator('.calendar-import');
  await form.locator('textarea').fill('2028-12-31 放假 元旦');
  await form.getByRole('button', { name: '试导入粘贴的内容' }).click();
  await form.locator('tbody tr').waitFor();
  expect(await form.textContent()).toContain('不在 2029 年');
  await form.getByRole('button', { name: '换一份' }).click();
  await form.locator('textarea').fill(PASTED);
  await form.getByRole('button', { name: '试导入粘贴的内容' }).click();
  await form.getByRole('button', { name: '导入 2029 年日历' }).click();
  // Without the document that ordered the days nothing happens.
  await form.locator('.error-summary').waitFor();
  await form.locator('input[name=source]').fill('国务院办公厅关于2029年部分节假日安排的通知（虚构）');
  await form.getByRole('button', { name: '导入 2029 年日历' }).click();
  await form.waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: /^2029 年/u }).waitFor();
  expect(head.faults).toEqual([]);
  await head.leave();

  const leader = await signIn(browser, url, 'leader');
  await leader.page.goto('/calendar?year=2029');
  await leader.page.getByRole('heading', { name: /^2029 年/u }).waitFor();
  expect(await leader.page.locator('main').textContent()).toContain('除夕');
  expect(await leader.page.locator('.calendar-import').count()).toBe(0);
  expect(await leader.page.getByRole('link', { name: '导入一年的日历' }).count()).toBe(0);
  await leader.leave();
});
