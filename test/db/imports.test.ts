import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows, changeRow } from '../../db/rows.ts';
import {
  batchById,
  batchesAwaitingConfirmation,
  batchHistory,
  changesOfBatch,
  referencesToBatch,
  rowsUpdatedBy,
} from '../../db/queries/imports.ts';
import { cadresByStaffNo, unitsByCode } from '../../db/queries/roster.ts';
import { confirmRowsOf, putBackRowsOf, withdrawRowsOf } from '../../db/queries/settle-batch.ts';
import { isUniqueViolation } from '../../db/store-errors.ts';
import type { Store } from '../../db/store.ts';
import {
  aBatch,
  aCadre,
  aConstraint,
  aMeasure,
  anAppointment,
  anAccount,
  aPost,
  aPool,
  anEnrolment,
  aRun,
  aUnit,
  aYear,
  NOON,
} from '../support/rows.ts';
import { act, aStore, engines, type TestStore } from '../support/store.ts';

const old = aUnit({ id: 'un_old', code: 'OLD', name: '旧名' });
const renamed = { ...old, name: '新名', version: 2 };

/** A roster import of one unit, one post, one cadre and one appointment, which also renamed a unit. */
async function importRoster(store: Store): Promise<void> {
  const { tables } = store;
  const brought = { batchId: 'bat_1' };
  await store.write(act('roster.imported', { subject: 'bat_1' }), async (tx, changed) => {
    await addRows(tx, changed, tables.units, [old]);
    await addRows(tx, changed, tables.importBatches, [aBatch()]);
    await changeRow(tx, changed, tables.units, { before: old, set: { name: '新名' } });
    await addRows(tx, changed, tables.importChanges, [
      { id: 'chg_1', batchId: 'bat_1', tableName: 'units', rowId: old.id, before: old, after: renamed },
    ]);
    await addRows(tx, changed, tables.units, [
      aUnit(brought),
      aUnit({ id: 'un_2', code: 'U2', parentId: 'un_1', ...brought }),
    ]);
    await addRows(tx, changed, tables.posts, [aPost(brought)]);
    await addRows(tx, changed, tables.cadres, [aCadre(brought)]);
    await addRows(tx, changed, tables.appointments, [anAppointment(brought)]);
  });
}

const undo = (store: Store) =>
  store.write(act('roster.undone', { subject: 'bat_1', reason: '导错文件' }), async (tx, changed) => {
    const writing = { tx, changed, tables: store.tables };
    const back = await putBackRowsOf(writing, 'bat_1');
    const withdrawn = await withdrawRowsOf(writing, 'bat_1', NOON);
    return { back, withdrawn };
  });

