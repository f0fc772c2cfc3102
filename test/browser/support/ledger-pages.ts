// The two ledgers side by side: of the school, of a leader's unit, of one person.
import type { Page } from 'playwright-core';
import type { Sight } from './pages.ts';
import { idOf } from './people.ts';
import { YEAR } from './school-files.ts';
import { loginOf } from './visitor.ts';

const ONE = '/ledger/:cadreId';
const ofCadre = async (page: Page) => `/ledger/${await idOf(page, loginOf('cadre').staffNo)}?year=${YEAR}`;
const ofOneself = async (page: Page) => {
  const answer = await page.request.get('/api/session');
  return `/ledger/${((await answer.json()) as { cadreId: string }).cadreId}?year=${YEAR}`;
};

export const ledgerSights: readonly Sight[] = [
  { name: 'ledger', route: '/ledger', as: 'hr_head', at: async () => `/ledger?year=${YEAR}` },
  { name: 'ledger-leader', route: '/ledger', as: 'leader', at: async () => `/ledger?year=${YEAR}` },
  {
    name: 'ledger-person',
    route: ONE,
    as: 'hr',
    at: ofCadre,
    first: (page) => page.locator('.ledger-records td.number .figure').first().click(),
  },
  { name: 'ledger-own', route: ONE, as: 'cadre', at: ofOneself },
];
