import type { ComponentType } from 'preact';
import type { Params } from './paths.ts';

/** What a page file exports by default. */
export type PageComponent = ComponentType<{ params: Params }>;

export interface Route {
  readonly path: string;
  /** Fetched when somebody first goes there. */
  readonly load: () => Promise<{ readonly default: PageComponent }>;
}

/** Pages for those who are not signed in, without the frame; any other path shows the first. */
export const publicRoutes: readonly Route[] = [
  { path: '/sign-in', load: () => import('./sign-in/sign-in.page.tsx') },
  { path: '/activation', load: () => import('./sign-in/activation.page.tsx') },
  { path: '/verify', load: () => import('./receipts/verify.page.tsx') },
  { path: '/problems/:name', load: () => import('./problems/problem.page.tsx') },
];

/** Every page of the product, the more exact path first. */
export const routes: readonly Route[] = [
  { path: '/years', load: () => import('./appraisals/latest-year.page.tsx') },
  { path: '/years/new', load: () => import('./appraisals/open-year.page.tsx') },
  { path: '/years/:year', load: () => import('./appraisals/results.page.tsx') },
  { path: '/years/:year/quota', load: () => import('./appraisals/quota.page.tsx') },
  { path: '/years/:year/results/:cadreId', load: () => import('./appraisals/person.page.tsx') },
  { path: '/years/:year/results/:cadreId/trial', load: () => import('./trials/trial.page.tsx') },
  { path: '/my-record', load: () => import('./my-record/my-record.page.tsx') },
  { path: '/my-record/relations', load: () => import('./relations/own-relations.page.tsx') },
  { path: '/my-record/readers', load: () => import('./my-record/readers.page.tsx') },
  { path: '/my-record/corrections', load: () => import('./corrections/own-corrections.page.tsx') },
  { path: '/my-record/files', load: () => import('./my-record/own-files.page.tsx') },
  { path: '/my-record/:year', load: () => import('./my-record/my-record.page.tsx') },
  { path: '/todo', load: () => import('./todo/todo.page.tsx') },
  { path: '/inbox', load: () => import('./inbox/inbox.page.tsx') },
  { path: '/ledger', load: () => import('./ledger/ledger.page.tsx') },
  { path: '/ledger/:cadreId', load: () => import('./ledger/person-ledger.page.tsx') },
  { path: '/roster', load: () => import('./roster/roster.page.tsx') },
  { path: '/roster/:id', load: () => import('./roster/cadre.page.tsx') },
  { path: '/imports', load: () => import('./imports/imports.page.tsx') },
  { path: '/imports/:kind', load: () => import('./imports/imports.page.tsx') },
  { path: '/conduct', load: () => import('./conduct/conduct.page.tsx') },
  { path: '/conduct/new', load: () => import('./conduct/new-record.page.tsx') },
  { path: '/conduct/:id', load: () => import('./conduct/record.page.tsx') },
  { path: '/initiatives', load: () => import('./initiatives/initiatives.page.tsx') },
  { path: '/initiatives/new', load: () => import('./initiatives/new-initiative.page.tsx') },
  { path: '/initiatives/:id/edit', load: () => import('./initiatives/edit-initiative.page.tsx') },
  { path: '/initiatives/:id', load: () => import('./initiatives/initiative.page.tsx') },
  { path: '/public-notices', load: () => import('./initiatives/public-notices.page.tsx') },
  { path: '/pilots', load: () => import('./pilots/pilots.page.tsx') },
  { path: '/pilots/new', load: () => import('./pilots/new-pilot.page.tsx') },
  { path: '/pilots/:id', load: () => import('./pilots/pilot.page.tsx') },
  { path: '/exemptions', load: () => import('./exemptions/exemptions.page.tsx') },
  { path: '/exemptions/:id', load: () => import('./exemptions/exemption.page.tsx') },
  { path: '/corrections', load: () => import('./corrections/corrections.page.tsx') },
  { path: '/corrections/:id', load: () => import('./corrections/correction.page.tsx') },
  { path: '/relations', load: () => import('./relations/relations.page.tsx') },
  { path: '/exports', load: () => import('./exports/exports.page.tsx') },
  { path: '/meetings', load: () => import('./meetings/meetings.page.tsx') },
  { path: '/meetings/new', load: () => import('./meetings/plan.page.tsx') },
  { path: '/meetings/:id', load: () => import('./meetings/meeting.page.tsx') },
  { path: '/policy/retention', load: () => import('./policy/retention.page.tsx') },
  { path: '/policy', load: () => import('./policy/policy.page.tsx') },
  { path: '/rule-texts', load: () => import('./rule-texts/rule-texts.page.tsx') },
  { path: '/rule-texts/new', load: () => import('./rule-texts/new-rule-text.page.tsx') },
  { path: '/rule-texts/:id', load: () => import('./rule-texts/rule-text.page.tsx') },
  { path: '/calendar', load: () => import('./calendar/calendar.page.tsx') },
  { path: '/accounts', load: () => import('./accounts/accounts.page.tsx') },
  { path: '/accounts/propose', load: () => import('./accounts/propose.page.tsx') },
  { path: '/accounts/ends', load: () => import('./accounts/propose-ends.page.tsx') },
  { path: '/accounts/slips', load: () => import('./accounts/slips.page.tsx') },
  { path: '/account', load: () => import('./accounts/own-account.page.tsx') },
  { path: '/second-factor', load: () => import('./accounts/second-factor.page.tsx') },
  { path: '/password', load: () => import('./accounts/own-password.page.tsx') },
  { path: '/system', load: () => import('./system/system.page.tsx') },
  { path: '/backups', load: () => import('./backups/backups.page.tsx') },
  { path: '/audit', load: () => import('./audit/audit.page.tsx') },
  { path: '/receipts', load: () => import('./receipts/receipts.page.tsx') },
];
