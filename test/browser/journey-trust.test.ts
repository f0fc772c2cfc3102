// A cadre declares kin, HR stands back from that moment and checks; who looked and what was exported is told.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { personnelOfficer } from '../../server/demo/logins.ts';
import { idOf } from './support/people.ts';
import { startDemo } from './support/server.ts';
import { atHand, loginOf, settled, signIn, type Visitor } from './support/visitor.ts';

let hand: Awaited<ReturnType<typeof atHand>>;
let cadre: Visitor;
let hr: Visitor;
let head: Visitor;
const own = loginOf('cadre');

beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
  cadre = await signIn(hand.browser, hand.url, 'cadre');
  hr = await signIn(hand.browser, hand.url, 'hr');
  head = await signIn(hand.browser, hand.url, 'hr_head');
});
afterAll(() => hand.close());

test('谁看过我的档案：HR 打开以后，本人看得到是谁', async () => {
  await hr.page.goto(`/roster/${await idOf(hr.page, own.staffNo)}`);
  await settled(hr.page);
  await cadre.page.goto('/my-record/readers');
  await settled(cadre.page);
  expect(await cadre.page.locator('main').innerText()).toContain(personnelOfficer.name);
});

test('导出：写用途，50 人以上等放行，放行后下载', async () => {
  await hr.page.goto('/roster');
  await hr.page.getByRole('button', { name: '导出…' }).click();
  await hr.page.locator('dialog textarea').fill('编制会议材料');
  await hr.page.locator('dialog button[type=submit]').click();
  await hr.page.getByRole('cell', { name: '待放行' }).waitFor();
  await head.page.goto('/exports');
  await head.page.getByRole('button', { name: '放行', exact: true }).click();
  await head.page.locator('dialog textarea').fill('会议需要');
  await head.page.locator('dialog button[type=submit]').click();
  await head.page.getByText('没有待放行的导出').waitFor();
  await hr.page.goto('/exports');
  const [download] = await Promise.all([
    hr.page.waitForEvent('download'),
    hr.page.getByRole('link', { name: '下载' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^干部名册-.*\.xlsx$/u);
});

test('申报亲属即时生效：HR 本人打不开，也不能核实', async () => {
  const { page } = cadre;
  await page.goto('/my-record/relations');
  await page.getByRole('button', { name: '申报关系' }).click();
  await page.locator('dialog input[name=staffNo]').fill(personnelOfficer.staffNo);
  await page.locator('dialog input[name=name]').fill(personnelOfficer.name);
  await page.locator('dialog input[name=detail]').fill('夫妻');
  await page.locator('dialog button[type=submit]').click();
  await page.getByText('已申报，待核实').waitFor();
  const ownId = await idOf(head.page, own.staffNo);
  await hr.page.goto(`/roster/${ownId}`);
  await hr.page.getByText('须由他人办理').first().waitFor();
  await hr.page.goto('/relations');
  await hr.page.getByText('您是一方，须由他人决定').waitFor();
  for (const { faults } of [cadre, hr, head]) expect(faults).toEqual([]);
});
