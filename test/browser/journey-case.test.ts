// A complaint in hand, from the record to the panel; and one that is refused, confirmed, reviewed and appealed: every
// step by whoever it takes, in a real browser.
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import {
  appealBody,
  confirmingDeputy,
  headOfPersonnel,
  inspector,
  ordinaryCadre,
  panel,
  personnelOfficer,
  redLineInspector,
  reviewingDeputy,
  secondOfficer,
  supervisor,
  verifyingInspector,
} from '../../server/demo/logins.ts';
import { situations } from '../../scoring/index.ts';
import { violationsOn } from './support/axe.ts';
import { castAt, fillDialog, today } from './support/case-steps.ts';
import { startDemo } from './support/server.ts';
import { atHand, settled } from './support/visitor.ts';

let hand: Awaited<ReturnType<typeof atHand>>;
let cast: ReturnType<typeof castAt>;
beforeAll(async () => {
  hand = await atHand(() => startDemo(inject('filledDemo')));
  cast = castAt(hand.browser, hand.url);
});
afterAll(() => hand.close());

const FILE_BUDGET = { fields: 5, clicks: 2 };
const REPLY_BUDGET = { fields: 2, clicks: 3 };
let record = '';
let exemption = '';

/** A lead by supervision, filed on one page. */
async function fileLead(code: string, summary: string): Promise<string> {
  const visitor = await cast.as(supervisor);
  const { page } = visitor;
  await page.goto('/conduct');
  await settled(page);
  visitor.countAnew();
  await visitor.click(page.locator('a[href="/conduct/new"]').first());
  await page.locator('[name=code]').waitFor();
  await visitor.fill(page.locator('.person-choice input[type=search]'), ordinaryCadre.staffNo);
  await visitor.choose(page.locator('[name=code]'), code);
  await visitor.fill(page.locator('[name=occurredOn]'), today());
  await visitor.choose(page.locator('[name=source]'), 'inspection');
  await visitor.fill(page.locator('[name=summary]'), summary);
  await visitor.click(page.locator('form button[type=submit]'));
  await page.waitForURL(/\/conduct\/file_/u);
  await settled(page);
  expect([visitor.fields <= FILE_BUDGET.fields, visitor.clicks <= FILE_BUDGET.clicks]).toEqual([true, true]);
  return new URL(page.url()).pathname;
}

/** Verified by one, told by another, signed for by the person. */
async function bringToNotice(path: string): Promise<void> {
  await cast.name(headOfPersonnel, path, 'inspector', verifyingInspector);
  await cast.name(headOfPersonnel, path, 'hr', personnelOfficer);
  await cast.step(verifyingInspector, path, '核实属实', {
    'data/severity': 'general',
    'data/severityReason': '影响限于校内',
    'data/responsibility': 'direct',
    'data/responsibilityReason': '直接经办',
    'data/cause': 'afraid',
    'data/causeReason': '顾虑担责',
  });
  await cast.step(personnelOfficer, path, '告知本人');
  await cast.sign(ordinaryCadre, path);
}

test('督查记录一条线索：五个字段、两次点击', async () => {
  record = await fileLead('2.1', '没有认真调查研究，方案反复（虚构）。');
  const { page } = await cast.as(supervisor);
  expect(await page.locator('.state-line').innerText()).toContain('待核实');
  expect(await violationsOn(page)).toEqual([]);
});

test('核实、告知，本人签收前看不到，签收后看到材料和期限', async () => {
  const own = await cast.open(ordinaryCadre, record);
  expect(await own.locator('main').innerText()).toContain('没有找到');
  await bringToNotice(record);
  const page = await cast.open(ordinaryCadre, record);
  expect(await page.locator('.state-line').innerText()).toContain('待陈述申辩');
  expect(await page.locator('.state-line').innerText()).toMatch(/截止.*\d{4}-\d{2}-\d{2}/u);
  expect(await violationsOn(page)).toEqual([]);
});

