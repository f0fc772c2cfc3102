// A pilot from draft to the board; a correction from the person to the roster and back to the person.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsInBoth } from './support/axe.ts';
import { writePilot } from './support/file-pages.ts';
import { startDemo } from './support/server.ts';
import { atHand, type DemoRole, loginOf, settled, signIn, type Visitor } from './support/visitor.ts';

let hand: Awaited<ReturnType<typeof atHand>>;
const visitors = new Map<DemoRole, Visitor>();
const as = async (role: DemoRole): Promise<Visitor> => {
  const visitor = visitors.get(role) ?? (await signIn(hand.browser, hand.url, role));
  visitors.set(role, visitor);
  return visitor;
};

beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
});
afterAll(() => hand.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** Opens a step's dialog, looks at it, and does the step. */
async function doStep(page: Page, name: string, typed: Readonly<Record<string, string>> = {}): Promise<void> {
  await button(page, name).click();
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  for (const [field, text] of Object.entries(typed)) await dialog.locator(`[name="${field}"]`).fill(text);
  expect(await violationsInBoth(page)).toEqual([]);
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'detached' });
  await settled(page);
}

test('院长起草试点、核对、提交，看到在等党委会；别人也查得到', async () => {
  const { page, faults } = await as('leader');
  await page.getByRole('link', { name: '试错备案', exact: true }).click();
  await page.getByRole('link', { name: '起草备案' }).click();
  await page.getByRole('heading', { level: 1, name: '起草试错备案' }).waitFor();
  await writePilot(page, '跨学科导师组试点');
  await page.locator('form button[type=submit]').click();
  await page.getByText('请核对后提交').waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
  await doStep(page, '提交备案');
  expect(await page.locator('.state-line').innerText()).toContain('等待党委会决定');
  expect(await page.locator('.course').innerText()).toContain(loginOf('leader').name);
  expect(await page.locator('.closed-actions').innerText()).toContain('同意备案');
  expect(await button(page, '修改草稿').count()).toBe(0);
  expect(await violationsInBoth(page)).toEqual([]);
  const other = (await as('cadre')).page;
  await other.goto('/pilots');
  await other.getByRole('link', { name: '跨学科导师组试点' }).click();
  await other.getByText('限两个班六十人').waitFor();
  expect(faults).toEqual([]);
});

test('干部申请更正职务，组织部核实，负责人更正，本人签收并看到新值', async () => {
  const cadre = await as('cadre');
  const { page } = cadre;
  await page.goto('/my-record/corrections');
  await settled(page);
  await page.getByRole('link', { name: '更正职务' }).click();
  await page.locator('[name=wanted]').fill('常务副院长');
  await page.locator('[name=basis]').fill('任免文件〔2025〕8号');
  await page.locator('form button[type=submit]').click();
  await page.waitForURL(/\/corrections\/file_/u);
  await settled(page);
  const { pathname } = new URL(page.url());
  await page.locator('input[type=file]').setInputFiles({
    name: '任免文件.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4 虚构'),
  });
  await page.getByRole('link', { name: '下载 任免文件.pdf' }).waitFor();
  await doStep(page, '提交申请');

  const hr = (await as('hr')).page;
  await hr.goto('/todo');
  await hr.locator(`.todo-list a[href="${pathname}"]`).click();
  await hr.getByRole('heading', { level: 1, name: '更正职务' }).waitFor();
  await settled(hr);
  await doStep(hr, '记录核实结果', { 'data/found': '常务副院长', 'data/document': '干部人事档案第 3 页' });
  expect(await hr.locator('dl.said').innerText()).toContain('与申请一致');
  expect(await hr.locator('.closed-actions').innerText()).toContain('由其他人员办理');

  const head = (await as('hr_head')).page;
  await head.goto('/corrections');
  await head.getByRole('link', { name: '更正职务' }).click();
  await settled(head);
  await doStep(head, '更正登记', { reason: '档案记载与申请一致' });
  expect(await violationsInBoth(head)).toEqual([]);

  await page.goto('/todo');
  await page.getByText('签收通知：更正职务').click();
  await page.getByRole('heading', { level: 1, name: '更正职务' }).waitFor();
  await settled(page);
  await doStep(page, '签收');
  await page.getByText(/签收$/u).first().waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
  await page.goto('/my-record/corrections');
  await settled(page);
  expect(await page.locator('table').first().innerText()).toContain('常务副院长');
  expect(await page.locator('main').innerText()).toContain('已更正');
  expect(cadre.faults).toEqual([]);
});

test('系统管理员看到时钟在走', async () => {
  const { page } = await as('sysadmin');
  await page.getByRole('link', { name: '系统运行' }).click();
  await page.getByText('计时正常').waitFor();
  await expect.poll(() => page.locator('main').innerText()).toMatch(/上一轮检查：\d{4}-/u);
});
