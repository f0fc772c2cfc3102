// A refusal because of kinship or conflict is itself on record: who tried, what, and why it was refused.
import { addRows } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import { Refused } from '../http/problem.ts';
import type { Actor, Touched } from '../permissions/actor.ts';
import type { Permission } from '../permissions/matrix.ts';
import { isRecusedFrom } from '../permissions/may.ts';
import { recused } from './relations.problems.ts';

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
}

/** Refuses whoever would have the right but for recusal, and notes it; lets everybody else pass. */
export async function denyRecused(
  { store, now, newId }: Needed,
  actor: Actor,
  { permission, ...touched }: Touched & { readonly permission: Permission; readonly cadreId: string },
): Promise<void> {
  if (!isRecusedFrom(actor, permission, touched)) return;
  const denial = {
    ...{ id: newId('den'), at: now(), accountId: actor.accountId, fileId: null },
    ...{ event: permission, because: 'recused' },
  };
  const act = { actor: actor.accountId, duty: 'none', deed: 'access.denied', subject: touched.cadreId };
  await store.write({ ...act, reason: permission }, (tx, changed) =>
    addRows(tx, changed, store.tables.denials, [denial]),
  );
  throw new Refused(recused);
}
