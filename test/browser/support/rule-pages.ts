// The pages of the rules as they read while they were valid.
import type { Page } from 'playwright-core';
import type { Sight } from './pages.ts';
import { settled } from './visitor.ts';

const press = (name: string) => (page: Page) => page.getByRole('button', { name, exact: true }).click();

/** A rule typed into its form. */
export async function writeRuleText(page: Page, title: string): Promise<void> {
  const texts = {
    title,
    issuer: '示例大学（虚构）',
    validFrom: '2018-03-01',
    validTo: '2021-12-31',
    passage: '第九条　横向经费结余可用于后续研究，由项目负责人决定，事后报备。',
  };
  for (const [name, text] of Object.entries(texts)) await page.locator(`[name=${name}]`).fill(text);
}

/** Recorded by whoever looks; where it stands. */
async function recordedRule(page: Page): Promise<string> {
  await page.goto('/rule-texts/new');
  await settled(page);
  await writeRuleText(page, '科研经费管理办法（虚构）');
  await page.locator('form button[type=submit]').click();
  await page.waitForURL(/\/rule-texts\/rule_/u);
  return new URL(page.url()).pathname;
}

export const ruleSights: readonly Sight[] = [
  { name: 'rule-texts', route: '/rule-texts', as: 'leader' },
  { name: 'rule-texts-none', route: '/rule-texts', as: 'leader', at: async () => '/rule-texts?q=zzz' },
  {
    name: 'rule-text-new-refused',
    route: '/rule-texts/new',
    as: 'hr',
    first: async (page) => {
      await page.locator('form button[type=submit]').click();
      await page.locator('.error-summary').waitFor();
    },
  },
  { name: 'rule-text', route: '/rule-texts/:id', as: 'hr', at: recordedRule },
  {
    name: 'rule-text-correct',
    route: '/rule-texts/:id',
    as: 'hr',
    at: recordedRule,
    first: press('改正'),
  },
  {
    name: 'rule-text-withdraw',
    route: '/rule-texts/:id',
    as: 'hr',
    at: recordedRule,
    first: press('撤回'),
  },
  {
    name: 'rule-text-replace',
    route: '/rule-texts/new',
    as: 'hr',
    at: async (page) => {
      const id = (await recordedRule(page)).split('/').at(-1);
      return `/rule-texts/new?replaces=${id}`;
    },
  },
  { name: 'rule-texts-some', route: '/rule-texts', as: 'hr', at: async () => '/rule-texts?on=2020-01-01' },
];
