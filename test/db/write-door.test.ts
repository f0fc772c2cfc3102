import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashOfRow, NoChangeRecorded } from '../../db/audit-entry.ts';
import { isUniqueViolation } from '../../db/store-errors.ts';
import { addRows, changeRow, changeRows, StaleVersion } from '../../db/rows.ts';
import type { Tx } from '../../db/store.ts';
import { auditEntries, changesOfEntry, historyOfRow } from '../../db/queries/audit.ts';
import { unitsByCode } from '../../db/queries/roster.ts';
import { NestedWrite, StoreClosed } from '../../db/write-door.ts';
import { aUnit, NOON } from '../support/rows.ts';
import { act, aStore, engines, type TestStore } from '../support/store.ts';

describe.each(engines)('the write door on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let home: TestStore;
    beforeAll(async () => {
      home = await aStore(dialect);
    });
    afterAll(() => home.remove());

    let count = 0;
    const anotherUnit = () => {
      count += 1;
      return aUnit({ id: `un_${count}`, code: `U${count}` });
    };
    const added = async (unit = anotherUnit()) => {
      const { store } = home;
      await store.write(act('unit.added', { subject: unit.id }), (tx, changed) =>
        addRows(tx, changed, store.tables.units, [unit]),
      );
      return unit;
    };
    const codes = async (code: string) =>
      (await unitsByCode(home.store.read, home.store.tables, [code])).length;

    test('a write is there once it is acknowledged, and returns what the work returned', async () => {
      const { store } = home;
      const unit = anotherUnit();
      const answer = await store.write(act('unit.added'), async (tx, changed) => {
        await addRows(tx, changed, store.tables.units, [unit]);
        return 42;
      });
      expect(answer).toBe(42);
      expect(await unitsByCode(store.read, store.tables, [unit.code])).toEqual([unit]);
    });

    test('one act leaves one entry that says who, in which duty, what, to what, why and when', async () => {
      const { store } = home;
      const unit = anotherUnit();
      await store.write(
        act('unit.added', { subject: unit.id, reason: '新设机构', actor: 'acc_7', duty: 'hr_head' }),
        (tx, changed) => addRows(tx, changed, store.tables.units, [unit]),
      );
      const { items } = await auditEntries(store.read, store.tables, {
        subject: unit.id,
        actor: null,
        after: null,
        limit: 10,
      });
      expect(items).toEqual([
        {
          id: expect.stringMatching(/^aud_/u) as string,
          at: NOON,
          actor: 'acc_7',
          duty: 'hr_head',
          deed: 'unit.added',
          subject: unit.id,
          reason: '新设机构',
          oldHash: null,
          newHash: expect.stringMatching(/^[0-9a-f]{64}$/u) as string,
        },
      ]);
      const changes = await changesOfEntry(store.read, store.tables, items[0]!.id);
      expect(changes.map(({ tableName, rowId }) => [tableName, rowId])).toEqual([['units', unit.id]]);
    });

    test('the old hash of a change is the new hash of the one before it', async () => {
      const { store } = home;
      const before = await added();
      await store.write(act('unit.renamed', { subject: before.id }), (tx, changed) =>
        changeRow(tx, changed, store.tables.units, { before, set: { name: '教学事务处' } }),
      );
      const [first, second] = await historyOfRow(store.read, store.tables, 'units', before.id);
      expect(first?.oldHash).toBeNull();
      expect(second?.oldHash).toBe(first?.newHash);
      expect(second?.newHash).not.toBe(first?.newHash);
    });

    test('no audit, no act: work that names no change is refused and leaves nothing', async () => {
      const { store } = home;
      const unit = anotherUnit();
      const silent = store.write(act('unit.smuggled'), (tx) => tx.insertAll(store.tables.units, [unit]));
      await expect(silent).rejects.toThrow(NoChangeRecorded);
      await expect(silent).rejects.toThrow('no change was recorded by unit.smuggled');
      expect(await codes(unit.code)).toBe(0);
    });

    test('work that fails leaves neither rows nor an entry', async () => {
      const { store } = home;
      const unit = anotherUnit();
      const failing = store.write(act('unit.added', { subject: unit.id }), async (tx, changed) => {
        await addRows(tx, changed, store.tables.units, [unit]);
        throw new Error('second thoughts');
      });
      await expect(failing).rejects.toThrow('second thoughts');
      expect(await codes(unit.code)).toBe(0);
      expect(await historyOfRow(store.read, store.tables, 'units', unit.id)).toEqual([]);
    });

    test('a write inside a write is refused instead of waiting for itself', async () => {
      const { store } = home;
      const unit = anotherUnit();
      const nested = store.write(act('outer'), async (tx, changed) => {
        await addRows(tx, changed, store.tables.units, [unit]);
        await store.write(act('inner'), async () => {});
      });
      await expect(nested).rejects.toThrow(NestedWrite);
      expect(await codes(unit.code)).toBe(0);
    });

    test('a tx kept after its act cannot write past the door', async () => {
      const { store } = home;
      let kept: Tx | undefined;
      await store.write(act('unit.added'), async (tx, changed) => {
        kept = tx;
        await addRows(tx, changed, store.tables.units, [anotherUnit()]);
      });
      expect(() => kept!.insert(store.tables.units)).toThrow(TypeError);
      expect(() => kept!.insertAll(store.tables.units, [anotherUnit()])).toThrow(TypeError);
    });

    test('the read door refuses writes', async () => {
      const { store } = home;
      const sneaky = store.read as Tx;
      const attempt = async () => sneaky.insert(store.tables.units).values(anotherUnit());
      await expect(attempt()).rejects.toSatisfy(refusedAsReadOnly);
      const unit = await added();
      const another = async () => sneaky.update(store.tables.units).set({ name: '别名' });
      await expect(another()).rejects.toSatisfy(refusedAsReadOnly);
      expect(await unitsByCode(store.read, store.tables, [unit.code])).toEqual([unit]);
    });

    test('a reader does not see an act that is not finished, and a snapshot not one that came later', async () => {
      const { store } = home;
      const unit = anotherUnit();
      const later = anotherUnit();
      await store.write(act('unit.added'), async (tx, changed) => {
        await addRows(tx, changed, store.tables.units, [unit]);
        expect(await codes(unit.code)).toBe(0);
      });
      await store.snapshot(async (db) => {
        expect(await unitsByCode(db, store.tables, [unit.code])).toHaveLength(1);
        await added(later);
        expect(await unitsByCode(db, store.tables, [later.code])).toEqual([]);
      });
      expect(await codes(later.code)).toBe(1);
    });

    test('a second of one kind is a unique violation, and nothing else is', async () => {
      const unit = await added();
      const again = added({ ...unit, id: 'un_other' });
      await expect(again).rejects.toSatisfy(isUniqueViolation);
      const orphan = added(aUnit({ id: 'un_orphan', code: 'UO', parentId: 'un_nowhere' }));
      await expect(orphan).rejects.not.toSatisfy(isUniqueViolation);
      expect(isUniqueViolation(null)).toBe(false);
    });

    test('a withdrawn row does not stand in the way of its successor', async () => {
      const unit = await added(aUnit({ id: 'un_gone', code: 'UG', withdrawnAt: NOON }));
      await added({ ...unit, id: 'un_anew', withdrawnAt: null });
      expect(await codes('UG')).toBe(1);
    });

    test('a stale version changes nothing', async () => {
      const { store } = home;
      const before = await added();
      const rename = (name: string) =>
        store.write(act('unit.renamed'), (tx, changed) =>
          changeRow(tx, changed, store.tables.units, { before, set: { name } }),
        );
      expect(await rename('甲处')).toMatchObject({ name: '甲处', version: 2 });
      await expect(rename('乙处')).rejects.toThrow(StaleVersion);
      const [now] = await unitsByCode(store.read, store.tables, [before.code]);
      expect(now).toMatchObject({ name: '甲处', version: 2 });
    });

    test('of racers on one row exactly one wins', async () => {
      const { store } = home;
      const before = await added();
      const outcomes = await Promise.allSettled(
        ['甲', '乙', '丙', '丁'].map((name) =>
          store.write(act('unit.renamed'), (tx, changed) =>
            changeRow(tx, changed, store.tables.units, { before, set: { name } }),
          ),
        ),
      );
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
      expect(lost.every((outcome) => outcome.reason instanceof StaleVersion)).toBe(true);
    });

    test('a check before a write holds however many check at once', async () => {
      const { store } = home;
      const attempts = Array.from({ length: 12 }, (_, i) => i);
      const outcomes = await Promise.allSettled(
        attempts.map((i) =>
          store.write(act('unit.founded'), async (tx, changed) => {
            const there = await unitsByCode(tx, store.tables, ['UNIQUE-A', 'UNIQUE-B']);
            if (there.length > 0) throw new Error('already there');
            const code = i % 2 === 0 ? 'UNIQUE-A' : 'UNIQUE-B';
            await addRows(tx, changed, store.tables.units, [aUnit({ id: `un_race_${i}`, code })]);
          }),
        ),
      );
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    });

    test('many rows are changed alike, each with its entry', async () => {
      const { store } = home;
      const units = Array.from({ length: 1203 }, (_, i) => aUnit({ id: `un_m${i}`, code: `M${i}` }));
      await store.write(act('units.added'), (tx, changed) => addRows(tx, changed, store.tables.units, units));
      await store.write(act('units.withdrawn', { subject: 'bulk' }), (tx, changed) =>
        changeRows(tx, changed, store.tables.units, { before: units, set: { withdrawnAt: NOON } }),
      );
      expect(await codes('M1202')).toBe(0);
      const { items } = await auditEntries(store.read, store.tables, {
        subject: 'bulk',
        actor: null,
        after: null,
        limit: 1,
      });
      expect(await changesOfEntry(store.read, store.tables, items[0]!.id)).toHaveLength(1203);
      const missing = store.write(act('units.withdrawn'), (tx, changed) =>
        changeRows(tx, changed, store.tables.units, {
          before: [aUnit({ id: 'un_nobody' })],
          set: { withdrawnAt: NOON },
        }),
      );
      await expect(missing).rejects.toThrow(StaleVersion);
    });

    test('what the entry hashed is what the store holds', async () => {
      const { store } = home;
      const unit = await added();
      await store.write(act('unit.renamed'), (tx, changed) =>
        changeRow(tx, changed, store.tables.units, { before: unit, set: { name: '后勤处' } }),
      );
      const [row] = await unitsByCode(store.read, store.tables, [unit.code]);
      const history = await historyOfRow(store.read, store.tables, 'units', unit.id);
      expect(history.at(-1)?.newHash).toBe(hashOfRow(row!));
    });

    test('a store knows whether it is ready, and a closed one takes no more writes', async () => {
      const own = await aStore(dialect);
      expect(await own.store.ready()).toBe(true);
      await own.store.close();
      expect(await own.store.ready()).toBe(false);
      await expect(own.store.write(act('late'), async () => {})).rejects.toThrow(StoreClosed);
      await own.remove();
    });
  });
});

/** SQLite's refusal, or PostgreSQL's inside the error of its query. */
function refusedAsReadOnly(error: unknown): boolean {
  const told = error instanceof Error ? (error.cause ?? error) : error;
  return told instanceof Error && /readonly database|read-only transaction/u.test(told.message);
}
