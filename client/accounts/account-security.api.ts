import type {
  GuardedAccount as GuardedAccountView,
  GuardedAccounts as GuardedAccountsView,
  OpenGrants as OpenGrantsView,
  ProposeEnds,
} from '../../server/accounts/account-security.contract.ts';
import { act, type Sent, type View } from '../api.ts';
import { withQuery } from '../paths.ts';
import type { Proposal } from './accounts.api.ts';

export type GuardedAccount = View<typeof GuardedAccountView>;
export type GuardedAccounts = View<typeof GuardedAccountsView>;
export type OpenGrants = View<typeof OpenGrantsView>;
export type Among = 'all' | 'holders';

const A_PAGE = 50;
const PATH = '/api/account-security';

export const guardedAccounts = (q: string, among: Among): string =>
  withQuery(PATH, { q, among, limit: A_PAGE });
export type AccountDeed = 'lock' | 'unlock' | 'reset';
export const doTo = (id: string, deed: AccountDeed, reason: string): Promise<void> =>
  act('POST', `${PATH}/${encodeURIComponent(id)}/${deed}`, { reason });
export const endGrant = (id: string, reason: string): Promise<void> =>
  act('POST', `/api/grants/${encodeURIComponent(id)}/end`, { reason });

export const openGrants = (staffNo: string): string => withQuery('/api/open-grants', { staffNo });
export const proposeEnds = (given: Sent<typeof ProposeEnds>): Promise<Proposal> =>
  act<Proposal>('POST', '/api/grant-proposals/ends', given);
