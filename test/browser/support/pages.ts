// Every page of the product with somebody who sees it, and the dialogs and states worth a look.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { exemptionSights } from './exemption-pages.ts';
import { conductSights } from './conduct-pages.ts';
import { fileSights } from './file-pages.ts';
import { ledgerSights } from './ledger-pages.ts';
import { initiativeSights } from './initiative-pages.ts';
import { idOf, someoneOf } from './people.ts';
import { ruleSights } from './rule-pages.ts';
import { trustSights } from './trust-pages.ts';
import { spoiledRoster, YEAR } from './school-files.ts';
import { type DemoRole, handInFile, loginOf, settled } from './visitor.ts';

export interface Sight {
  readonly name: string;
  /** The path as `client/routes.ts` names it. */
  readonly route: string;
  readonly as: DemoRole | 'nobody';
  /** The address, where it is not the route itself. */
  readonly at?: (page: Page) => Promise<string>;
  /** What to do there first: open a dialog, choose a file. */
  readonly first?: (page: Page) => Promise<unknown>;
}

const address = (path: string) => () => Promise.resolve(path);
const press = (selector: string) => (page: Page) => page.locator(selector).first().click();
const selfOfCadre = loginOf('cadre').staffNo;
const somebodyElse = someoneOf('组织部', '副部长').staffNo;

const results = `/years/${YEAR}`;
const person = async (page: Page) => `${results}/results/${await idOf(page, selfOfCadre)}`;

const spoiled = [
  { sheet: '干部', row: 7, header: '身份证号', value: '440000197001019999' },
  { sheet: '岗位', row: 5, header: '单位编码', value: '987' },
];

