// What becomes of a batch: a second person confirms or rejects it, and whoever may can undo it as a whole.
import type { z } from 'zod';
import { retireSupersededBy } from '../../db/queries/bring-batch.ts';
import { pastDecisionsOf } from '../../db/queries/past-decisions.ts';
import { cadresReachedBy, unitsReachedBy } from '../../db/queries/import-reach.ts';
import { batchById, batchHistory } from '../../db/queries/imports.ts';
import { yearOf } from '../../db/queries/years.ts';
import type { Changed } from '../../db/audit-entry.ts';
import { changeRow } from '../../db/rows.ts';
import type { Store, Tx } from '../../db/store.ts';
import type { BatchKind, BatchState } from '../../db/tables/imports.ts';
import type { Row } from '../../db/tables/index.ts';
import { confirmRowsOf, putBackRowsOf, withdrawRowsOf } from '../../db/queries/settle-batch.ts';
import { openPast } from '../conduct/open-past.ts';
import { notAllowed, notFound, Refused, staleVersion } from '../http/problem.ts';
import type { PageQuery } from '../http/shared.contract.ts';
import type { Actor } from '../permissions/actor.ts';
import { guardsOf, type Permission } from '../permissions/matrix.ts';
import { dutyOf, may, scopeOf } from '../permissions/may.ts';
import type { Here } from '../procedures/file-kind.ts';
import { againstUndoing } from './against-undoing.ts';
import { type Batch, versionOf, viewOfBatch, viewsOfBatches } from './batch-view.ts';
import type { BatchPage, DecideBatch, UndoBatch } from './imports.contract.ts';
import {
  batchDecided,
  batchHoldsKin,
  batchInUse,
  confirmerIsUploader,
  needsNoConfirmation,
  yearNotOpen,
} from './imports.problems.ts';
import { kinds } from './kinds.ts';
import { standsBackFrom } from './stand-back.ts';

type StoredBatch = Row<'importBatches'>;
interface OfBatch {
  readonly kind: BatchKind;
  readonly id: string;
}
export interface BatchesService {
  /** The latest first. */
  history(
    actor: Actor,
    input: { kind: BatchKind } & z.infer<typeof PageQuery>,
  ): Promise<z.infer<typeof BatchPage>>;
  /** Confirmed by somebody other than who imported it, its facts count; rejected, they are withdrawn. */
  decide(actor: Actor, input: OfBatch & z.infer<typeof DecideBatch>): Promise<Batch>;
  undo(actor: Actor, input: OfBatch & z.infer<typeof UndoBatch>): Promise<Batch>;
  /** Undoes it as it stands now, for whoever did not look at it before. */
  undoNow(actor: Actor, input: { id: string; reason: string }): Promise<Batch>;
}

interface Needed {
  readonly store: Store;
  readonly here: Here;
}
type Writing = { tx: Tx; changed: Changed; tables: Store['tables'] };
interface Asked extends OfBatch {
  readonly permission: Permission;
  readonly version: number;
  readonly from: readonly BatchState[];
}

