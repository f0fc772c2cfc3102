// From an empty database to a decided tie and a person's reasons, every step on the real screens.
import { spawnSync } from 'node:child_process';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headOfPersonnel, personnelOfficer } from '../../server/demo/logins.ts';
import type { DemoPerson } from '../../server/demo/people.ts';
import { setUpFactor } from './support/authenticator.ts';
import { BUDGETS, overBudget } from './support/budgets.ts';
import { conduct, figures, roster, type Spoiled, spoiledRoster, YEAR } from './support/school-files.ts';
import { CLI, environmentIn, type RunningServer, startEmpty } from './support/server.ts';
import {
  atHand,
  type HandedIn,
  handInFile,
  settled,
  signInWith,
  visit,
  type Visitor,
} from './support/visitor.ts';

const OWN_PASSWORD = 'four words make one';

interface OneTime {
  readonly role: string;
  readonly staffNo: string;
  readonly password: string;
}

let hand: Awaited<ReturnType<typeof atHand>> & { server: RunningServer };
let admins: readonly OneTime[] = [];
const here: Record<'sysadmin' | 'secadmin' | 'head' | 'hr', Visitor> = Object.create(null);

beforeAll(async () => {
  hand = (await atHand(startEmpty)) as typeof hand;
  const env = environmentIn(hand.server.folder);
  const created = spawnSync(process.execPath, [CLI, 'create-admins'], { env, encoding: 'utf8' });
  admins = JSON.parse(created.stdout) as OneTime[];
});
afterAll(() => hand.close());

const arrive = () => visit(hand.browser, hand.url);

/** The first sign-in of an admin leads to an own password and to a second factor. */
async function takeOffice(role: 'sysadmin' | 'secadmin'): Promise<void> {
  const { staffNo, password } = admins.find((admin) => admin.role === role)!;
  const visitor = await arrive();
  const { page } = visitor;
  await signInWith(visitor, staffNo, password);
  await page.waitForURL('**/password');
  await page.locator('input[name=current]').fill(password);
  await page.locator('input[name=next]').fill(OWN_PASSWORD);
  await page.locator('input[name=repeated]').fill(OWN_PASSWORD);
  await page.locator('form button[type=submit]').click();
  await setUpFactor(visitor, OWN_PASSWORD);
  await page.waitForURL('**/todo');
  here[role] = visitor;
}

/** Sets a password with the slip, and signs in with it. */
async function activate({ staffNo, citizenId }: DemoPerson, code: string): Promise<Visitor> {
  const visitor = await arrive();
  const { page } = visitor;
  await page.goto('/activation');
  await page.locator('input[name=staffNo]').fill(staffNo);
  await page.locator('input[name=slipCode]').fill(code);
  await page.locator('input[name=citizenIdLast4]').fill(citizenId.slice(-4));
  await page.locator('input[name=password]').fill(OWN_PASSWORD);
  await page.locator('input[name=repeated]').fill(OWN_PASSWORD);
  await page.locator('form button[type=submit]').click();
  await page.getByText('账号已激活').waitFor();
  await signInWith(visitor, staffNo, OWN_PASSWORD);
  await setUpFactor(visitor, OWN_PASSWORD);
  await page.waitForURL('**/todo');
  return visitor;
}

const slipCode = ({ page }: Visitor): Promise<string> => page.locator('.slip-code').first().innerText();

test('three admins are created once, and set their own passwords and second factors at the first sign-in', async () => {
  expect(admins.map(({ role }) => role).sort()).toEqual(['auditadmin', 'secadmin', 'sysadmin']);
  expect(new Set(admins.map(({ password }) => password)).size).toBe(3);
  await Promise.all([takeOffice('sysadmin'), takeOffice('secadmin')]);
});

