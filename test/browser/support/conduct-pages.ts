// The pages of inaction records and of one's own files, in the states that the demo holds.
import type { Page } from 'playwright-core';
import type { Sight } from './pages.ts';
import { loginOf, settled, signIn } from './visitor.ts';

/** The first thing that can be done about the file. */
const deed = (page: Page) => page.locator('#deeds .actions button.primary').first();
/** Sent as it is, the form says what is missing. */
const sentEmpty = async (page: Page) => {
  await page.locator('form button[type=submit]').last().click();
  await page.locator('.error-summary').waitFor();
};

/** A record in the first of these states, as whoever looks finds it in his list. */
const recordIn =
  (...states: readonly string[]) =>
  async (page: Page): Promise<string> => {
    for (const state of states) {
      const answer = await page.request.get(`/api/conduct/inactions?state=${state}&limit=1`);
      const [record] = ((await answer.json()) as { items: { id: string }[] }).items;
      if (record) return `/conduct/${record.id}`;
    }
    throw new Error(`the demo has no record that is ${states.join(' or ')} for this visitor`);
  };
/** What he was told of; an earlier look may have claimed an exemption for it. */
const told = recordIn('notified', 'held');

/** What a lead says, typed into its form. */
export async function writeLead(page: Page, staffNo: string): Promise<void> {
  await page.locator('.person-choice input[type=search]').fill(staffNo);
  await page.locator('[name=code]').selectOption('3.1');
  await page.locator('[name=occurredOn]').fill('2026-03-01');
  await page.locator('[name=source]').selectOption('inspection');
  await page.locator('[name=summary]').fill('历史遗留的用房问题多次反映，三个月未研究（虚构）。');
}

/** A lead that nobody is named for, filed by the supervisor at a browser of his own. */
async function filedLead(page: Page): Promise<string> {
  const supervisor = await signIn(page.context().browser()!, new URL(page.url()).origin, 'supervisor');
  try {
    await supervisor.page.goto('/conduct/new');
    await settled(supervisor.page);
    await writeLead(supervisor.page, loginOf('cadre').staffNo);
    await supervisor.page.locator('form button[type=submit]').click();
    await supervisor.page.waitForURL(/\/conduct\/file_/u);
    return new URL(supervisor.page.url()).pathname;
  } finally {
    await supervisor.leave();
  }
}

export const conductSights: readonly Sight[] = [
  { name: 'conduct', route: '/conduct', as: 'hr_head' },
  { name: 'conduct-none', route: '/conduct', as: 'supervisor', at: async () => '/conduct?q=zzz' },
  {
    name: 'conduct-bulk',
    route: '/conduct',
    as: 'hr_head',
    first: async (page) => {
      await page.locator('.bulk button').first().click();
      await page.locator('.bulk button').last().click();
      await sentEmpty(page);
    },
  },
  {
    name: 'conduct-new-refused',
    route: '/conduct/new',
    as: 'hr',
    first: async (page) => {
      await page.locator('[name=source]').selectOption('complaint');
      await page.locator('details.more summary').click();
      await sentEmpty(page);
    },
  },
  { name: 'conduct-to-name', route: '/conduct/:id', as: 'hr_head', at: filedLead },
  {
    name: 'conduct-name',
    route: '/conduct/:id',
    as: 'hr_head',
    at: filedLead,
    first: (page) => page.locator('.notice.warn button').first().click(),
  },
  {
    name: 'conduct-verify',
    route: '/conduct/:id',
    as: 'inspector',
    at: recordIn('lead'),
    first: async (page) => {
      await deed(page).click();
      await sentEmpty(page);
    },
  },
  { name: 'conduct-told', route: '/conduct/:id', as: 'cadre', at: told },
  {
    name: 'conduct-respond',
    route: '/conduct/:id',
    as: 'cadre',
    at: told,
    first: async (page) => {
      if ((await deed(page).count()) > 0) await deed(page).click();
    },
  },
  { name: 'conduct-held', route: '/conduct/:id', as: 'hr_head', at: recordIn('held') },
  { name: 'own-files', route: '/my-record/files', as: 'cadre' },
  { name: 'own-files-none', route: '/my-record/files', as: 'leader' },
];
