// Pages about relations, who looked, exports and retention.
import type { Page } from 'playwright-core';
import type { Sight } from './pages.ts';

const press = (selector: string) => (page: Page) => page.locator(selector).first().click();
/** Sent as it is, the form says what is missing. */
const sentEmpty = (opener: string) => async (page: Page) => {
  await press(opener)(page);
  await page.locator('dialog[open] button[type=submit]').click();
  await page.locator('.error-summary').waitFor();
};

export const trustSights: readonly Sight[] = [
  { name: 'own-relations', route: '/my-record/relations', as: 'cadre' },
  {
    name: 'declare-dialog',
    route: '/my-record/relations',
    as: 'cadre',
    first: sentEmpty('.page-head .actions button'),
  },
  { name: 'readers', route: '/my-record/readers', as: 'cadre' },
  { name: 'relations', route: '/relations', as: 'hr' },
  { name: 'exports', route: '/exports', as: 'hr_head' },
  { name: 'export-dialog', route: '/exports', as: 'cadre', first: sentEmpty('.page-head .actions button') },
  { name: 'retention', route: '/policy/retention', as: 'cadre' },
];
