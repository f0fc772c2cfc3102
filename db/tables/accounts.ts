import type { Kit } from '../columns.ts';
import type { ImportTables } from './imports.ts';
import { batchIndex, imported, visible } from './provenance.ts';
import type { RosterTables } from './roster.ts';

export type AccountState = 'created' | 'active' | 'locked';
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
    },
    (t) => [index('sessions_account').on(t.accountId, t.startedAt)],
  );
  return { accounts, sessions };
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