describe.each(engines)('imports on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    test('after an undo nothing of the batch is visible, what it changed is as before, and it can come again', async () => {
      const { store, remove } = await aStore(dialect);
      await importRoster(store);
      expect(await referencesToBatch(store.read, store.tables, 'bat_1')).toEqual([]);
      expect(await undo(store)).toEqual({ back: 1, withdrawn: 5 });
      expect(await cadresByStaffNo(store.read, store.tables, ['S001'])).toEqual([]);
      const units = await unitsByCode(store.read, store.tables, ['U1', 'U2', 'OLD']);
      expect(units).toEqual([{ ...old, version: 3 }]);
      await store.write(act('roster.imported'), (tx, changed) =>
        addRows(tx, changed, store.tables.units, [aUnit({ id: 'un_again' })]),
      );
      expect(await unitsByCode(store.read, store.tables, ['U1'])).toHaveLength(1);
      await remove();
    });

    test('whatever refers to a batch is named, from every table, and withdrawn rows are not', async () => {
      const { store, remove } = await aStore(dialect);
      const { tables } = store;
      await importRoster(store);
      await store.write(act('work.went.on'), async (tx, changed) => {
        await addRows(tx, changed, tables.units, [
          aUnit({ id: 'un_child', code: 'CHILD', parentId: 'un_2' }),
        ]);
        await addRows(tx, changed, tables.accounts, [anAccount({ cadreId: 'cad_1' })]);
        await addRows(tx, changed, tables.constraints, [
          aConstraint(),
          aConstraint({ id: 'cst_2', withdrawnAt: NOON }),
        ]);
        await addRows(tx, changed, tables.years, [aYear()]);
        await addRows(tx, changed, tables.pools, [aPool()]);
        await addRows(tx, changed, tables.enrolments, [anEnrolment()]);
        await addRows(tx, changed, tables.runs, [aRun()]);
      });
      const references = await referencesToBatch(store.read, tables, 'bat_1');
      const told = references.map((it) => `${it.table} ${it.rowId} → ${it.refersToTable} ${it.refersToId}`);
      expect(told.sort()).toEqual([
        'accounts acc_1 → cadres cad_1',
        'constraints cst_1 → cadres cad_1',
        'enrolments en_1 → cadres cad_1',
        'enrolments en_1 → units un_1',
        'units un_child → units un_2',
      ]);
      expect(await referencesToBatch(store.read, tables, 'bat_1', 2)).toHaveLength(2);
      await remove();
    });

    test('a row changed again after the batch is told apart from one that was not', async () => {
      const { store, remove } = await aStore(dialect);
      await importRoster(store);
      const changedSince = async () =>
        (await rowsUpdatedBy(store.read, store.tables, 'bat_1')).map((row) => row.isChangedSince);
      expect(await changedSince()).toEqual([false]);
      await store.write(act('unit.renamed'), (tx, changed) =>
        changeRow(tx, changed, store.tables.units, { before: renamed, set: { name: '更新的名' } }),
      );
      expect(await changedSince()).toEqual([true]);
      await remove();
    });

    describe('figures', () => {
      let home: TestStore;
      const waiting = { batchId: 'bat_2', confirmedAt: null, confirmedBy: null };
      beforeAll(async () => {
        home = await aStore(dialect);
        const { tables } = home.store;
        await home.store.write(act('figures.imported'), async (tx, changed) => {
          await addRows(tx, changed, tables.units, [aUnit()]);
          await addRows(tx, changed, tables.cadres, [aCadre()]);
          await addRows(tx, changed, tables.years, [aYear()]);
          await addRows(tx, changed, tables.importBatches, [
            aBatch({ id: 'bat_2', kind: 'figures', year: 2026, appliedAt: NOON + 2 }),
            aBatch({ id: 'bat_3', kind: 'conduct', state: 'confirmed', appliedAt: NOON + 3 }),
            aBatch({ id: 'bat_4', kind: 'roster', appliedAt: NOON + 3 }),
          ]);
          await addRows(tx, changed, tables.measures, [
            aMeasure(waiting),
            aMeasure({ id: 'me_2', measure: 'leadership', ...waiting }),
          ]);
        });
      });
      afterAll(() => home?.remove());

      test('wait for a second person, who makes the whole batch count', async () => {
        const { store } = home;
        const awaiting = await batchesAwaitingConfirmation(store.read, store.tables);
        expect(awaiting.map(({ id }) => id)).toEqual(['bat_2']);
        const count = await store.write(act('figures.confirmed'), (tx, changed) =>
          confirmRowsOf({ tx, changed, tables: store.tables }, 'bat_2', { by: 'acc_head', at: NOON }),
        );
        expect(count).toBe(2);
        const rows = await store.read.select().from(store.tables.measures);
        expect(rows.map((row) => [row.confirmedBy, row.confirmedAt])).toEqual([
          ['acc_head', NOON],
          ['acc_head', NOON],
        ]);
      });

      test('of one measure only one may count: a correction waits, and is confirmed after the old is withdrawn', async () => {
        const { store } = home;
        const { measures } = store.tables;
        const add = (more: object) =>
          store.write(act('figure.corrected'), (tx, changed) =>
            addRows(tx, changed, measures, [aMeasure({ value: 9000, supersedesId: 'me_1', ...more })]),
          );
        await expect(add({ id: 'me_8' })).rejects.toSatisfy(isUniqueViolation);
        await add({ id: 'me_9', confirmedAt: null, confirmedBy: null });
      });

      test('the history shows the latest first, by kind and page', async () => {
        const { read, tables } = home.store;
        const first = await batchHistory(read, tables, { kinds: null, after: null, limit: 2 });
        expect(first.items.map(({ id }) => id)).toEqual(['bat_4', 'bat_3']);
        const second = await batchHistory(read, tables, { kinds: null, after: first.next, limit: 2 });
        expect(second).toMatchObject({ items: [{ id: 'bat_2' }], next: null });
        const conduct = await batchHistory(read, tables, { kinds: ['conduct'], after: null, limit: 9 });
        expect(conduct.items.map(({ id }) => id)).toEqual(['bat_3']);
        expect(await batchById(read, tables, 'bat_2')).toMatchObject({ kind: 'figures', year: 2026 });
        expect(await batchById(read, tables, 'bat_9')).toBeUndefined();
        expect(await changesOfBatch(read, tables, 'bat_2')).toEqual([]);
      });
    });
  });
});