test('accounts by staff number, the first head of HR, a proposal granted, slips', async () => {
  const { page: system } = here.sysadmin;
  await system.goto('/accounts');
  await system.getByRole('button', { name: '建立账号' }).click();
  await system.locator('dialog textarea').fill(`${headOfPersonnel.staffNo}\n${personnelOfficer.staffNo}`);
  await system.getByRole('button', { name: '建立这些账号' }).click();
  await system.getByText('建立了 2 个账号').waitFor();

  const { page: security } = here.secadmin;
  await security.goto('/accounts');
  await security.locator('input[name=staffNo]').fill(headOfPersonnel.staffNo);
  await security.locator('textarea[name=reason]').fill('首任组织部负责人');
  await security.getByRole('button', { name: '授权为组织部负责人' }).click();
  here.head = await activate(headOfPersonnel, await slipCode(here.secadmin));

  const { page: head } = here.head;
  await head.getByRole('link', { name: '提名组织部工作人员' }).click();
  await head.locator('textarea[name=staffNos]').fill(personnelOfficer.staffNo);
  await head.locator('select[name=role]').selectOption('hr');
  await head.getByRole('button', { name: '加入提名' }).click();
  await head.locator('textarea[name=reason]').fill('干部科分工');
  await head.getByRole('button', { name: /提交这 1 人的提名/u }).click();
  await head.getByText('提名已提交').waitFor();

  await security.goto('/accounts');
  await expect.poll(() => security.getByText('授权首位组织部负责人').count()).toBe(0);
  await security.getByRole('button', { name: '批准', exact: true }).click();
  await security.locator('dialog textarea').fill('与分工文件一致');
  await security.getByRole('button', { name: '批准，1 人取得角色' }).click();
  await security.getByText('没有等您决定的提名').waitFor();

  await head.goto('/accounts/slips');
  await head.getByRole('button', { name: /生成激活单/u }).click();
  here.hr = await activate(personnelOfficer, await slipCode(here.head));
});

const SPOILED: readonly Spoiled[] = [
  { sheet: '干部', row: 7, header: '身份证号', value: '440000197001019999' },
  { sheet: '干部', row: 12, header: '职级', value: '正处极' },
  { sheet: '岗位', row: 5, header: '单位编码', value: '987' },
];

/** Chooses the file of a kind and waits for what the dry run says. */
async function tryFile({ page }: Visitor, kind: string, file: HandedIn) {
  await page.goto(`/imports/${kind}`);
  await handInFile(page, file);
  await page.getByText(`试读结果：${file.name}`).waitFor();
}

test('a roster with errors names them by row and column and writes nothing; the right one goes in', async () => {
  const { page } = here.hr;
  await tryFile(here.hr, 'roster', await spoiledRoster(SPOILED));
  const rows = page.locator('table.problem-table tbody tr');
  expect(await rows.count()).toBe(SPOILED.length);
  for (const { sheet, row, header, value } of SPOILED) {
    const line = rows.filter({ hasText: value });
    const cells = await line.locator('td').allInnerTexts();
    expect(cells.slice(0, 2)).toEqual([sheet, String(row)]);
    expect(cells[2]).toContain(header);
    expect(cells[5]).not.toBe('');
  }
  const marked = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载标出错误的文件' }).click();
  expect((await marked).suggestedFilename()).toBe('干部名册（有错）（已标出错误）.xlsx');
  await page.goto('/roster');
  await page.getByText('名册里还没有人').waitFor();

  await page.goto('/');
  const { name, bytes } = await roster();
  await page.getByRole('link', { name: '导入干部名册' }).click();
  await handInFile(page, { name, bytes });
  await page.getByRole('button', { name: /^导入/u }).click();
  await page.getByText(`已导入：${name}`).waitFor();
  await page.goto('/roster');
  await page.getByText('共 500 人').first().waitFor();
});

test('a year is opened with three fields from what there is to do', async () => {
  const { page } = here.hr;
  await page.goto('/');
  here.hr.countAnew();
  await here.hr.click(page.getByRole('link', { name: '开启年度考核' }));
  await here.hr.fill(page.locator('input[name=year]'), String(YEAR));
  await here.hr.fill(page.locator('input[name=asOf]'), `${YEAR}-12-31`);
  await here.hr.choose(page.locator('select[name=vocabulary]'), 'publicInstitution');
  await here.hr.click(page.getByRole('button', { name: '核对' }));
  await here.hr.click(page.getByRole('button', { name: `开启 ${YEAR} 年度` }));
  await page.waitForURL(`**/years/${YEAR}`);
  expect(overBudget(here.hr, BUDGETS.openYear)).toEqual([]);
  await page.getByText('共 500 人').first().waitFor();
});

