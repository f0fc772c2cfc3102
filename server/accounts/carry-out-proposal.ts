// What a proposal comes to once it is granted: roles begin, and roles end, in the act that decides.
import { grantsById } from '../../db/queries/account-security.ts';
import { holdersAmong } from '../../db/queries/account-pages.ts';
import type { Changed } from '../../db/audit-entry.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Tables, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import { Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { ADMIN_ROLES, isAdminRole } from '../permissions/matrix.ts';
import { adminHoldsNoOffice } from './accounts.problems.ts';

type Line = Row<'grantProposalLines'>;
interface Decided {
  readonly tables: Tables;
  readonly lines: readonly Line[];
  readonly actor: Actor;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
}

export async function carryOut(tx: Tx, changed: Changed, decided: Decided): Promise<void> {
  const { tables, lines, actor, now } = decided;
  const ending = lines.flatMap(({ endsGrantId }) => (endsGrantId === null ? [] : [endsGrantId]));
  const beginning = lines.filter(({ endsGrantId }) => endsGrantId === null);
  // Asked here, where nothing can come between: an admin holds no business role, and nobody becomes one this way.
  const accountIds = beginning.map(({ accountId }) => accountId);
  const admins = await holdersAmong(tx, tables, accountIds, ADMIN_ROLES);
  if (admins.size > 0 || beginning.some(({ role }) => isAdminRole(role)))
    throw new Refused(adminHoldsNoOffice);
  for (const before of await grantsById(tx, tables, ending)) {
    if (before.endedAt !== null) continue;
    const set = { endedAt: now(), endedBy: actor.accountId };
    await changeRow(tx, changed, tables.grants, { before, set });
  }
  const grants = beginning.map((line) => grantFrom(line, decided));
  if (grants.length > 0) await addRows(tx, changed, tables.grants, grants);
}

const grantFrom = (
  { proposalId, accountId, role, unitId, fromOn, untilOn }: Line,
  { actor, now, newId }: Decided,
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
  endedBy: null,
});
