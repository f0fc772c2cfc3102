// A record that is not exempt: confirmed, kept on review and on appeal, counted, its year archived; then found wrong,
// cleared, and the year computed anew. Every step by whoever it takes, in a real browser.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  appealBody,
  board,
  confirmingDeputy,
  headOfPersonnel,
  ordinaryCadre,
  panel,
  personnelOfficer,
  reviewingDeputy,
  secondOfficer,
} from '../../server/demo/logins.ts';
import { violationsOn } from './support/axe.ts';
import { idIn, pathOf, saidOn, stateOf } from './support/case-path.ts';
import { castAt, fillDialog } from './support/case-steps.ts';
import { YEAR } from './support/school-files.ts';
import { startDemo } from './support/server.ts';
import { atHand, settled } from './support/visitor.ts';
import { yearOf } from './support/year-steps.ts';

let hand: Awaited<ReturnType<typeof atHand>>;
let cast: ReturnType<typeof castAt>;
let path: ReturnType<typeof pathOf>;
let year: ReturnType<typeof yearOf>;
let totalBefore = 0;
beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
  cast = castAt(hand.browser, hand.url);
  path = pathOf(cast);
  year = yearOf(cast);
  totalBefore = await year.ownTotal();
});
afterAll(() => hand.close());

let record = '';

/** A meeting of the appeal body on one file. */
const hear = (file: string, decision: string) =>
  cast.meeting(headOfPersonnel, appealBody[0]!, { body: 'appeal_body', file: idIn(file), decision });
/** The record as the person concerned sees it. */
const ownRecord = () => cast.open(ordinaryCadre, record);

test('不予免责，申诉维持', async () => {
  record = await path.fileLead('2.4', '重大问题没有如实报告（虚构）。');
  await path.bringToNotice(record);
  const claim = await path.applyFor(record);
  await path.investigate(claim, '未证明', 'refused');
  const decided = { body: 'panel', file: idIn(claim), decision: '认定不予免责' };
  await cast.meeting(headOfPersonnel, panel[0]!, decided);
  await cast.step(secondOfficer, claim, '送达认定书');
  await cast.sign(ordinaryCadre, claim);
  await cast.step(ordinaryCadre, claim, '提出申诉', {
    'data/grounds': '认定偏重（虚构）。',
    'data/wanted': 'mitigated',
  });
  await cast.name(headOfPersonnel, claim, 'appeal_body', ...appealBody);
  await hear(claim, '申诉：维持');
  expect(await stateOf(await ownRecord())).toContain('容错已有结论，待认定');
});

test('认定、复核维持、申诉维持，生效；过程写明每一步', async () => {
  await cast.name(headOfPersonnel, record, 'hr_head', confirmingDeputy, reviewingDeputy);
  await cast.step(confirmingDeputy, record, '予以认定', { reason: '事实清楚，责任明确' });
  await cast.sign(ordinaryCadre, record);
  await cast.step(ordinaryCadre, record, '申请复核', {
    'data/grounds': '请再核实（虚构）。',
    'data/wanted': 'revoke',
  });
  await cast.step(reviewingDeputy, record, '复核维持', { reason: '认定正确' });
  await cast.sign(ordinaryCadre, record);
  await cast.step(ordinaryCadre, record, '提出申诉', {
    'data/grounds': '仍有异议（虚构）。',
    'data/wanted': 'lighten',
  });
  await cast.name(headOfPersonnel, record, 'appeal_body', ...appealBody);
  await hear(record, '申诉：维持');
  const page = await ownRecord();
  expect(await stateOf(page)).toContain('已生效');
  const course = await page.locator('.course').innerText();
  for (const part of ['核实属实', '告知本人', '容错认定：不予免责', '予以认定', '复核维持', '申诉：维持'])
    expect(course).toContain(part);
  expect(await violationsOn(page)).toEqual([]);
});

test('测算：计分；定同分，归档', async () => {
  expect(await year.ownTotal()).toBe(totalBefore);
  await year.compute();
  expect(await year.ownTotal()).toBeLessThan(totalBefore);
  await year.decideTies();
  const page = await cast.press(personnelOfficer, `/years/${YEAR}`, '归档');
  await page.locator('dialog[open] textarea').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await fillDialog(page, { reason: '本年度考核工作结束（虚构）' });
  await page.getByText(/本年度已于 .*归档，结果不再变动/u).waitFor();
  await settled(page);
  expect(await page.getByRole('button', { name: '测算拟定等次' }).count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
});

test('申诉处理组织纠正错误认定：记录撤销，本人收到澄清通知和澄清书', async () => {
  await hear(record, '纠正错误认定');
  const { page } = await cast.as(ordinaryCadre);
  await page.goto('/inbox');
  await page.locator(`a[href="${record}"]`).first().click();
  await page.waitForURL(`**${record}`);
  await page.getByRole('button', { name: '签收', exact: true }).click();
  await fillDialog(page, {});
  await settled(page);
  expect(await stateOf(page)).toContain('已撤销');
  expect(await saidOn(page)).toContain('目前不计分：已经撤销');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: /澄清书/u }).click();
  expect((await download).suggestedFilename()).toMatch(/澄清书.*\.docx$/u);
  expect(await violationsOn(page)).toEqual([]);
  // An archived year stands until a meeting reopens it.
  expect(await year.ownTotal()).toBeLessThan(totalBefore);
});

test('党委会决定重开；重新测算，总分里没有了这一条', async () => {
  const todo = await cast.open(headOfPersonnel, '/todo');
  const link = todo.getByRole('link', { name: `可提请重开 ${YEAR} 年度` });
  const file = new URL((await link.getAttribute('href'))!, hand.url).searchParams.get('file')!;
  await cast.meeting(headOfPersonnel, board[0]!, { body: 'board', file, decision: '重开' });
  const page = await cast.open(personnelOfficer, `/years/${YEAR}`);
  expect(await saidOn(page)).toMatch(/本年度经 .*党委会会议决定重开/u);
  expect(await violationsOn(page)).toEqual([]);
  await year.compute();
  expect(await year.ownTotal()).toBe(totalBefore);
  const own = await ownRecord();
  expect(await violationsOn(own)).toEqual([]);
  expect(cast.faults()).toEqual([]);
});
