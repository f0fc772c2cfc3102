import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '../../../db/queries/audit.ts';
import { rowsUpdatedBy } from '../../../db/queries/imports.ts';
import { addRows } from '../../../db/rows.ts';
import { sealedFields } from '../../../db/sealed-fields.ts';
import { openStore, type Store } from '../../../db/store.ts';
import { addDataKey, dropOlderDataKeys, keysFrom } from '../../../server/keys/key-file.ts';
import { resealing } from '../../../server/keys/reseal.ts';
import { aBatch, aCadre, anAccount, aUnit } from '../../support/rows.ts';
import { act, aStore, countedIds, engines, type TestStore } from '../../support/store.ts';
import { testKeys } from '../../support/test-keys.ts';

const newer = { ...testKeys, dataKey: Buffer.alloc(32, 5), olderDataKeys: [testKeys.dataKey] };
const PEOPLE = 120;
const idOf = (i: number) => `440000${String(i).padStart(12, '0')}`;

/** As the first version wrote it: without naming its key. */
function firstVersion(text: string): string {
  const sealed = sealedFields(testKeys).seal(text);
  return `s1.${sealed.slice(sealed.lastIndexOf('.') + 1)}`;
}

describe('封存的值说得出用的是哪把密钥', () => {
  test('旧格式照样读；不认识的密钥当场再问一次，再没有就不读', () => {
    const old = sealedFields(testKeys);
    const fresh = sealedFields(newer);
    expect(fresh.unseal(firstVersion('甲'))).toBe('甲');
    expect(fresh.unseal(old.seal('乙'))).toBe('乙');
    expect(fresh.seal('丙').startsWith(fresh.present)).toBe(true);
    expect(() => old.unseal(fresh.seal('丙'))).toThrow('cannot be read');
    const told = sealedFields({ ...testKeys, dataKeysNow: () => [newer.dataKey] });
    expect(told.unseal(fresh.seal('丙'))).toBe('丙');
    for (const value of ['440000197001011234', null, fresh.seal('丙')])
      expect(fresh.isOlder(value)).toBe(false);
    for (const value of [firstVersion('甲'), old.seal('乙')]) expect(fresh.isOlder(value)).toBe(true);
  });

  test('密钥文件：加一把新的，旧的留着读；弃用后只剩新的', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dandang-keys-'));
    const file = join(folder, 'k.json');
    const before = keysFrom(file);
    addDataKey(file);
    const after = keysFrom(file);
    expect(after.dataKey).not.toEqual(before.dataKey);
    expect(after.olderDataKeys).toEqual([before.dataKey]);
    expect(after.lookupKey).toEqual(before.lookupKey);
    dropOlderDataKeys(file);
    expect(keysFrom(file)).toMatchObject({ dataKey: after.dataKey, olderDataKeys: [] });
    expect(readFileSync(file, 'utf8')).not.toContain(Buffer.from(before.dataKey).toString('base64'));
    const both = [after.dataKey, before.dataKey].map((key) => Buffer.from(key).toString('base64')).join(',');
    expect(keysFrom(file, { dataKey: both }).olderDataKeys).toEqual([before.dataKey]);
    rmSync(folder, { recursive: true });
  });
});

describe.each(engines)('换数据密钥 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let home: TestStore;
    let rotated: Store;
    beforeAll(async () => {
      home = await aStore(dialect);
      await fill(home.store);
      const options = { ...home.options, newId: countedAfter(), keys: { ...home.options.keys, ...newer } };
      rotated = await openStore(options);
    });
    afterAll(async () => {
      await rotated.close();
      await home.remove();
    });
    /** Ids of their own, beside those of the first store. */
    const countedAfter = () => {
      const counted = countedIds();
      return (prefix: string) => counted(`${prefix}_after`);
    };

    async function fill(store: Store): Promise<void> {
      const { tables, sealed } = store;
      const people = Array.from({ length: PEOPLE }, (_, i) =>
        aCadre({
          ...{ id: `cad_${i}`, staffNo: `S${i}` },
          citizenIdSealed: i % 2 === 0 ? sealed.seal(idOf(i)) : firstVersion(idOf(i)),
          phoneSealed: i % 3 === 0 ? null : sealed.seal(`139${i}`),
        }),
      );
      const before = { ...people[1]!, phoneSealed: sealed.seal('an older phone') };
      await store.write(act('filled'), async (tx, changed) => {
        await addRows(tx, changed, tables.units, [aUnit()]);
        await addRows(tx, changed, tables.cadres, people);
        await addRows(tx, changed, tables.accounts, [anAccount({ totpSealed: sealed.seal('TOTPSECRET') })]);
        await addRows(tx, changed, tables.importBatches, [aBatch()]);
        await addRows(tx, changed, tables.importChanges, [
          {
            ...{ id: 'imc_1', batchId: 'bat_1', tableName: 'cadres', rowId: 'cad_1' },
            ...{ before, after: people[1]! },
          },
        ]);
      });
    }

    test('中断后接着做，不从头来；每批一条审计', async () => {
      const keys = resealing(rotated);
      const all = await keys.remaining();
      expect(all).toBeGreaterThan(PEOPLE);
      const stop = new Error('stopped');
      const stopped = keys.resealAll(() => {
        throw stop;
      });
      await expect(stopped).rejects.toBe(stop);
      const left = await keys.remaining();
      expect(left).toBeLessThan(all);
      expect(left).toBeGreaterThan(0);
      const { batches } = await keys.resealAll();
      expect(batches).toBeGreaterThan(1);
      expect(await keys.remaining()).toBe(0);
      const { read, tables } = rotated;
      const trail = await auditEntries(read, tables, {
        subject: 'cadres',
        actor: null,
        after: null,
        limit: 50,
      });
      expect(trail.items.filter(({ deed }) => deed === 'keys.resealed').length).toBeGreaterThan(1);
      expect(await keys.resealAll()).toEqual({ values: 0, batches: 0 });
    });

    test('没有旧密钥也都读得出，一个值不差', async () => {
      const alone = sealedFields({ ...newer, olderDataKeys: [] });
      const { read, tables } = rotated;
      for (const { id, citizenIdSealed, phoneSealed } of await read.select().from(tables.cadres)) {
        const i = Number(id.slice('cad_'.length));
        expect(alone.unseal(citizenIdSealed!)).toBe(idOf(i));
        expect(phoneSealed === null ? null : alone.unseal(phoneSealed)).toBe(i % 3 === 0 ? null : `139${i}`);
      }
      const [account] = await read.select().from(tables.accounts);
      expect(alone.unseal(account!.totpSealed!)).toBe('TOTPSECRET');
      const [change] = await read.select().from(tables.importChanges);
      expect(alone.unseal(String(change!.before['phoneSealed']))).toBe('an older phone');
    });

    test('换过密钥的行不算导入之后又被更改', async () => {
      const [updated] = await rowsUpdatedBy(rotated.read, rotated.tables, 'bat_1');
      expect(updated).toMatchObject({ isChangedSince: false });
    });
  });
});
