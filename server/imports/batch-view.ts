import type { z } from 'zod';
import { accountLabels } from '../../db/queries/account-labels.ts';
import { pastDecisionCounts } from '../../db/queries/past-decisions.ts';
import type { Store } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import type { BatchView } from './imports.contract.ts';
import { kinds } from './kinds.ts';

export type Batch = z.infer<typeof BatchView>;
type StoredBatch = Row<'importBatches'>;

/** A batch is decided once and undone once: how often it has moved is its version. */
export const versionOf = ({ confirmedAt, undoneAt }: StoredBatch): number =>
  1 + Number(confirmedAt !== null) + Number(undoneAt !== null);

function actionsFor(actor: Actor, { kind, state, appliedBy }: StoredBatch): Batch['actions'] {
  const { confirm, undo } = kinds[kind].rights;
  const mayConfirm = confirm !== null && appliedBy !== actor.accountId && may(actor, confirm);
  return [
    ...(state === 'applied' && mayConfirm ? (['confirm', 'reject'] as const) : []),
    ...((state === 'applied' || state === 'confirmed') && may(actor, undo) ? (['undo'] as const) : []),
  ];
}

export async function viewsOfBatches(
  { read, tables }: Pick<Store, 'read' | 'tables'>,
  actor: Actor,
  batches: readonly StoredBatch[],
): Promise<Batch[]> {
  const people = batches.flatMap(({ appliedBy, confirmedBy, undoneBy }) => [
    appliedBy,
    confirmedBy,
    undoneBy,
  ]);
  const labels = await accountLabels(
    read,
    tables,
    people.filter((id) => id !== null),
  );
  const who = (kind: Batch['kind'], id: string): string => {
    const { staffNo = id, name = null } = labels.get(id) ?? {};
    // Whoever works with accounts sees no names.
    return kind === 'accounts' || name === null ? staffNo : `${name}（${staffNo}）`;
  };
  const waiting = batches.filter(({ kind, state }) => kind === 'conduct' && state === 'applied');
  const toBeTold = await pastDecisionCounts(
    read,
    tables,
    waiting.map(({ id }) => id),
  );
  return batches.map((batch) => ({
    id: batch.id,
    kind: batch.kind,
    year: batch.year,
    fileName: batch.fileName,
    counts: batch.counts,
    state: batch.state,
    needsConfirmation: kinds[batch.kind].rights.confirm !== null,
    pastDecisions: toBeTold.get(batch.id) ?? 0,
    appliedAt: batch.appliedAt,
    appliedBy: who(batch.kind, batch.appliedBy),
    confirmedAt: batch.confirmedAt,
    confirmedBy: batch.confirmedBy && who(batch.kind, batch.confirmedBy),
    undoneAt: batch.undoneAt,
    undoneBy: batch.undoneBy && who(batch.kind, batch.undoneBy),
    reason: batch.reason,
    version: versionOf(batch),
    actions: actionsFor(actor, batch),
  }));
}

export async function viewOfBatch(
  store: Pick<Store, 'read' | 'tables'>,
  actor: Actor,
  batch: StoredBatch,
): Promise<Batch> {
  const [view] = await viewsOfBatches(store, actor, [batch]);
  return view!;
}
