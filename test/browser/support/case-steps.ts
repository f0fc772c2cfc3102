// What the cast of a case does at the browser: steps of a file, naming officers, meetings; each as people do it.
import type { Browser, Locator, Page } from 'playwright-core';
import { DEMO_PASSWORD } from '../../../server/demo/logins.ts';
import type { DemoPerson } from '../../../server/demo/people.ts';
import { settled, signInWith, visit, type Visitor } from './visitor.ts';

export type Typed = Readonly<Record<string, string>>;

/** A step's dialog: fields by name (text, select, radio, tick), then every page of it until it is done. */
export async function fillDialog(page: Page, typed: Typed): Promise<void> {
  const dialog = page.locator('dialog[open]');
  await dialog.waitFor();
  for (const [name, value] of Object.entries(typed)) await fillOne(dialog, name, value);
  const submit = dialog.locator('button[type=submit]');
  await submit.click();
  const refused = dialog.locator('.error-summary');
  const next = await Promise.race([
    dialog.waitFor({ state: 'detached' }).then(() => 'done'),
    dialog
      .locator('dl.told-again')
      .waitFor()
      .then(() => 'checked'),
    refused.waitFor().then(() => 'refused'),
  ]);
  if (next === 'refused') throw new Error(await refused.innerText());
  // What others will see is checked once more.
  if (next === 'checked') await submit.click();
  await dialog.waitFor({ state: 'detached' });
}

async function fillOne(within: Locator, name: string, value: string): Promise<void> {
  const field = within.locator(`[name="${name}"]`);
  const kind = await field.first().evaluate((element) => {
    const { tagName, type } = element as unknown as { tagName: string; type: string };
    return tagName === 'SELECT' ? 'select' : type;
  });
  if (kind === 'select') await field.selectOption(value);
  else if (kind === 'radio' || kind === 'checkbox')
    await within.locator(`[name="${name}"][value="${value}"]`).check();
  else if (kind === 'hidden') await within.locator('input[type=search]').fill(value);
  else await field.fill(value);
}

export function castAt(browser: Browser, url: string) {
  const visitors = new Map<string, Visitor>();
  /** Somebody of the demo at a browser of his own, signed in. */
  async function as({ staffNo }: DemoPerson): Promise<Visitor> {
    const known = visitors.get(staffNo);
    if (known) return known;
    const visitor = await visit(browser, url);
    await signInWith(visitor, staffNo, DEMO_PASSWORD);
    visitors.set(staffNo, visitor);
    return visitor;
  }
  async function open(who: DemoPerson, path: string): Promise<Page> {
    const { page } = await as(who);
    await page.goto(path);
    await settled(page);
    return page;
  }
  /** The page at rest, so that nothing moves under the hand, and the button pressed. */
  async function press(who: DemoPerson, path: string, label: string): Promise<Page> {
    const page = await open(who, path);
    await page.getByRole('button', { name: label, exact: true }).first().click();
    return page;
  }

  /** One step of a file by its button. */
  async function step(who: DemoPerson, path: string, label: string, typed: Typed = {}): Promise<void> {
    await fillDialog(await press(who, path, label), typed);
  }
  /** Officers named one after the other. */
  async function name(
    who: DemoPerson,
    path: string,
    principal: string,
    ...people: DemoPerson[]
  ): Promise<void> {
    const page = await open(who, path);
    for (const { staffNo } of people) {
      await settled(page);
      await page.getByRole('button', { name: '指定承办人', exact: true }).last().click();
      await fillDialog(page, { staffNo, principal, reason: '按分工承办' });
    }
  }
  const sign = (who: DemoPerson, path: string): Promise<void> => step(who, path, '签收');

  /** One meeting on one file: planned and recorded by the head, confirmed by a member. */
  async function meeting(
    head: DemoPerson,
    member: DemoPerson,
    { body, file, decision, typed = {} }: { body: string; file: string; decision: string; typed?: Typed },
  ): Promise<void> {
    const { page } = await as(head);
    await page.goto(`/meetings/new?body=${body}&file=${file}`, { waitUntil: 'commit' });
    // The address names the file: it is chosen already.
    await page.locator('.choices input:checked').first().waitFor();
    await page.getByLabel('会议名称').fill('虚构的会议');
    await page.getByLabel('日期').fill(today());
    await page.getByRole('button', { name: '安排会议' }).click();
    await page.getByRole('heading', { level: 1, name: '虚构的会议' }).waitFor();
    await recordMeeting(page, decision, typed);
    const { pathname } = new URL(page.url());
    const other = await press(member, pathname, '确认记录');
    await other.locator('dialog[open] button[type=submit]').click();
    await other
      .getByText(/决定.*生效/u)
      .first()
      .waitFor();
  }

  const faults = (): string[] => [...visitors.values()].flatMap((visitor) => [...visitor.faults]);
  return { as, open, press, step, name, sign, meeting, faults };
}
export type Cast = ReturnType<typeof castAt>;

async function recordMeeting(page: Page, decision: string, typed: Typed): Promise<void> {
  await page.getByRole('button', { name: '全部到会' }).click();
  const item = page.locator('.item-record').first();
  await item.locator('select').first().selectOption({ label: decision });
  for (const [field, value] of Object.entries(typed))
    await item.locator(`[name$="/decision/data/${field}"]`).fill(value);
  const votes = /到会 (?<present>\d+)\//u.exec(await item.innerText())?.groups?.['present'] ?? '3';
  await item.getByLabel('同意', { exact: true }).fill(votes);
  await page.locator('[name="items/0/reason"]').fill('事实清楚，依据充分');
  await page.getByLabel('纪要').fill('逐项讨论，一致同意。');
  await page.getByRole('button', { name: '提交记录' }).click();
  await page.getByText('由到会的成员确认').waitFor();
}

/** Today at the school. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
