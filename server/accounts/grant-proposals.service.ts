// Who may act as what: hr_head proposes in batch, another person (secadmin) grants. They hold at once and end at once.
import type { z } from 'zod';
import { holdersAmong, proposalsWithLines } from '../../db/queries/account-pages.ts';
import { accountsByStaffNo, proposalWithLines } from '../../db/queries/accounts.ts';
import { visibleUnits } from '../../db/queries/roster.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { notFound, type ProblemPlace, Refused, staleVersion } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { ADMIN_ROLES, type Role } from '../permissions/matrix.ts';
import { dutyOf } from '../permissions/may.ts';
import type {
  DecideProposal,
  GrantProposals,
  GrantProposalView,
  ProposeGrants,
} from './accounts.contract.ts';
import { deciderIsProposer, proposalDecided, proposalInvalid } from './accounts.problems.ts';

type Proposal = z.infer<typeof GrantProposalView>;
type Proposed = z.infer<typeof ProposeGrants>;

export interface GrantProposalsService {
  /** Every proposal and what became of it: for those who propose. */
  list(): Promise<z.infer<typeof GrantProposals>>;
  /** Those to be decided: for whoever decides. */
  awaiting(): Promise<z.infer<typeof GrantProposals>>;
  propose(actor: Actor, input: Proposed): Promise<Proposal>;
  decide(actor: Actor, input: z.infer<typeof DecideProposal> & { id: string }): Promise<Proposal>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
}

type Listed = Awaited<ReturnType<typeof proposalsWithLines>>[number];

const viewOf = ({ id, version, state, reason, proposedAt, lines }: Listed): Proposal => ({
  id,
  version,
  state,
  reason,
  proposedAt,
  lines: lines.map(({ staffNo, role, unitName, fromOn, untilOn }) => ({
    staffNo,
    role: role as Role,
    unitName,
    fromOn,
    untilOn,
  })),
});

export function grantProposalsService({ store, now, newId }: Needed): GrantProposalsService {
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

  return {
    list: () => listed(['proposed', 'granted', 'refused']),
    awaiting: () => listed(['proposed']),

    async propose(actor, { reason, lines }) {
      const accounts = await accountsOf(lines);
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
      const rows: Row<'grantProposalLines'>[] = lines.map(({ staffNo, role, unitId, fromOn, untilOn }) => ({
        id: newId('line'),
        proposalId: proposal.id,
        accountId: accounts.get(staffNo)!,
        role,
        unitId,
        fromOn,
        untilOn,
      }));
      const duty = dutyOf(actor, 'account.role.propose');
      const act = { actor: actor.accountId, duty, deed: 'grants.proposed', subject: proposal.id, reason };
      await store.write(act, async (tx, changed) => {
        await addRows(tx, changed, tables.grantProposals, [proposal]);
        await addRows(tx, changed, tables.grantProposalLines, rows);
      });
      return viewById(proposal.id);
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
      const grants = isGranted ? lines.map((line) => grantFrom(line, actor, { now, newId })) : [];
      const duty = dutyOf(actor, 'account.role.grant');
      const deed = isGranted ? 'grants.granted' : 'grants.refused';
      await store.write({ actor: actor.accountId, duty, deed, subject: id, reason }, async (tx, changed) => {
        await changeRow(tx, changed, tables.grantProposals, { before, set });
        if (grants.length > 0) await addRows(tx, changed, tables.grants, grants);
      });
      return viewById(id);
    },
  };
}

const grantFrom = (
  { proposalId, accountId, role, unitId, fromOn, untilOn }: Row<'grantProposalLines'>,
  actor: Actor,
  { now, newId }: Pick<Needed, 'now' | 'newId'>,
): Row<'grants'> => ({
  id: newId('gr'),
  accountId,
  role,
  unitId,
  fromOn,
  untilOn,
  proposalId,
  grantedBy: actor.accountId,
  grantedAt: now(),
  endedAt: null,
});

interface Known {
  readonly accounts: ReadonlyMap<string, string>;
  readonly admins: ReadonlySet<string>;
  readonly units: ReadonlySet<string>;
}

function wrongIn(line: Proposed['lines'][number], at: string, known: Known): ProblemPlace[] {
  const { staffNo, unitId, fromOn, untilOn } = line;
  const account = known.accounts.get(staffNo);
  const wrong: [isWrong: boolean, field: string, zh: string, en: string][] = [
    [account === undefined, 'staffNo', '没有这个工号的账号', 'There is no account of this staff number'],
    [
      account !== undefined && known.admins.has(account),
      'staffNo',
      '三员不得兼任业务角色',
      'The three admins hold no business role',
    ],
    [unitId !== null && !known.units.has(unitId), 'unitId', '没有这个单位', 'There is no such unit'],
    [untilOn !== null && untilOn < fromOn, 'untilOn', '不能早于开始日期', 'Not before the first day'],
  ];
  return wrong
    .filter(([isWrong]) => isWrong)
    .map(([, field, zh, en]) => ({ pointer: `${at}/${field}`, detail: { zh, en } }));
}
