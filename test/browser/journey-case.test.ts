// A complaint in hand, from the record to the panel: every step by whoever it takes, in a real browser. The matter is
// exempt, and the year counts nothing for it. What is not exempt is told in journey-overturned.test.ts.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  headOfPersonnel,
  ordinaryCadre,
  panel,
  personnelOfficer,
  secondOfficer,
  supervisor,
} from '../../server/demo/logins.ts';
import { violationsOn } from './support/axe.ts';
import { idIn, pathOf, saidOn, stateOf, untilIn } from './support/case-path.ts';
import { castAt } from './support/case-steps.ts';
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

const REPLY_BUDGET = { fields: 2, clicks: 3 };
const WHAT = '没有认真调查研究，方案反复（虚构）。';
let record = '';
let claim = '';

test('督查记录一条线索：五个字段、两次点击', async () => {
  record = await path.fileLead('2.1', WHAT);
  const { page } = await cast.as(supervisor);
  expect(await stateOf(page)).toContain('待核实');
  expect(await violationsOn(page)).toEqual([]);
});

test('核实、告知，本人签收前看不到，签收后看到材料和期限', async () => {
  const before = await cast.open(ordinaryCadre, record);
  expect(await saidOn(before)).toContain('没有找到');
  await path.bringToNotice(record);
  const page = await cast.open(ordinaryCadre, record);
  expect(await stateOf(page)).toContain('待陈述申辩');
  expect(await stateOf(page)).toMatch(/截止.*\d{4}-\d{2}-\d{2}/u);
  expect(await violationsOn(page)).toEqual([]);
});

test('本人从待办陈述申辩：两个字段、三次点击之内', async () => {
  const visitor = await cast.as(ordinaryCadre);
  const { page } = visitor;
  await page.goto('/todo');
  await settled(page);
  visitor.countAnew();
  await visitor.click(page.locator(`.todo-list a[href="${record}"]`).first());
  await visitor.click(page.getByRole('button', { name: '提交陈述申辩', exact: true }));
  const dialog = page.locator('dialog[open]');
  await visitor.fill(dialog.locator('[name="data/statement"]'), '当时按会议决定试行，情况属实（虚构）。');
  await visitor.click(dialog.locator('button[type=submit]'));
  await dialog.waitFor({ state: 'detached' });
  expect(visitor.fields).toBeLessThanOrEqual(REPLY_BUDGET.fields);
  expect(visitor.clicks).toBeLessThanOrEqual(REPLY_BUDGET.clicks);
  await untilIn(page, '待认定');
});

test('申请免责：任务清单、核对、提交；两人核实，事实告知本人，另一人审查红线', async () => {
  claim = await path.applyFor(record);
  expect(await stateOf(await cast.open(ordinaryCadre, record))).toContain('容错认定中');
  await path.investigate(claim, '已证明', 'exempt');
  // A member finds it among what there is to do, with whose it is.
  const todo = await cast.open(panel[0]!, '/todo');
  const reading = todo.locator('.todo-list li').filter({ has: todo.locator(`a[href="${claim}"]`) });
  expect(await reading.innerText()).toContain(ordinaryCadre.name);
  await reading.locator('a').click();
  await todo.waitForURL(`**${claim}`);
  const { page } = await cast.as(panel[0]!);
  // The page before stays until the next one is there.
  await page.locator('.pairs').waitFor();
  await settled(page);
  const said = await saidOn(page);
  for (const part of ['没有认真调查研究', '按会议决定试行', '明知故犯', '谋取私利', '有会议记录和材料为证'])
    expect(said).toContain(part);
  expect(await violationsOn(page)).toEqual([]);
});

test('小组认定免责，送达；记录写明为什么不计分', async () => {
  await cast.meeting(headOfPersonnel, panel[0]!, {
    ...{ body: 'panel', file: idIn(claim), decision: '认定免责' },
    typed: { correction: '完善论证程序（虚构）', correctBy: '2099-12-31' },
  });
  await cast.step(secondOfficer, claim, '送达认定书');
  expect(await stateOf(await cast.open(ordinaryCadre, claim))).toContain('免责');
  const own = await cast.open(ordinaryCadre, record);
  expect(await stateOf(own)).toContain('免责');
  const said = await saidOn(own);
  for (const part of ['目前不计分', '容错认定为免责']) expect(said).toContain(part);
  expect(await violationsOn(own)).toEqual([]);
});

test('重新测算：总分不变；得分由来列出这一条，零分，写明理由和记录', async () => {
  await year.compute();
  expect(await year.ownTotal()).toBe(totalBefore);
  const { page } = await cast.as(ordinaryCadre);
  const line = page.locator('table.origin tbody tr').filter({ hasText: '（2.1）' });
  expect(await line.innerText()).toContain('容错免责');
  expect(await line.locator('td.number').innerText()).toMatch(/^0\.00/u);
  await line.locator('td.number .figure').click();
  const told = page.locator('dialog[open] .reason');
  expect(await told.innerText()).toContain(WHAT);
  expect(await told.locator(`a[href="${record}"]`).count()).toBe(1);
  expect(await violationsOn(page)).toEqual([]);

  const ledger = await cast.open(personnelOfficer, `/ledger?year=${YEAR}`);
  expect(await violationsOn(ledger)).toEqual([]);
  expect(cast.faults()).toEqual([]);
});