test('figures and conduct wait for a second person; past findings of inaction also for those concerned', async () => {
  const { page: hr } = here.hr;
  const { page: head } = here.head;
  for (const [kind, file] of [
    ['figures', await figures()],
    ['conduct', await conduct()],
  ] as const) {
    await tryFile(here.hr, kind, file);
    const toBeTold = /其中 \d+ 条以前的不为认定将逐条告知本人/u;
    expect(await hr.getByText(toBeTold).count()).toBe(kind === 'conduct' ? 1 : 0);
    await hr.getByRole('button', { name: /^导入/u }).click();
    await hr.locator('.batch-table').getByText('待确认').first().waitFor();
    expect(await hr.getByRole('button', { name: '确认', exact: true }).count()).toBe(0);
    await head.goto('/');
    await head.locator(`.todo-list a[href="/imports/${kind}"]`).click();
    await head.getByRole('button', { name: '确认', exact: true }).click();
    expect(toBeTold.test(await head.locator('dialog').innerText())).toBe(kind === 'conduct');
    await head.locator('dialog textarea').fill('与原件核对无误');
    await head.locator('dialog button[type=submit]').click();
    await head.locator('.batch-table').getByText('已确认').first().waitFor();
  }
});

test('the evaluation runs with progress; hr_head decides a tie with a reason', async () => {
  const { page: hr } = here.hr;
  await hr.goto(`/years/${YEAR}`);
  await hr.getByRole('button', { name: '测算拟定等次' }).click();
  await hr.getByRole('button', { name: '开始测算' }).click();
  await hr.locator('.progress progress').waitFor();
  await hr.getByText('测算完成').waitFor();
  await hr.goto(`/years/${YEAR}/quota`);
  await hr.locator('table.quota').waitFor();
  expect(await hr.getByRole('button', { name: '决定同分名额' }).count()).toBe(0);

  const { page: head } = here.head;
  await head.goto('/');
  await head.getByRole('link', { name: '决定并列人选' }).click();
  await head.getByRole('button', { name: '决定同分名额' }).first().click();
  const dialog = head.locator('dialog[open]');
  await dialog.locator('button[type=submit]').click();
  await dialog.locator('.error-summary').getByText('请至少选定一人').waitFor();
  const chosen = await dialog.locator('.choices label').first().innerText();
  await dialog.locator('.choices input').first().check();
  await dialog.locator('textarea').fill('按近三年实绩研究确定');
  await dialog.locator('button[type=submit]').click();
  await head.getByText('测算完成').waitFor();
  const decided = head.locator('.tied-list li').filter({ hasText: '优秀' });
  await decided.first().waitFor();
  expect(chosen).toContain(await decided.first().locator('a').innerText());
  await head.getByText('按近三年实绩研究确定').waitFor();
});

/** `−1.50` → −1.5 */
const numberIn = (text: string): number => Number(/[+−\d.]+/u.exec(text)![0].replace('−', '-'));

test('the page of a person explains every point', async () => {
  const { page } = here.hr;
  await page.goto(`/years/${YEAR}`);
  const rows = page.locator('table.results tbody tr');
  await rows.first().waitFor();
  // Nobody has been told of the past findings yet, so none of them counts.
  expect(await rows.locator('.inaction-ink', { hasText: '−' }).count()).toBe(0);
  const withRecords = rows.filter({ has: page.locator('.initiative-ink', { hasText: '+' }) });
  await withRecords.first().locator('a.name').click();
  const table = page.locator('table.origin');
  await table.waitFor();
  await settled(page);
  const points = await table.locator('tbody td.number .figure').allInnerTexts();
  const total = numberIn(await table.locator('tfoot td.number .figure').innerText());
  expect(points.length).toBeGreaterThan(1);
  const sum = points.reduce((before, text) => before + Math.round(numberIn(text) * 100), 0);
  expect(sum).toBe(Math.round(total * 100));

  const lines = table.locator('tbody tr');
  for (let at = 1; at < (await lines.count()); at += 1) {
    await lines.nth(at).locator('td.number .figure').click();
    const panel = page.locator('dialog[open] .reason');
    await panel.waitFor();
    const told = await panel.innerText();
    for (const heading of ['依据条款', '参数', '证据']) expect(told).toContain(heading);
    expect(await panel.locator('.parameters .tag').count()).toBeGreaterThan(0);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  }
  for (const { faults } of Object.values(here)) expect(faults).toEqual([]);
});
