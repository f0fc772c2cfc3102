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
];

/** Every page of the product, the more exact path first. */
export const routes: readonly Route[] = [
  { path: '/years', load: () => import('./appraisals/latest-year.page.tsx') },
  { path: '/years/new', load: () => import('./appraisals/open-year.page.tsx') },
  { path: '/years/:year', load: () => import('./appraisals/results.page.tsx') },
  { path: '/years/:year/quota', load: () => import('./appraisals/quota.page.tsx') },
  { path: '/years/:year/results/:cadreId', load: () => import('./appraisals/person.page.tsx') },
  { path: '/my-record', load: () => import('./my-record/my-record.page.tsx') },
  { path: '/my-record/:year', load: () => import('./my-record/my-record.page.tsx') },
  { path: '/todo', load: () => import('./todo/todo.page.tsx') },
  { path: '/roster', load: () => import('./roster/roster.page.tsx') },
  { path: '/roster/:id', load: () => import('./roster/cadre.page.tsx') },
  { path: '/imports', load: () => import('./imports/imports.page.tsx') },
  { path: '/imports/:kind', load: () => import('./imports/imports.page.tsx') },
  { path: '/policy', load: () => import('./policy/policy.page.tsx') },
  { path: '/accounts', load: () => import('./accounts/accounts.page.tsx') },
  { path: '/accounts/propose', load: () => import('./accounts/propose.page.tsx') },
  { path: '/accounts/slips', load: () => import('./accounts/slips.page.tsx') },
  { path: '/password', load: () => import('./accounts/own-password.page.tsx') },
  { path: '/audit', load: () => import('./audit/audit.page.tsx') },
];