/** In the order of the routes; a route may be seen in several states. */
export const sights: readonly Sight[] = [
  { name: 'sign-in', route: '/sign-in', as: 'nobody' },
  {
    name: 'sign-in-refused',
    route: '/sign-in',
    as: 'nobody',
    first: async (page) => {
      await page.locator('form button[type=submit]').click();
      await page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'sign-in-sent-back',
    route: '/sign-in',
    as: 'nobody',
    at: address('/sign-in?refused=account-missing'),
  },
  { name: 'activation', route: '/activation', as: 'nobody' },
  { name: 'results', route: '/years', as: 'hr' },
  {
    name: 'run-dialog',
    route: '/years/:year',
    as: 'hr',
    at: address(results),
    first: press('.page-head .actions button.primary'),
  },
  {
    name: 'archive-dialog',
    route: '/years/:year',
    as: 'hr',
    at: address(results),
    first: async (page) => {
      await page.locator('.page-head .actions button:not(.primary)').first().click();
      await page.locator('dialog[open] .answer').waitFor();
    },
  },
  { name: 'results-none', route: '/years/:year', as: 'hr', at: address(`${results}?q=zzz`) },
  { name: 'open-year', route: '/years/new', as: 'hr' },
  { name: 'open-year-check', route: '/years/new', as: 'hr', first: press('form button[type=submit]') },
  { name: 'quota', route: '/years/:year/quota', as: 'hr_head', at: address(`${results}/quota`) },
  {
    name: 'tie-dialog',
    route: '/years/:year/quota',
    as: 'hr_head',
    at: address(`${results}/quota`),
    first: async (page) => {
      await press('tr:has(.tag.warn) td.col-deeds button')(page);
      await page.locator('dialog[open] button[type=submit]').click();
      await page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'reserve-dialog',
    route: '/years/:year/quota',
    as: 'hr_head',
    at: address(`${results}/quota`),
    first: press('td.col-deeds button:last-child'),
  },
  { name: 'person', route: '/years/:year/results/:cadreId', as: 'hr', at: person },
  {
    name: 'person-reason',
    route: '/years/:year/results/:cadreId',
    as: 'hr',
    at: person,
    first: (page) => page.locator('table.origin tbody td.number .figure').nth(1).click(),
  },
  {
    name: 'trial',
    route: '/years/:year/results/:cadreId/trial',
    as: 'hr',
    at: async (page) => `${await person(page)}/trial`,
  },
  {
    name: 'trial-result',
    route: '/years/:year/results/:cadreId/trial',
    as: 'hr',
    at: async (page) => `${await person(page)}/trial`,
    first: async (page) => {
      await page.locator('.trial-records select').first().selectOption({ index: 1 });
      await page.locator('form button[type=submit]').click();
      await page.locator('table.trial-sides').waitFor();
    },
  },
  { name: 'my-record', route: '/my-record', as: 'cadre' },
  { name: 'my-record-before', route: '/my-record/:year', as: 'cadre', at: address(`/my-record/${YEAR - 1}`) },
  {
    name: 'not-found',
    route: '/years/:year/results/:cadreId',
    as: 'cadre',
    at: address(`${results}/results/cad_none`),
  },
  { name: 'todo', route: '/todo', as: 'hr_head' },
  { name: 'inbox', route: '/inbox', as: 'cadre' },
  { name: 'inbox-none', route: '/inbox', as: 'auditadmin' },
  { name: 'todo-admin', route: '/todo', as: 'secadmin' },
  { name: 'roster', route: '/roster', as: 'hr' },
  { name: 'roster-none', route: '/roster', as: 'hr', at: address('/roster?q=zzz') },
  {
    name: 'cadre',
    route: '/roster/:id',
    as: 'hr',
    at: async (page) => `/roster/${await idOf(page, somebodyElse)}`,
  },
  { name: 'imports', route: '/imports', as: 'hr' },
  {
    name: 'imports-refused',
    route: '/imports/:kind',
    as: 'hr',
    at: address('/imports/roster'),
    first: async (page) => {
      await handInFile(page, await spoiledRoster(spoiled));
      await page.locator('table.problem-table').waitFor();
    },
  },
  { name: 'imports-figures', route: '/imports/:kind', as: 'hr_head', at: address('/imports/figures') },
  {
    name: 'undo-dialog',
    route: '/imports/:kind',
    as: 'hr',
    at: address('/imports/roster'),
    first: press('.batch-table td.col-deeds button:last-child'),
  },
  { name: 'meetings', route: '/meetings', as: 'hr_head' },
  { name: 'meetings-member', route: '/meetings', as: 'board' },
  { name: 'plan-meeting', route: '/meetings/new', as: 'hr_head' },
  { name: 'meeting-none', route: '/meetings/:id', as: 'board', at: address('/meetings/mtg_none') },
  { name: 'policy', route: '/policy', as: 'leader' },
  { name: 'calendar', route: '/calendar', as: 'leader' },
  {
    name: 'calendar-import',
    route: '/calendar',
    as: 'hr_head',
    at: address('/calendar?year=2027'),
    first: async (page) => {
      await page.locator('textarea').fill('2027-01-01 放假 元旦');
      await page.locator('.calendar-import form button[type=submit]').click();
      await page.locator('.calendar-import .strip').waitFor();
    },
  },
  {
    name: 'calendar-wrong',
    route: '/calendar',
    as: 'hr_head',
    at: address('/calendar?year=2027'),
    first: async (page) => {
      await page.locator('textarea').fill('2026-12-31 放假 元旦');
      await page.locator('.calendar-import form button[type=submit]').click();
      await page.locator('.calendar-import table').waitFor();
    },
  },
  { name: 'accounts', route: '/accounts', as: 'sysadmin' },
  { name: 'accounts-dialog', route: '/accounts', as: 'sysadmin', first: press('.filters button.primary') },
  { name: 'accounts-proposer', route: '/accounts', as: 'hr_head' },
  { name: 'accounts-decider', route: '/accounts', as: 'secadmin' },
  { name: 'propose', route: '/accounts/propose', as: 'hr_head' },
  {
    name: 'slips',
    route: '/accounts/slips',
    as: 'hr_head',
    first: async (page) => {
      await page.locator('input[type=radio]').nth(1).check();
      await page.locator('textarea').fill('100400 100401 100402 100403 100404');
      await page.locator('form button[type=submit]').click();
      await page.locator('.slip').first().waitFor();
    },
  },
  { name: 'propose-paste', route: '/accounts/propose', as: 'hr_head', first: press('details summary') },
  {
    name: 'propose-ends',
    route: '/accounts/ends',
    as: 'hr_head',
    first: async (page) => {
      await page.locator('input[name=staffNo]').fill(loginOf('leader').staffNo);
      await page.locator('form button[type=submit]').click();
      await page.locator('.choices input').first().waitFor();
    },
  },
  {
    name: 'security-dialog',
    route: '/accounts',
    as: 'secadmin',
    first: press('td.col-deeds button:last-child'),
  },
  { name: 'account', route: '/account', as: 'leader' },
  { name: 'second-factor', route: '/second-factor', as: 'leader' },
  {
    name: 'second-factor-scan',
    route: '/second-factor',
    as: 'leader',
    first: async (page) => {
      await page.locator('input[name=password]').fill(loginOf('leader').password);
      await page.locator('form button[type=submit]').click();
      await page.locator('.qr').waitFor();
    },
  },
  { name: 'password', route: '/password', as: 'leader' },
  { name: 'audit', route: '/audit', as: 'auditadmin' },
  { name: 'backups', route: '/backups', as: 'sysadmin' },
  { name: 'problem', route: '/problems/:name', as: 'nobody', at: address('/problems/store-full') },
  { name: 'problem-inside', route: '/problems/:name', as: 'hr', at: address('/problems/stale-version') },
  { name: 'problem-none', route: '/problems/:name', as: 'nobody', at: address('/problems/none-such') },
  { name: 'receipts', route: '/receipts', as: 'cadre' },
  { name: 'verify', route: '/verify', as: 'nobody' },
  {
    name: 'verify-refused',
    route: '/verify',
    as: 'nobody',
    first: async (page) => {
      await page.locator('#receipt').fill('{}');
      await page.locator('.notice.bad').waitFor();
    },
  },
  // Before the exemptions: one of them claims what the cadre was told of.
  ...conductSights,
  ...ledgerSights,
  ...exemptionSights,
  ...fileSights,
  ...initiativeSights,
  ...ruleSights,
  ...trustSights,
  { name: 'keys-dialog', route: '/policy', as: 'leader', first: (page) => page.keyboard.press('?') },
];

/** Goes there and waits until it is all there. */
export async function see(page: Page, { route, at, first }: Sight): Promise<void> {
  await page.goto(at ? await at(page) : route);
  await settled(page);
  if (!first) return;
  await first(page);
  await settled(page);
}

/** The paths of `client/routes.ts`. */
export function routesOfClient(): string[] {
  const source = readFileSync(new URL('../../../client/routes.ts', import.meta.url), 'utf8');
  return [...source.matchAll(/\{ path: '([^']+)'/gu)].map(([, path]) => path!);
}
