// The pages of files: pilots, corrections, the clock.
import type { Page } from 'playwright-core';
import type { Sight } from './pages.ts';
import { settled } from './visitor.ts';

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();
const YEAR_MS = 365 * 86_400_000;
const dayAfterNow = (milliseconds: number): string =>
  new Date(Date.now() + milliseconds).toISOString().slice(0, 10);

/** What a pilot says, typed into its form. */
export async function writePilot(page: Page, title: string): Promise<void> {
  const texts = {
    title,
    purpose: '在两个班试行跨学科导师组，看能否缩短选题时间。',
    decision: '学院党政联席会第 12 次会议纪要',
    riskAssessment: '学生可能不适应，可随时退回原导师。',
    limits: '限两个班六十人，不动用学院经费。',
    startsOn: dayAfterNow(2 * 86_400_000),
    endsOn: dayAfterNow(YEAR_MS),
  };
  await page.locator('select[name=unitId] option').first().waitFor({ state: 'attached' });
  for (const [name, text] of Object.entries(texts)) await page.locator(`[name=${name}]`).fill(text);
}

/** A draft of one's own; where it stands. */
async function draftedPilot(page: Page): Promise<string> {
  await page.goto('/pilots/new');
  await settled(page);
  await writePilot(page, '跨学科导师组');
  await page.locator('form button[type=submit]').click();
  await page.waitForURL(/\/pilots\/file_/u);
  return new URL(page.url()).pathname;
}

/** Asks for a correction of the phone number, or finds the one that is in question. */
async function draftedCorrection(page: Page): Promise<string> {
  await page.goto('/my-record/corrections?item=phone');
  await settled(page);
  const open = page.locator('.notice a[href^="/corrections/"]');
  if ((await open.count()) > 0) return (await open.getAttribute('href'))!;
  await page.locator('[name=wanted]').fill('13700005678');
  await page.locator('[name=basis]').fill('本人手机号变更');
  await page.locator('form button[type=submit]').click();
  await page.waitForURL(/\/corrections\/file_/u);
  return new URL(page.url()).pathname;
}

export const fileSights: readonly Sight[] = [
  { name: 'pilots', route: '/pilots', as: 'cadre' },
  { name: 'pilots-none', route: '/pilots', as: 'leader', at: async () => '/pilots?q=zzz' },
  {
    name: 'pilot-new-refused',
    route: '/pilots/new',
    as: 'leader',
    first: async (page) => {
      await page.locator('form button[type=submit]').click();
      await page.locator('.error-summary').waitFor();
    },
  },
  { name: 'pilot', route: '/pilots/:id', as: 'leader', at: draftedPilot },
  { name: 'pilot-submit', route: '/pilots/:id', as: 'leader', at: draftedPilot, first: press('提交备案') },
  { name: 'pilot-edit', route: '/pilots/:id', as: 'leader', at: draftedPilot, first: press('修改草稿') },
  { name: 'pilots-some', route: '/pilots', as: 'leader' },
  { name: 'corrections-own', route: '/my-record/corrections', as: 'cadre' },
  { name: 'correction', route: '/corrections/:id', as: 'cadre', at: draftedCorrection },
  {
    name: 'correction-submit',
    route: '/corrections/:id',
    as: 'cadre',
    at: draftedCorrection,
    first: press('提交申请'),
  },
  { name: 'corrections', route: '/corrections', as: 'hr' },
  { name: 'system', route: '/system', as: 'sysadmin' },
];