export function batchesService({ store, here }: Needed): BatchesService {
  const { tables } = store;
  const { now, newId } = here;

  /** The batch, if it is within the actor's reach and still as the actor saw it. */
  async function batchFor(tx: Tx, actor: Actor, asked: Asked): Promise<StoredBatch> {
    const batch = await batchById(tx, tables, asked.id);
    if (!batch || batch.kind !== asked.kind) throw new Refused(notFound);
    const scope = scopeOf(actor, asked.permission);
    const reached = scope.kind === 'all' ? [] : await unitsReachedBy(tx, tables, batch.id);
    if (scope.kind !== 'all' && !(scope.kind === 'units' && reached.every((unit) => scope.units.has(unit))))
      throw new Refused(notFound);
    await refuseRecused(tx, actor, asked);
    if (!asked.from.includes(batch.state)) throw new Refused(batchDecided);
    if (versionOf(batch) !== asked.version) throw new Refused(staleVersion);
    if (batch.year !== null && (await yearOf(tx, tables, batch.year))?.state !== 'open')
      throw new Refused(yearNotOpen);
    return batch;
  }

  /** Guard R over a whole batch: whoever has kin in it, or is in it himself, leaves it to somebody else. */
  async function refuseRecused(tx: Tx, actor: Actor, { id, kind, permission }: Asked): Promise<void> {
    const recused = standsBackFrom(actor, kind);
    if (recused.size === 0 || !guardsOf(permission).includes('R')) return;
    const kin = await cadresReachedBy(tx, tables, id, [...recused]);
    if (kin.length > 0) throw new Refused(batchHoldsKin);
  }

  const actOf = (
    actor: Actor,
    permission: Permission,
    { deed, id, reason }: Record<'deed' | 'id' | 'reason', string>,
  ) => ({
    ...{ actor: actor.accountId, duty: dutyOf(actor, permission), deed, subject: id, reason },
  });

  async function settle(writing: Writing, batch: StoredBatch, event: 'confirm' | 'reject', by: string) {
    const at = now();
    if (event === 'reject') await withdrawRowsOf(writing, batch.id, at);
    else {
      await retireSupersededBy({ ...writing, newId }, batch.id, at);
      await confirmRowsOf(writing, batch.id, { by, at });
      await openPastDecisions(writing, batch, by);
    }
    return { confirmedBy: by, confirmedAt: at };
  }

  /** What speaks against a person is told to him first: each such row becomes a file, and weighs once it is final. */
  async function openPastDecisions(writing: Writing, { id, appliedBy }: StoredBatch, confirmedBy: string) {
    const kind = here.kinds.get('inaction')!;
    for (const record of await pastDecisionsOf(writing.tx, tables, id))
      await openPast({ ...writing, here, kind }, record, { enteredBy: appliedBy, confirmedBy });
  }

  const service: BatchesService = {
    async history(actor, { kind, after, limit }) {
      if (!may(actor, kinds[kind].rights.enter) && !mayConfirm(actor, kind)) throw new Refused(notAllowed);
      const page = await batchHistory(store.read, tables, { kinds: [kind], after: after ?? null, limit });
      return { items: await viewsOfBatches(store, actor, page.items), next: page.next };
    },

    async decide(actor, { kind, id, event, version, reason }) {
      const permission = kinds[kind].rights.confirm;
      if (permission === null) throw new Refused(needsNoConfirmation);
      if (!may(actor, permission)) throw new Refused(notAllowed);
      const deed = `${kind}.${event === 'confirm' ? 'confirmed' : 'rejected'}`;
      const after = await store.write(actOf(actor, permission, { deed, id, reason }), async (tx, changed) => {
        const batch = await batchFor(tx, actor, { kind, id, permission, version, from: ['applied'] });
        if (batch.appliedBy === actor.accountId) throw new Refused(confirmerIsUploader);
        const settled = await settle({ tx, changed, tables }, batch, event, actor.accountId);
        const state: BatchState = event === 'confirm' ? 'confirmed' : 'rejected';
        return changeRow(tx, changed, tables.importBatches, {
          before: batch,
          set: { ...settled, state, reason },
        });
      });
      return viewOfBatch(store, actor, after);
    },

    async undo(actor, { kind, id, version, reason }) {
      const permission = kinds[kind].rights.undo;
      if (!may(actor, permission)) throw new Refused(notAllowed);
      const act = actOf(actor, permission, { deed: `${kind}.undone`, id, reason });
      const after = await store.write(act, async (tx, changed) => {
        const writing = { tx, changed, tables };
        const from: readonly BatchState[] = ['applied', 'confirmed'];
        const batch = await batchFor(tx, actor, { kind, id, permission, version, from });
        const places = await againstUndoing(tx, tables, id);
        if (places.length > 0) throw new Refused(batchInUse, { places });
        const at = now();
        // What the batch brought goes first: what it replaced may then stand again.
        await withdrawRowsOf(writing, id, at);
        await putBackRowsOf(writing, id);
        const set = { state: 'undone' as const, undoneBy: actor.accountId, undoneAt: at, reason };
        return changeRow(tx, changed, tables.importBatches, { before: batch, set });
      });
      return viewOfBatch(store, actor, after);
    },

    async undoNow(actor, { id, reason }) {
      const batch = await batchById(store.read, tables, id);
      if (!batch) throw new Refused(notFound);
      return service.undo(actor, { kind: batch.kind, id, version: versionOf(batch), reason });
    },
  };
  return service;
}

const mayConfirm = (actor: Actor, kind: BatchKind): boolean => {
  const { confirm } = kinds[kind].rights;
  return confirm !== null && may(actor, confirm);
};
