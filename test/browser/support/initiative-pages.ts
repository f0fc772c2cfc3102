// The pages of initiative records, each looked at in a state that others brought about.
import type { Page } from 'playwright-core';
import type { Sight } from './pages.ts';
import { type DemoRole, loginOf, settled, signIn } from './visitor.ts';

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
/** Sent as it is, the form says what is missing. */
const sentEmpty = async (page: Page) => {
  await page.locator('form button[type=submit]').last().click();
  await page.locator('.error-summary').waitFor();
};

/** What a record says, typed into its form. */
export async function writeInitiative(page: Page, summary: string): Promise<void> {
  await page.locator('[name=area]').selectOption('2 explore');
  await page.locator('[name=occurredOn]').fill('2026-03-01');
  await page.locator('[name=level]').selectOption('school');
  await page.locator('[name=role]').selectOption('lead');
  await page.locator('[name=summary]').fill(summary);
}

/** A draft of one's own; where it stands. */
export async function draftedInitiative(page: Page): Promise<string> {
  await page.goto('/initiatives/new');
  await settled(page);
  await writeInitiative(page, '在两个班试行跨学科导师组，选题时间缩短一半。');
  await page.locator('form button[type=submit]').click();
  await page.waitForURL(/\/initiatives\/file_/u);
  await settled(page);
  return new URL(page.url()).pathname;
}

/** One step of the file that the page shows. */
export async function doStep(page: Page, name: string, reason?: string): Promise<void> {
  await press(name)(page);
  const dialog = page.locator('dialog[open]');
  if (reason !== undefined) await dialog.locator('[name=reason]').fill(reason);
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'detached' });
  await settled(page);
}

/** Somebody else at a browser of his own, beside whoever looks. */
async function beside<Done>(page: Page, role: DemoRole, work: (page: Page) => Promise<Done>): Promise<Done> {
  const visitor = await signIn(page.context().browser()!, new URL(page.url()).origin, role);
  try {
    return await work(visitor.page);
  } finally {
    await visitor.leave();
  }
}

const submitted = (page: Page): Promise<string> =>
  beside(page, 'cadre', async (own) => {
    const path = await draftedInitiative(own);
    await doStep(own, '提交核实');
    return path;
  });

const publicised = async (page: Page): Promise<string> => {
  const path = await submitted(page);
  await beside(page, 'hr', async (hr) => {
    await hr.goto(path);
    await settled(hr);
    await doStep(hr, '核实属实', '与会议纪要一致');
    await doStep(hr, '公示');
  });
  return path;
};

export const initiativeSights: readonly Sight[] = [
  { name: 'initiatives', route: '/initiatives', as: 'cadre' },
  { name: 'initiatives-none', route: '/initiatives', as: 'hr', at: async () => '/initiatives?q=zzz' },
  { name: 'initiative-new-refused', route: '/initiatives/new', as: 'cadre', first: sentEmpty },
  {
    name: 'initiative-new-person',
    route: '/initiatives/new',
    as: 'leader',
    first: async (page) => {
      await page.locator('.person-choice input[type=search]').fill(loginOf('cadre').staffNo.slice(0, -1));
      await page.locator('.person-choice li button').first().waitFor();
    },
  },
  { name: 'initiative', route: '/initiatives/:id', as: 'cadre', at: draftedInitiative },
  {
    name: 'initiative-edit',
    route: '/initiatives/:id/edit',
    as: 'cadre',
    at: async (page) => `${await draftedInitiative(page)}/edit`,
  },
  {
    name: 'initiative-verify',
    route: '/initiatives/:id',
    as: 'hr',
    at: submitted,
    first: async (page) => {
      await press('核实属实')(page);
      await sentEmpty(page);
    },
  },
  { name: 'initiative-noticed', route: '/initiatives/:id', as: 'board', at: publicised },
  {
    name: 'public-notices-none',
    route: '/public-notices',
    as: 'leader',
    at: async () => '/public-notices?q=zzz',
  },
  {
    name: 'public-notice-object',
    route: '/public-notices',
    as: 'leader',
    at: async (page) => {
      await publicised(page);
      return '/public-notices';
    },
    first: async (page) => {
      await page.locator('td.col-deeds button').first().click();
      await sentEmpty(page);
    },
  },
  { name: 'initiatives-some', route: '/initiatives', as: 'hr' },
];