test('本人从待办陈述申辩：两个字段、三次点击之内', async () => {
  const visitor = await cast.as(ordinaryCadre);
  const { page } = visitor;
  await page.goto('/todo');
  await settled(page);
  visitor.countAnew();
  await visitor.click(page.locator(`.todo-list a[href="${record}"]`).first());
  await settled(page);
  await visitor.click(page.getByRole('button', { name: '提交陈述申辩', exact: true }));
  const dialog = page.locator('dialog[open]');
  await visitor.fill(dialog.locator('[name="data/statement"]'), '当时按会议决定试行，情况属实（虚构）。');
  await visitor.click(dialog.locator('button[type=submit]'));
  await dialog.waitFor({ state: 'detached' });
  await settled(page);
  expect([visitor.fields <= REPLY_BUDGET.fields, visitor.clicks <= REPLY_BUDGET.clicks]).toEqual([
    true,
    true,
  ]);
  expect(await page.locator('.state-line').innerText()).toContain('待认定');
});

/** The applicant's tasks, in any order, and the check page. */
async function applyFor(path: string): Promise<string> {
  const page = await cast.open(ordinaryCadre, path);
  await page.getByRole('button', { name: '申请免责', exact: true }).click();
  await page.locator('dialog[open] button[type=submit]').click();
  await page.waitForURL(/\/exemptions\/file_/u);
  await settled(page);
  const { pathname } = new URL(page.url());
  for (const [task, text] of [
    ['statement', '按党委部署试行新办法，出现偏差后当即报告（虚构）。'],
    ['process', '经党政联席会议决定，作过风险评估（虚构）。'],
  ] as const) {
    await page.goto(`${pathname}?task=${task}`);
    await settled(page);
    await page.locator(`[name=${task}]`).fill(text);
    await page.locator('form button[type=submit]').click();
    await page.locator('.task-list').waitFor();
  }
  await page.goto(`${pathname}?task=situation`);
  await settled(page);
  await page.locator('[name=situation][value="1a"]').check();
  await page.locator('form button[type=submit]').click();
  await page.locator('.task-list').waitFor();
  await page.goto(`${pathname}?task=check`);
  await settled(page);
  expect(await page.locator('main').innerText()).toContain('风险评估');
  expect(await violationsOn(page)).toEqual([]);
  await page.locator('form button[type=submit]').click();
  await expect.poll(() => page.locator('.state-line').innerText()).toContain('待受理');
  return pathname;
}

/** Accepted, investigated by two, shown, answered, proposed, checked for red lines by another inspector. */
async function investigate(path: string, answers: 'all' | 'little', outcome: string): Promise<void> {
  await cast.name(headOfPersonnel, path, 'hr', secondOfficer, personnelOfficer);
  await cast.name(headOfPersonnel, path, 'inspector', inspector, redLineInspector);
  await cast.step(secondOfficer, path, '受理', { reason: '材料齐全' });
  const page = await cast.open(inspector, path);
  const choices = new Map<string, string>([
    ...[
      ['motive', '为公'],
      ['intent', '无意'],
      ['nature', '失误错误'],
      ['withinDisciplineLawPolicy', '是'],
      ['knowingViolation', '否'],
      ['privateGain', '否'],
      ['persistedAfterBan', '否'],
    ].map(([key, option]) => [key!, option!] as const),
    ...situations['1a'].facts.map((fact) => [fact, answers === 'all' ? '已证明' : '未证明'] as const),
  ]);
  for (const [question, option] of choices) {
    const group = page.locator(`[role=radiogroup]:has([name="answers/${question}"])`);
    await group.getByText(option, { exact: true }).click();
    await page.locator(`textarea[name="answers/${question}/reason"]`).fill('有会议记录和材料为证（虚构）');
  }
  await page.getByRole('button', { name: /保存/u }).first().click();
  await page.locator('.notice.ok').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await cast.step(inspector, path, '告知查明的事实', { reason: '事实已查明' });
  const second = await cast.open(personnelOfficer, path);
  await second.getByRole('button', { name: '会签', exact: true }).click();
  await fillDialog(second, {});
  await cast.sign(ordinaryCadre, path);
  await cast.step(ordinaryCadre, path, '对事实陈述意见', { 'data/statement': '事实无异议（虚构）。' });
  await cast.step(inspector, path, '提出认定意见', { 'data/outcome': outcome, reason: '事实清楚' });
  await cast.step(redLineInspector, path, '红线审查', {
    'data/knowingViolation': 'no',
    'data/knowingViolationReason': '未见明知故犯',
    'data/privateGain': 'no',
    'data/privateGainReason': '未见谋取私利',
    'data/persistedAfterBan': 'no',
    'data/persistedAfterBanReason': '没有禁令',
  });
  await cast.name(headOfPersonnel, path, 'panel', ...panel);
}

