// The stretches that the two journeys of a case share: filed, told, an exemption asked for and investigated.
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { situations } from '../../../scoring/index.ts';
import {
  headOfPersonnel,
  inspector,
  ordinaryCadre,
  panel,
  personnelOfficer,
  redLineInspector,
  secondOfficer,
  supervisor,
  verifyingInspector,
} from '../../../server/demo/logins.ts';
import { violationsOn } from './axe.ts';
import type { Cast } from './case-steps.ts';
import { settled } from './visitor.ts';

/** A day in the demo's last year, which is not archived yet. */
export const HAPPENED_ON = '2026-09-21';
const FILE_BUDGET = { fields: 5, clicks: 2 };

const textOf = (page: Page, of: string): Promise<string> => page.locator(of).innerText();
/** Where a file stands, in its own words. */
export const stateOf = (page: Page): Promise<string> => textOf(page, '.state-line');
/** Once the page says that it stands there. */
export const untilIn = (page: Page, state: string): Promise<void> =>
  page.locator('.state-line', { hasText: state }).waitFor();
export const saidOn = (page: Page): Promise<string> => textOf(page, 'main');
export const idIn = (path: string): string => path.split('/').at(-1)!;

export function pathOf(cast: Cast) {
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
    await visitor.fill(page.locator('[name=occurredOn]'), HAPPENED_ON);
    await visitor.choose(page.locator('[name=source]'), 'inspection');
    await visitor.fill(page.locator('[name=summary]'), summary);
    await visitor.click(page.locator('form button[type=submit]'));
    await page.waitForURL(/\/conduct\/file_/u);
    await settled(page);
    expect(visitor.fields).toBeLessThanOrEqual(FILE_BUDGET.fields);
    expect(visitor.clicks).toBeLessThanOrEqual(FILE_BUDGET.clicks);
    return new URL(page.url()).pathname;
  }

  /** Verified by one, told by another, signed for by the person. */
  async function bringToNotice(record: string): Promise<void> {
    await cast.name(headOfPersonnel, record, 'inspector', verifyingInspector);
    await cast.name(headOfPersonnel, record, 'hr', personnelOfficer);
    await cast.step(verifyingInspector, record, '核实属实', {
      'data/severity': 'general',
      'data/severityReason': '影响限于校内',
      'data/responsibility': 'direct',
      'data/responsibilityReason': '直接经办',
      'data/cause': 'afraid',
      'data/causeReason': '顾虑担责',
    });
    await cast.step(personnelOfficer, record, '告知本人');
    await cast.sign(ordinaryCadre, record);
  }

  /** The applicant's tasks, in any order, and the check page. */
  async function applyFor(record: string): Promise<string> {
    const page = await cast.press(ordinaryCadre, record, '申请免责');
    await page.locator('dialog[open] button[type=submit]').click();
    await page.waitForURL(/\/exemptions\/file_/u);
    const { pathname } = new URL(page.url());
    const task = async (name: string, fill: () => Promise<void>) => {
      await page.goto(`${pathname}?task=${name}`);
      await fill();
      await page.locator('form button[type=submit]').click();
      await page.locator('.task-list').waitFor();
    };
    await task('statement', () =>
      page.locator('[name=statement]').fill('按党委部署试行新办法，出现偏差后当即报告（虚构）。'),
    );
    await task('process', () =>
      page.locator('[name=process]').fill('经党政联席会议决定，作过风险评估（虚构）。'),
    );
    await task('situation', () => page.locator('[name=situation][value="1a"]').check());
    await page.goto(`${pathname}?task=check`);
    await settled(page);
    expect(await saidOn(page)).toContain('风险评估');
    expect(await violationsOn(page)).toEqual([]);
    await page.locator('form button[type=submit]').click();
    await untilIn(page, '待受理');
    return pathname;
  }

  /** Accepted, investigated by two, shown, answered, proposed, checked for red lines by another inspector. */
  async function investigate(claim: string, facts: '已证明' | '未证明', outcome: string): Promise<void> {
    await cast.name(headOfPersonnel, claim, 'hr', secondOfficer, personnelOfficer);
    await cast.name(headOfPersonnel, claim, 'inspector', inspector, redLineInspector);
    await cast.step(secondOfficer, claim, '受理', { reason: '材料齐全' });
    await writeFindings(await cast.open(inspector, claim), facts);
    await cast.step(inspector, claim, '告知查明的事实', { reason: '事实已查明' });
    await cast.step(personnelOfficer, claim, '会签');
    await cast.sign(ordinaryCadre, claim);
    await cast.step(ordinaryCadre, claim, '对事实陈述意见', { 'data/statement': '事实无异议（虚构）。' });
    await cast.step(inspector, claim, '提出认定意见', { 'data/outcome': outcome, reason: '事实清楚' });
    await cast.step(redLineInspector, claim, '红线审查', {
      'data/knowingViolation': 'no',
      'data/knowingViolationReason': '未见明知故犯',
      'data/privateGain': 'no',
      'data/privateGainReason': '未见谋取私利',
      'data/persistedAfterBan': 'no',
      'data/persistedAfterBanReason': '没有禁令',
    });
    await cast.name(headOfPersonnel, claim, 'panel', ...panel);
  }
  return { fileLead, bringToNotice, applyFor, investigate };
}

async function writeFindings(page: Page, facts: '已证明' | '未证明'): Promise<void> {
  const answers = new Map<string, string>([
    ['motive', '为公'],
    ['intent', '无意'],
    ['nature', '失误错误'],
    ['withinDisciplineLawPolicy', '是'],
    ['knowingViolation', '否'],
    ['privateGain', '否'],
    ['persistedAfterBan', '否'],
    ...situations['1a'].facts.map((fact) => [fact, facts] as const),
  ]);
  for (const [question, option] of answers) {
    const group = page.locator(`[role=radiogroup]:has([name="answers/${question}"])`);
    await group.getByText(option, { exact: true }).click();
    await page.locator(`textarea[name="answers/${question}/reason"]`).fill('有会议记录和材料为证（虚构）');
  }
  await page.getByRole('button', { name: /保存/u }).first().click();
  await page.locator('.notice.ok').waitFor();
  expect(await violationsOn(page)).toEqual([]);
}
