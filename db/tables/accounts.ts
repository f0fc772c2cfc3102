import type { Kit } from '../columns.ts';
import type { ImportTables } from './imports.ts';
import { batchIndex, imported, visible } from './provenance.ts';
import type { RosterTables } from './roster.ts';

export type AccountState = 'created' | 'active' | 'locked';
export type SignInMethod = 'password' | 'cas' | 'oidc';
export type ProposalState = 'proposed' | 'granted' | 'refused';

const signInTables = (kit: Kit, imports: ImportTables, { cadres }: RosterTables) => {
  const { c, table, unique, index } = kit;
  const accounts = table(
    'accounts',
    {
      id: c.id(),
      staffNo: c.text('staff_no').notNull(),
      cadreId: c.text('cadre_id').references(() => cadres.id),
      passwordHash: c.text('password_hash'),
      state: c.text<AccountState>('state').notNull(),
      /** Raised to end every session of the account at once. */
      sessionVersion: c.int('session_version').notNull(),
      slipHash: c.text('slip_hash'),
      slipExpiresAt: c.instant('slip_expires_at'),
      /** The second factor's secret, sealed; it counts once `totpSince` is set. */
      totpSealed: c.text('totp_sealed'),
      totpSince: c.instant('totp_since'),
      /** The last 30-second step used: no code is taken twice. */
      totpStep: c.int('totp_step'),
      /** Hashes of the recovery codes not used yet. */
      recoveryHashes: c.json<string[]>('recovery_hashes'),
      ...imported(kit, imports),
      version: c.int('version').notNull(),
    },
    (t) => [
      unique('accounts_staff_no').on(t.staffNo).where(visible),
      unique('accounts_cadre').on(t.cadreId).where(visible),
      batchIndex(kit, 'accounts', t),
    ],
  );
  const sessions = table(
    'sessions',
    {
      id: c.id(),
      accountId: c
        .text('account_id')
        .notNull()
        .references(() => accounts.id),
      startedAt: c.instant('started_at').notNull(),
      expiresAt: c.instant('expires_at').notNull(),
      endedAt: c.instant('ended_at'),
      /** `password`, `cas`, `oidc`. */
      method: c.text<SignInMethod>('method'),
      /** Whether a second factor was shown, here or to the provider. */
      hasSecondFactor: c.bool('has_second_factor'),
      /** The network address and the browser's name, so that people know their own sessions. */
      address: c.text('address'),
      agent: c.text('agent'),
      /** How often somebody failed to sign in since the session before: told to its owner. */
      failuresBefore: c.int('failures_before'),
    },
    (t) => [index('sessions_account').on(t.accountId, t.startedAt)],
  );
  /** Failures in a row, by account (`account:…`) and by address (`address:…`): known to every node. */
  const lockouts = table('lockouts', {
    id: c.id(),
    failures: c.int('failures').notNull(),
    lastAt: c.instant('last_at').notNull(),
    lockedUntil: c.instant('locked_until'),
    version: c.int('version').notNull(),
  });
  /** Tickets of the school's own sign-in service that were used here: none opens a second session. */
  const providerTickets = table(
    'provider_tickets',
    {
      /** A keyed hash of the ticket. */
      id: c.id(),
      accountId: c
        .text('account_id')
        .notNull()
        .references(() => accounts.id),
      usedAt: c.instant('used_at').notNull(),
      /** What it opened: ended when the provider says so. */
      sessionId: c.text('session_id').references(() => sessions.id),
    },
    (t) => [index('provider_tickets_account').on(t.accountId, t.usedAt)],
  );
  return { accounts, sessions, lockouts, providerTickets };
};
type SignInTables = ReturnType<typeof signInTables>;

const proposalTables = (kit: Kit, imports: ImportTables, { units }: RosterTables, signIn: SignInTables) => {
  const { c, table, index } = kit;
  const grantProposals = table(
    'grant_proposals',
    {
      id: c.id(),
      proposedBy: c.text('proposed_by').notNull(),
      state: c.text<ProposalState>('state').notNull(),
      reason: c.text('reason').notNull(),
      proposedAt: c.instant('proposed_at').notNull(),
      decidedBy: c.text('decided_by'),
      decidedAt: c.instant('decided_at'),
      batchId: c.text('batch_id').references(() => imports.importBatches.id),
      version: c.int('version').notNull(),
    },
    (t) => [index('grant_proposals_state').on(t.state, t.proposedAt), batchIndex(kit, 'grant_proposals', t)],
  );
  const grantProposalLines = table(
    'grant_proposal_lines',
    {
      id: c.id(),
      proposalId: c
        .text('proposal_id')
        .notNull()
        .references(() => grantProposals.id),
      accountId: c
        .text('account_id')
        .notNull()
        .references(() => signIn.accounts.id),
      role: c.text('role').notNull(),
      unitId: c.text('unit_id').references(() => units.id),
      fromOn: c.day('from_on').notNull(),
      untilOn: c.day('until_on'),
      /** The grant that is to end, where the line proposes an end. */
      endsGrantId: c.text('ends_grant_id'),
    },
    (t) => [
      index('grant_proposal_lines_proposal').on(t.proposalId),
      index('grant_proposal_lines_account').on(t.accountId),
    ],
  );
  return { grantProposals, grantProposalLines };
};
type ProposalTables = ReturnType<typeof proposalTables>;

const grantTable = (kit: Kit, { units }: RosterTables, signIn: SignInTables, proposals: ProposalTables) => {
  const { c, table, index } = kit;
  const grants = table(
    'grants',
    {
      id: c.id(),
      accountId: c
        .text('account_id')
        .notNull()
        .references(() => signIn.accounts.id),
      role: c.text('role').notNull(),
      /** The root of the subtree the role covers; null = the whole school. */
      unitId: c.text('unit_id').references(() => units.id),
      fromOn: c.day('from_on').notNull(),
      /** The last day it holds. */
      untilOn: c.day('until_on'),
      proposalId: c.text('proposal_id').references(() => proposals.grantProposals.id),
      grantedBy: c.text('granted_by').notNull(),
      grantedAt: c.instant('granted_at').notNull(),
      endedAt: c.instant('ended_at'),
      endedBy: c.text('ended_by'),
    },
    (t) => [index('grants_account').on(t.accountId), index('grants_role').on(t.role)],
  );
  return { grants };
};

export const accountTables = (kit: Kit, imports: ImportTables, roster: RosterTables) => {
  const signIn = signInTables(kit, imports, roster);
  const proposals = proposalTables(kit, imports, roster, signIn);
  return { ...signIn, ...proposals, ...grantTable(kit, roster, signIn, proposals) };
};
export type AccountTables = ReturnType<typeof accountTables>;
