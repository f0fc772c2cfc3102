// Who may act as what: hr_head proposes in batch, another person (secadmin) grants. They hold at once and end at once.
import type { z } from 'zod';
import { holdersAmong, proposalsWithLines } from '../../db/queries/account-pages.ts';
import { grantsById, openGrantsOf } from '../../db/queries/account-security.ts';
import { accountsByStaffNo, proposalWithLines } from '../../db/queries/accounts.ts';
import { visibleUnits } from '../../db/queries/roster.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Day } from '../../scoring/index.ts';
import { notFound, Refused, staleVersion } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { ADMIN_ROLES, isAdminRole, type Role } from '../permissions/matrix.ts';
import { dutyOf } from '../permissions/may.ts';
import type {
  DecideProposal,
  GrantProposals,
  GrantProposalView,
  ProposeGrants,
} from './accounts.contract.ts';
import type { OpenGrants, ProposeEnds } from './account-security.contract.ts';
import {
  adminGrantStays,
  deciderIsProposer,
  grantEnded,
  proposalDecided,
  proposalInvalid,
} from './accounts.problems.ts';
import { carryOut } from './carry-out-proposal.ts';
import { wrongIn } from './proposal-faults.ts';

type Proposal = z.infer<typeof GrantProposalView>;
type Proposed = z.infer<typeof ProposeGrants>;

export interface GrantProposalsService {
  /** Every proposal and what became of it: for those who propose. */
  list(): Promise<z.infer<typeof GrantProposals>>;
  /** Those to be decided: for whoever decides. */
  awaiting(): Promise<z.infer<typeof GrantProposals>>;
  propose(actor: Actor, input: Proposed): Promise<Proposal>;
  /** The roles of somebody that could end before their time. */
  openGrants(staffNo: string): Promise<z.infer<typeof OpenGrants>>;
  proposeEnds(actor: Actor, input: z.infer<typeof ProposeEnds>): Promise<Proposal>;
  decide(actor: Actor, input: z.infer<typeof DecideProposal> & { id: string }): Promise<Proposal>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly today: () => Day;
  readonly newId: (prefix: string) => string;
}

type Listed = Awaited<ReturnType<typeof proposalsWithLines>>[number];

const viewOf = ({ id, version, state, reason, proposedAt, lines }: Listed): Proposal => ({
  id,
  version,
  state,
  reason,
  proposedAt,
  lines: lines.map(({ staffNo, role, unitName, fromOn, untilOn, endsGrantId }) => ({
    staffNo,
    role: role as Role,
    unitName,
    fromOn,
    untilOn,
    isEnd: endsGrantId !== null,
  })),
});

export function grantProposalsService({ store, now, today, newId }: Needed): GrantProposalsService {
  const { tables, read } = store;

  const listed = async (states: readonly Row<'grantProposals'>['state'][]) => ({
    items: (await proposalsWithLines(read, tables, states)).map(viewOf),
  });

  async function viewById(id: string): Promise<Proposal> {
    const { items } = await listed(['proposed', 'granted', 'refused']);
    const found = items.find((item) => item.id === id);
    if (!found) throw new Refused(notFound);
    return found;
  }

  /** The accounts by staff number, once every line has been found in order. */
  async function accountsOf(lines: Proposed['lines']): Promise<ReadonlyMap<string, string>> {
    const found = await accountsByStaffNo(
      read,
      tables,
      lines.map(({ staffNo }) => staffNo),
    );
    const accounts = new Map(found.map(({ staffNo, id }) => [staffNo, id]));
    const admins = await holdersAmong(read, tables, [...accounts.values()], ADMIN_ROLES);
    const units = new Set((await visibleUnits(read, tables)).map(({ id }) => id));
    const places = lines.flatMap((line, i) => wrongIn(line, `/lines/${i}`, { accounts, admins, units }));
    if (places.length > 0) throw new Refused(proposalInvalid, { places });
    return accounts;
  }

  type Line = Omit<Row<'grantProposalLines'>, 'id' | 'proposalId'>;
  async function submit(actor: Actor, reason: string, lines: readonly Line[]): Promise<Proposal> {
    const proposal: Row<'grantProposals'> = {
      id: newId('prop'),
      proposedBy: actor.accountId,
      state: 'proposed',
      reason,
      proposedAt: now(),
      decidedBy: null,
      decidedAt: null,
      batchId: null,
      version: 1,
    };
    const rows = lines.map((line) => ({ ...line, id: newId('line'), proposalId: proposal.id }));
    const duty = dutyOf(actor, 'account.role.propose');
    const act = { actor: actor.accountId, duty, deed: 'grants.proposed', subject: proposal.id, reason };
    await store.write(act, async (tx, changed) => {
      await addRows(tx, changed, tables.grantProposals, [proposal]);
      await addRows(tx, changed, tables.grantProposalLines, rows);
    });
    return viewById(proposal.id);
  }

  return {
    list: () => listed(['proposed', 'granted', 'refused']),
    awaiting: () => listed(['proposed']),

    async propose(actor, { reason, lines }) {
      const accounts = await accountsOf(lines);
      return submit(
        actor,
        reason,
        lines.map(({ staffNo, ...line }) => ({
          ...line,
          accountId: accounts.get(staffNo)!,
          endsGrantId: null,
        })),
      );
    },

    async openGrants(staffNo) {
      const accounts = await accountsByStaffNo(read, tables, [staffNo]);
      const ids = accounts.map(({ id }) => id);
      const grants = [...(await openGrantsOf(read, tables, ids, today())).values()].flat();
      const ending = grants.filter(({ role }) => !isAdminRole(role));
      return {
        items: ending.map(({ accountId: _, role, ...grant }) => ({ ...grant, staffNo, role: role as Role })),
      };
    },

    async proposeEnds(actor, { reason, grantIds }) {
      const grants = await grantsById(read, tables, grantIds);
      if (grants.length < new Set(grantIds).size) throw new Refused(notFound);
      if (grants.some(({ role }) => isAdminRole(role))) throw new Refused(adminGrantStays);
      if (grants.some(({ endedAt }) => endedAt !== null)) throw new Refused(grantEnded);
      const lines = grants.map(({ id: endsGrantId, accountId, role, unitId, fromOn, untilOn }) => ({
        ...{ endsGrantId, accountId, role, unitId, fromOn, untilOn },
      }));
      return submit(actor, reason, lines);
    },

    async decide(actor, { id, event, version, reason }) {
      const proposal = await proposalWithLines(read, tables, id);
      if (!proposal) throw new Refused(notFound);
      const { lines, ...before } = proposal;
      if (before.state !== 'proposed') throw new Refused(proposalDecided);
      if (before.proposedBy === actor.accountId) throw new Refused(deciderIsProposer);
      if (before.version !== version) throw new Refused(staleVersion);
      const isGranted = event === 'grant';
      const set = {
        state: isGranted ? ('granted' as const) : ('refused' as const),
        decidedBy: actor.accountId,
        decidedAt: now(),
      };
      const duty = dutyOf(actor, 'account.role.grant');
      const deed = isGranted ? 'grants.granted' : 'grants.refused';
      await store.write({ actor: actor.accountId, duty, deed, subject: id, reason }, async (tx, changed) => {
        await changeRow(tx, changed, tables.grantProposals, { before, set });
        if (isGranted) await carryOut(tx, changed, { tables, lines, actor, now, newId });
      });
      return viewById(id);
    },
  };
}
