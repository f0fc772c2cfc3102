// The pages of exemption: the list, the draft as a list of tasks, the case as the panel and the office read it.
import type { Page } from 'playwright-core';
import type { Sight } from './pages.ts';
import { settled } from './visitor.ts';

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();

/** A page that says that there is nothing is not what was to be looked at. */
const shows = (selector: string) => (page: Page) => page.locator(selector).waitFor();

/** The first of those that whoever looks may see in a state. */
async function caseIn(page: Page, state: string): Promise<string> {
  const answer = await page.request.get(`/api/exemptions?state=${state}`);
  const { items } = (await answer.json()) as { items: { id: string }[] };
  return `/exemptions/${items[0]!.id}`;
}
const inState = (state: string) => (page: Page) => caseIn(page, state);

/** The cadre's own application: found, or begun from the record that he was told of. */
async function draft(page: Page): Promise<string> {
  const drafts = await page.request.get('/api/exemptions?state=draft');
  const { items } = (await drafts.json()) as { items: { id: string }[] };
  if (items[0]) return `/exemptions/${items[0].id}`;
  const told = await page.request.get('/api/conduct/inactions?state=notified');
  const [record] = ((await told.json()) as { items: { id: string }[] }).items;
  await page.goto(`/conduct/${record!.id}`);
  await settled(page);
  await press('申请免责')(page);
  await page.locator('dialog[open] button[type=submit]').click();
  await page.waitForURL(/\/exemptions\/file_/u);
  return new URL(page.url()).pathname;
}
const task = (name: string) => async (page: Page) => `${await draft(page)}?task=${name}`;

const ONE = '/exemptions/:id';
export const exemptionSights: readonly Sight[] = [
  { name: 'exemptions', route: '/exemptions', as: 'hr_head' },
  {
    name: 'exemptions-none',
    route: '/exemptions',
    as: 'hr_head',
    at: () => Promise.resolve('/exemptions?state=withdrawn'),
  },
  { name: 'exemptions-member', route: '/exemptions', as: 'supervisor' },
  { name: 'exemption-none', route: ONE, as: 'cadre', at: () => Promise.resolve('/exemptions/file_none') },
  { name: 'exemption-panel', route: ONE, as: 'leader', at: inState('checked'), first: shows('.pairs') },
  { name: 'exemption-decided', route: ONE, as: 'hr', at: inState('exempt_final'), first: shows('.pairs') },
  {
    ...{ name: 'exemption-appealed', route: ONE, as: 'appeal_body' },
    ...{ at: inState('appealed_refuse'), first: shows('.pairs') },
  },
  { name: 'exemption-draft', route: ONE, as: 'cadre', at: draft, first: shows('.task-list') },
  ...(['statement', 'situation', 'basis', 'check'] as const).map((name) => ({
    ...{ name: `exemption-${name}`, route: ONE, as: 'cadre' as const },
    at: task(name),
  })),
  {
    name: 'exemption-refused',
    route: ONE,
    as: 'cadre',
    at: task('check'),
    first: async (page) => {
      await press('提交申请')(page);
      await page.locator('.error-summary').waitFor();
    },
  },
];
