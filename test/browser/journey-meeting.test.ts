// The head of HR plans and records one meeting for two files; a member confirms, and both take effect at once.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsOn } from './support/axe.ts';
import { startDemo } from './support/server.ts';
import { atHand, settled, signIn, type Visitor } from './support/visitor.ts';

const PILOTS = ['虚构试点：线上办事', '虚构试点：弹性排课'];
let hand: Awaited<ReturnType<typeof atHand>>;
let head: Visitor;
let member: Visitor;
const ids: string[] = [];

/** Asks as the page itself would, with its session and token. */
const send = (page: Page, path: string, body: unknown): Promise<{ id: string; version: number }> =>
  page.evaluate<{ id: string; version: number }>(`(async () => {
    const { csrfToken } = await (await fetch('/api/session')).json();
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken, 'Idempotency-Key': crypto.randomUUID() };
    const answer = await fetch(${JSON.stringify(path)}, { method: 'POST', headers, body: ${JSON.stringify(JSON.stringify(body))} });
    if (!answer.ok) throw new Error(await answer.text());
    return answer.json();
  })()`);
const read = async <T>(page: Page, path: string): Promise<T> =>
  (await (await page.request.get(path)).json()) as T;

beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
  const hr = await signIn(hand.browser, hand.url, 'hr');
  const { items: units } = await read<{ items: { id: string }[] }>(hr.page, '/api/units');
  for (const title of PILOTS) {
    const paragraph = '虚构的内容，仅用于测试。';
    const { id, version } = await send(hr.page, '/api/pilots', {
      ...{ title, unitId: units[0]!.id, startsOn: '2099-01-01', endsOn: '2099-12-31' },
      ...{ purpose: paragraph, decision: paragraph, riskAssessment: paragraph, limits: paragraph },
    });
    await send(hr.page, `/api/pilots/${id}/events`, { event: 'submit', version });
    ids.push(id);
  }
  await hr.leave();
  head = await signIn(hand.browser, hand.url, 'hr_head');
  member = await signIn(hand.browser, hand.url, 'board');
});
afterAll(() => hand.close());

const statesOf = (page: Page) =>
  Promise.all(ids.map(async (id) => (await read<{ state: string }>(page, `/api/pilots/${id}`)).state));

test('the head plans a meeting with both, from what waits', async () => {
  const { page } = head;
  await page.goto('/todo');
  await page.getByRole('link', { name: /安排党委会会议/u }).click();
  await settled(page);
  for (const title of PILOTS) await page.getByRole('checkbox', { name: new RegExp(title, 'u') }).check();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '安排会议' }).click();
  await page.locator('.error-summary').waitFor();
  await page.getByLabel('会议名称').fill('虚构党委会第一次会议');
  await page.getByLabel('日期').fill('2026-01-05');
  await page.getByRole('button', { name: '安排会议' }).click();
  await page.getByRole('heading', { level: 1, name: '虚构党委会第一次会议' }).waitFor();
});

test('and records it: the page says at once what the votes come to', async () => {
  const { page } = head;
  await settled(page);
  const first = page.locator('.item-record').first();
  await page.getByLabel('日期').fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  await first.locator('select').first().selectOption({ label: '同意备案' });
  await first.getByText('至少 2 人').waitFor();
  await page.getByRole('button', { name: '全部到会' }).click();
  await first.getByText('请核对').waitFor();
  await first.getByLabel('同意', { exact: true }).fill('3');
  await first.getByText('到会 3/3，同意 3：有效').waitFor();
  await first.locator('input[name$="/reason"]').first().fill('论证充分，风险可控');
  await page.getByRole('button', { name: '其余各项照第一项填写' }).click();
  await expect.poll(() => page.locator('.verdict.ok').count()).toBe(2);
  await page.getByLabel('纪要').fill('逐项讨论，一致同意。');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '提交记录' }).click();
  await page.getByText('由到会的成员确认').waitFor();
  expect(await statesOf(page)).toEqual(['submitted', 'submitted']);
  expect(await page.getByRole('button', { name: '确认记录' }).count()).toBe(0);
});

test('a member reads the consequence, confirms, and both files have moved', async () => {
  const { page } = member;
  await page.goto('/todo');
  await page.getByRole('link', { name: /确认会议记录/u }).click();
  await settled(page);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: '确认记录' }).click();
  const dialog = page.locator('dialog[open]');
  expect(await dialog.innerText()).toContain('以下 2 个事项将同时生效');
  for (const title of PILOTS) expect(await dialog.innerText()).toContain(title);
  expect(await violationsOn(page)).toEqual([]);
  await dialog.getByRole('button', { name: '确认，2 个决定生效' }).click();
  await page.getByText('已确认，2 个决定同时生效').waitFor();
  expect(await statesOf(page)).toEqual(['registered', 'registered']);
  const deeds = page.getByRole('button', { name: /确认记录|重新记录|取消会议/u });
  await expect.poll(() => deeds.count()).toBe(0);
  expect([...head.faults, ...member.faults]).toEqual([]);
});

test('the minutes print on A4 with lines to sign', async () => {
  const { page } = member;
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.signatures').isVisible()).toBe(true);
  expect(await page.locator('.page-head .actions').isVisible()).toBe(false);
  const text = (await page.locator('.minutes').innerText()).replaceAll(/\s+/gu, ' ');
  for (const part of ['到会 3/3', '同意备案', '论证充分', '一致同意', '记录人（签字）'])
    expect(text).toContain(part);
  await page.emulateMedia({ media: 'screen' });
  expect(await page.locator('.signatures').isVisible()).toBe(false);
});
