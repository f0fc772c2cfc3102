// An initiative from the cadre to HR, to the public notice, to an objection and back; nobody learns who objected.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { violationsInBoth } from './support/axe.ts';
import { doStep, writeInitiative } from './support/initiative-pages.ts';
import { startDemo } from './support/server.ts';
import { atHand, type DemoRole, loginOf, settled, signIn, type Visitor } from './support/visitor.ts';

let hand: Awaited<ReturnType<typeof atHand>>;
const visitors = new Map<DemoRole, Visitor>();
const as = async (role: DemoRole): Promise<Visitor> => {
  const visitor = visitors.get(role) ?? (await signIn(hand.browser, hand.url, role));
  visitors.set(role, visitor);
  return visitor;
};
const goTo = async (page: Page, path: string): Promise<void> => {
  await page.goto(path);
  await settled(page);
};

beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
});
afterAll(() => hand.close());

test('院长为副院长填报，本人看到，组织部核实公示，有人提出异议，退回重新核实', async () => {
  const leader = await as('leader');
  await leader.page.getByRole('link', { name: '担当作为', exact: true }).first().click();
  await leader.page.getByRole('link', { name: '填报担当作为' }).click();
  await leader.page.getByRole('heading', { level: 1, name: '填报担当作为' }).waitFor();
  const { page } = leader;
  await page.locator('.person-choice input[type=search]').fill(loginOf('cadre').staffNo);
  await page.locator('.person-choice').getByText(loginOf('cadre').name).waitFor();
  await writeInitiative(page, '牵头打通三个学院的实验排课，设备利用率提高两成。');
  expect(await page.locator('form .field:visible').count()).toBeLessThanOrEqual(6);
  await page.locator('form button[type=submit]').click();
  await page.getByText('请核对后提交').waitFor();
  expect(await violationsInBoth(page)).toEqual([]);
  await doStep(page, '提交核实');
  const { pathname } = new URL(page.url());

  const cadre = (await as('cadre')).page;
  await goTo(cadre, '/my-record');
  await cadre.locator('nav.tabs').getByRole('link', { name: '担当作为' }).click();
  await cadre
    .locator('tbody tr', { hasText: '设备利用率提高两成' })
    .getByRole('link', { name: '勇于探索 · 谋改革促发展' })
    .click();
  await cadre.getByText('等待组织部核实').waitFor();

  const hr = (await as('hr')).page;
  await goTo(hr, '/todo');
  await hr.locator(`.todo-list a[href="${pathname}"]`).click();
  await hr.getByText('设备利用率提高两成').waitFor();
  await settled(hr);
  await doStep(hr, '核实属实', '与排课系统记录一致');
  await doStep(hr, '公示');
  expect(await hr.locator('.state-line').innerText()).toContain('公示中');

  const other = (await as('inspector')).page;
  await goTo(other, '/public-notices');
  const notice = other.locator('tbody tr', { hasText: '设备利用率提高两成' });
  await notice.getByRole('link', { name: loginOf('cadre').name }).click();
  await other.getByText('您看到的是公示的内容').waitFor();
  expect(await other.locator('.course').count()).toBe(0);
  expect(await violationsInBoth(other)).toEqual([]);
  await goTo(other, '/public-notices');
  await notice.getByRole('button', { name: /提出异议/u }).click();
  await other.locator('dialog[open] textarea').fill('排课由教务处牵头，可向教务处核对。');
  await other.locator('dialog[open] button[type=submit]').click();
  await notice.waitFor({ state: 'detached' });
  expect(await other.locator('.announcement').innerText()).toContain('异议已提交');

  await goTo(cadre, pathname);
  expect(await cadre.locator('.course').innerText()).toContain('提出人不公开');
  expect(await cadre.locator('main').innerText()).not.toContain(loginOf('inspector').name);
  await goTo(hr, pathname);
  expect(await hr.locator('main').innerText()).toContain('可向教务处核对');
  expect(await hr.locator('.course').innerText()).toContain(loginOf('inspector').name);
  expect(await violationsInBoth(hr)).toEqual([]);
  for (const visitor of visitors.values()) expect(visitor.faults).toEqual([]);
});
