import type {
  AccountPage as AccountPageView,
  AccountsCreated as AccountsCreatedView,
  AccountView,
  ChangePassword,
  CreateAccounts,
  DecideProposal,
  FirstHeadView,
  GrantableRole as GrantableRoleView,
  GrantFirstHead,
  GrantProposals as GrantProposalsView,
  GrantProposalView,
  PrintSlips,
  ProposeGrants,
  SlipsView,
} from '../../server/accounts/accounts.contract.ts';
import { act, type Sent, type View } from '../api.ts';
import { withQuery } from '../paths.ts';

export type Account = View<typeof AccountView>;
export type AccountPage = View<typeof AccountPageView>;
export type FirstHead = View<typeof FirstHeadView>;
export type AccountsCreated = View<typeof AccountsCreatedView>;
export type GrantableRole = View<typeof GrantableRoleView>;
export type Proposal = View<typeof GrantProposalView>;
export type Proposals = View<typeof GrantProposalsView>;
export type ProposedGrants = Sent<typeof ProposeGrants>;
export type Slips = View<typeof SlipsView>;
export type Slip = Slips['slips'][number];

export const ACCOUNTS_A_PAGE = 50;

/** The accounts whose staff number begins with `q`. */
export const accounts = (q: string): string => withQuery('/api/accounts', { q, limit: ACCOUNTS_A_PAGE });
export const createAccounts = (given: Sent<typeof CreateAccounts>): Promise<AccountsCreated> =>
  act<AccountsCreated>('POST', '/api/accounts', given);

export const PROPOSALS = '/api/grant-proposals';
/** The proposals that wait for a decision. */
export const DECISIONS = '/api/grant-decisions';
/** Whether the first hr_head may still be granted without a proposal. */
export const FIRST_HEAD = '/api/first-hr-head';

export const proposeGrants = (given: ProposedGrants): Promise<Proposal> =>
  act<Proposal>('POST', PROPOSALS, given);
export const printSlips = (given: Sent<typeof PrintSlips>): Promise<Slips> =>
  act<Slips>('POST', '/api/activation-slips', given);

export const decideProposal = (id: string, given: Sent<typeof DecideProposal>): Promise<Proposal> =>
  act<Proposal>('POST', `/api/grant-proposals/${encodeURIComponent(id)}/decision`, given);
/** Answers with the slip to hand over, if the account is not active yet. */
export const grantFirstHead = (given: Sent<typeof GrantFirstHead>): Promise<Slips> =>
  act<Slips>('POST', FIRST_HEAD, given);

export const changePassword = (given: Sent<typeof ChangePassword>): Promise<void> =>
  act('PUT', '/api/own-password', given);
