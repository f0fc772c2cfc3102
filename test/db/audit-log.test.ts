import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isConsistent, isIncluded } from '../../db/audit-log/proofs.ts';
import { headText, signatureCheck, signersOf } from '../../db/audit-log/signing.ts';
import { verifyStore } from '../../db/audit-log/verify.ts';
import { UnknownLogKey } from '../../db/audit-log/append.ts';
import { openStore, type Store } from '../../db/store.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import { behind } from '../support/behind.ts';
import { aLogKey, testLogKey } from '../support/test-keys.ts';
import { aUnit } from '../support/rows.ts';
import { act, aStore, engines, type TestStore } from '../support/store.ts';
import { testKeys } from '../support/test-keys.ts';

let units = 0;
async function anotherUnit(store: Store, reason: string | null = null) {
  units += 1;
  const unit = aUnit({ id: `un_${units}`, code: `U${units}` });
  await store.write(act('unit.added', { subject: unit.id, reason }), (tx, changed) =>
    addRows(tx, changed, store.tables.units, [unit]),
  );
  return unit;
}
const entryIds = async (store: Store) =>
  (await store.read.select({ id: store.tables.auditEntries.id }).from(store.tables.auditEntries)).map(
    ({ id }) => id,
  );

describe.each(engines)('the log on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let home: TestStore;
    beforeAll(async () => {
      home = await aStore(dialect);
    });
    afterAll(() => home?.remove());

    test('a store without an act has no head, and the first act gives it one that is signed', async () => {
      const { store } = home;
      expect(await store.log.head()).toBeNull();
      await anotherUnit(store);
      await store.log.sequenced();
      const head = (await store.log.head())!;
      const [key] = await store.log.keys();
      expect(head).toMatchObject({ size: 1, previousSize: 0, keyId: signersOf(testLogKey)[0].keyId });
      expect(signatureCheck(key!.publicKey)(headText(head), head.signature)).toBe(true);
      expect(signatureCheck(key!.publicKey)(headText({ ...head, size: 2 }), head.signature)).toBe(false);
    });

    test('writers at once: every entry gets one place, and many share a head', async () => {
      const { store } = home;
      await Promise.all(Array.from({ length: 60 }, () => anotherUnit(store)));
      await store.log.sequenced();
      const head = (await store.log.head())!;
      const ids = await entryIds(store);
      expect(head.size).toBe(ids.length);
      const places = await Promise.all(ids.map((id) => store.log.inclusion(id, head.size)));
      expect(new Set(places.map((place) => place?.sequence)).size).toBe(ids.length);
      for (const place of places) expect(isIncluded({ ...place!, rootHash: head.rootHash })).toBe(true);
      expect(await store.read.$count(store.tables.logHeads)).toBeLessThanOrEqual(ids.length);
    });

    test('an older head is the beginning of a newer one, and a place can be asked for by its number', async () => {
      const { store } = home;
      const older = (await store.log.head())!;
      for (let i = 0; i < 5; i += 1) await anotherUnit(store);
      await store.log.sequenced();
      const newer = (await store.log.head())!;
      const path = (await store.log.consistency(older.size, newer.size))!;
      const claim = {
        from: older.size,
        fromRoot: older.rootHash,
        to: newer.size,
        toRoot: newer.rootHash,
        path,
      };
      expect(isConsistent(claim)).toBe(true);
      expect(await store.log.headAt(older.size)).toEqual(older);
      expect(await store.log.rootAt(older.size)).toBe(older.rootHash);
      const byPlace = (await store.log.inclusion(3, newer.size))!;
      expect(isIncluded({ ...byPlace, rootHash: newer.rootHash })).toBe(true);
      expect(await store.log.inclusion(byPlace.entryId, 3)).toBeNull();
      expect(await store.log.inclusion('aud_none', newer.size)).toBeNull();
      expect(await store.log.consistency(1, newer.size + 1)).toBeNull();
      expect(await store.log.headHolds()).toBe(true);
    });

    test('a second store on the same database writes beside the first, and both logs are one', async () => {
      const { store, options } = home;
      let ids = 0;
      const newId = (prefix: string) => `${prefix}_second_${(ids += 1)}`;
      const second = await openStore({ ...options, newId });
      await Promise.all(Array.from({ length: 40 }, (_, i) => anotherUnit(i % 2 === 0 ? store : second)));
      await Promise.all([store.log.sequenced(), second.log.sequenced()]);
      const head = await store.log.head();
      expect(head).toEqual(await second.log.head());
      expect(head?.size).toBe((await entryIds(store)).length);
      await second.close();
      expect((await verifyStore(store)).faults).toEqual([]);
    });

    test('what was committed and not taken up when a process fell over is taken up by the next start', async () => {
      const own = await aStore(dialect);
      for (let i = 0; i < 5; i += 1) {
        await anotherUnit(own.store);
        // One by one: where the log follows the commits, several may share a head, and none be of size 3.
        await own.store.log.sequenced();
      }
      const held = (await own.store.log.headAt(3))!;
      await own.store.close();
      // As after a fall between the commit and the sequencing: the entries are there, the log does not know them.
      const beyond = `(position + 1) * ${dialect === 'sqlite' ? '(1 << level)' : 'power(2, level)'} > 3`;
      await behind(
        own,
        'delete from log_leaves where sequence >= 3',
        'delete from log_heads where size > 3',
        `delete from log_nodes where ${beyond}`,
      );
      const looked = await openStore({ ...own.options, sequence: false });
      expect((await verifyStore(looked)).findings).toMatchObject({ size: 3, pending: 2 });
      expect((await verifyStore(looked)).isSound).toBe(true);
      await looked.close();
      const again = await openStore(own.options);
      await Promise.all([anotherUnit(again), anotherUnit(again)]);
      await again.log.sequenced();
      const head = (await again.log.head())!;
      expect(head.size).toBe(7);
      const path = (await again.log.consistency(3, 7))!;
      const claim = { from: 3, fromRoot: held.rootHash, to: 7, toRoot: head.rootHash, path };
      expect(isConsistent(claim)).toBe(true);
      expect((await verifyStore(again)).faults).toEqual([]);
      await again.close();
      await own.remove();
    });

    test('a new key is vouched for by the old one, which need not sign any more', async () => {
      const own = await aStore(dialect);
      await anotherUnit(own.store);
      await own.store.log.sequenced();
      await own.store.close();
      const stranger = { ...testKeys, logKey: aLogKey(9) };
      await expect(openStore({ ...own.options, keys: stranger })).rejects.toThrow(UnknownLogKey);
      const both = { ...testKeys, logKey: `${aLogKey(9)}\n${testLogKey}` };
      const rotated = await openStore({ ...own.options, keys: both });
      await anotherUnit(rotated);
      await rotated.log.sequenced();
      expect((await rotated.log.head())?.keyId).toBe(signersOf(aLogKey(9))[0].keyId);
      expect((await rotated.log.keys()).map(({ vouchedBy }) => vouchedBy)).toEqual(
        Array(2).fill(signersOf(testLogKey)[0].keyId),
      );
      expect((await verifyStore(rotated)).faults).toEqual([]);
      await rotated.close();
      const after = await openStore({ ...own.options, keys: stranger });
      await anotherUnit(after);
      await after.log.sequenced();
      expect((await verifyStore(after)).faults).toEqual([]);
      await after.close();
      await own.remove();
    });

    test('texts that are not well-formed do no harm to the log', async () => {
      const own = await aStore(dialect);
      const { store } = own;
      const unit = aUnit({ id: 'un_odd', code: 'ODD', name: 'x\ud800y' });
      await store.write(act('unit.added', { reason: 'a\udfffb' }), (tx, changed) =>
        addRows(tx, changed, store.tables.units, [unit]),
      );
      await store.write(act('unit.renamed'), async (tx, changed) => {
        await changeRow(tx, changed, store.tables.units, { before: unit, set: { name: '\\ud800 z\udc00' } });
      });
      await store.log.sequenced();
      expect((await verifyStore(store)).faults).toEqual([]);
      await own.remove();
    });
  });
});