test('申请免责：任务清单、核对、提交；两人核实，事实告知本人，另一人审查红线', async () => {
  exemption = await applyFor(record);
  expect(await (await cast.open(ordinaryCadre, record)).locator('.state-line').innerText()).toContain(
    '容错认定中',
  );
  await investigate(exemption, 'all', 'exempt');
  const page = await cast.open(panel[0]!, exemption);
  const said = await page.locator('main').innerText();
  for (const part of ['没有认真调查研究', '按会议决定试行', '明知故犯', '谋取私利', '有会议记录和材料为证'])
    expect(said).toContain(part);
  expect(await violationsOn(page)).toEqual([]);
});

test('小组认定免责，送达；记录写明为什么不计分', async () => {
  const file = exemption.split('/').at(-1)!;
  await cast.meeting(headOfPersonnel, panel[0]!, {
    ...{ body: 'panel', file, decision: '认定免责' },
    typed: { correction: '完善论证程序（虚构）', correctBy: '2099-12-31' },
  });
  await cast.step(secondOfficer, exemption, '送达认定书');
  const page = await cast.open(ordinaryCadre, exemption);
  expect(await page.locator('.state-line').innerText()).toContain('免责');
  const own = await cast.open(ordinaryCadre, record);
  const said = await own.locator('main').innerText();
  expect(said).toContain('免责');
  expect(said).toContain('不计分');
  expect(await violationsOn(own)).toEqual([]);
});

test('另一条：不予免责、认定、复核维持、申诉维持，终局计分', async () => {
  const path = await fileLead('2.4', '重大问题没有如实报告（虚构）。');
  await bringToNotice(path);
  const claim = await applyFor(path);
  await investigate(claim, 'little', 'refused');
  await cast.meeting(headOfPersonnel, panel[0]!, {
    ...{ body: 'panel', file: claim.split('/').at(-1)!, decision: '认定不予免责' },
  });
  await cast.step(secondOfficer, claim, '送达认定书');
  await cast.sign(ordinaryCadre, claim);
  await cast.step(ordinaryCadre, claim, '提出申诉', {
    'data/grounds': '认定偏重（虚构）。',
    'data/wanted': 'mitigated',
  });
  await cast.name(headOfPersonnel, claim, 'appeal_body', ...appealBody);
  await cast.meeting(headOfPersonnel, appealBody[0]!, {
    ...{ body: 'appeal_body', file: claim.split('/').at(-1)!, decision: '申诉：维持' },
  });
  await cast.name(headOfPersonnel, path, 'hr_head', confirmingDeputy, reviewingDeputy);
  await cast.step(confirmingDeputy, path, '予以认定', { reason: '事实清楚，责任明确' });
  await cast.sign(ordinaryCadre, path);
  await cast.step(ordinaryCadre, path, '申请复核', {
    'data/grounds': '请再核实（虚构）。',
    'data/wanted': 'revoke',
  });
  await cast.step(reviewingDeputy, path, '复核维持', { reason: '认定正确' });
  await cast.sign(ordinaryCadre, path);
  await cast.step(ordinaryCadre, path, '提出申诉', {
    'data/grounds': '仍有异议（虚构）。',
    'data/wanted': 'lighten',
  });
  await cast.name(headOfPersonnel, path, 'appeal_body', ...appealBody);
  await cast.meeting(headOfPersonnel, appealBody[0]!, {
    ...{ body: 'appeal_body', file: path.split('/').at(-1)!, decision: '申诉：维持' },
  });
  const page = await cast.open(ordinaryCadre, path);
  expect(await page.locator('.state-line').innerText()).toContain('已生效');
  // The course names every step and who did it.
  const course = await page.locator('.course').innerText();
  for (const part of ['核实属实', '告知本人', '容错认定：不予免责', '予以认定', '复核维持', '申诉：维持'])
    expect(course).toContain(part);
  expect(await violationsOn(page)).toEqual([]);
  expect(cast.faults()).toEqual([]);
});
