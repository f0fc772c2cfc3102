import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows } from '../../db/rows.ts';
import { sealedFields, UnreadableSeal } from '../../db/sealed-fields.ts';
import { cadresByCitizenId } from '../../db/queries/roster.ts';
import { aCadre, aUnit } from '../support/rows.ts';
import { act, aStore, type TestStore } from '../support/store.ts';
import { testKeys } from '../support/test-keys.ts';

const CITIZEN_ID = '440305198001011234';
const PHONE = '13800138000';

describe('a sealed field', () => {
  const sealed = sealedFields(testKeys);

  test('reads back as it was, and never looks the same twice', () => {
    expect(sealed.unseal(sealed.seal('张三 440305'))).toBe('张三 440305');
    expect(sealed.unseal(sealed.seal(''))).toBe('');
    expect(sealed.seal(PHONE)).not.toBe(sealed.seal(PHONE));
  });

  test('altered by one bit, cut short or sealed with another key, it is refused', () => {
    const text = sealed.seal(CITIZEN_ID);
    const bytes = Buffer.from(text.slice(3), 'base64url');
    for (const position of [0, 12, 28, bytes.length - 1]) {
      const altered = Buffer.from(bytes);
      altered[position]! ^= 1;
      expect(() => sealed.unseal(`s1.${altered.toString('base64url')}`)).toThrow(UnreadableSeal);
    }
    expect(() => sealed.unseal('s1.AAAA')).toThrow(UnreadableSeal);
    expect(() => sealed.unseal(CITIZEN_ID)).toThrow(UnreadableSeal);
    const other = sealedFields({ ...testKeys, dataKey: Buffer.alloc(32, 9) });
    expect(() => other.unseal(text)).toThrow(UnreadableSeal);
  });

  test('is found again by its look-up, which says nothing without the key', () => {
    expect(sealed.lookup(CITIZEN_ID)).toBe(sealed.lookup(CITIZEN_ID));
    expect(sealed.lookup(CITIZEN_ID)).not.toBe(sealed.lookup(PHONE));
    const other = sealedFields({ ...testKeys, lookupKey: Buffer.alloc(32, 9) });
    expect(other.lookup(CITIZEN_ID)).not.toBe(sealed.lookup(CITIZEN_ID));
  });

  test('keys of a wrong length are refused', () => {
    expect(() => sealedFields({ ...testKeys, dataKey: Buffer.alloc(16) })).toThrow('dataKey');
    expect(() => sealedFields({ ...testKeys, lookupKey: Buffer.alloc(16) })).toThrow('lookupKey');
  });
});

describe('in the database file', () => {
  let home: TestStore;
  beforeAll(async () => {
    home = await aStore('sqlite');
    const { store } = home;
    const person = aCadre({
      citizenIdSealed: store.sealed.seal(CITIZEN_ID),
      citizenIdLookup: store.sealed.lookup(CITIZEN_ID),
      phoneSealed: store.sealed.seal(PHONE),
    });
    await store.write(act('cadre.added', { subject: person.id }), async (tx, changed) => {
      await addRows(tx, changed, store.tables.units, [aUnit()]);
      await addRows(tx, changed, store.tables.cadres, [person]);
    });
  });
  afterAll(() => home.remove());

  test('neither citizen ID nor phone appears, in the log of writes as little as in the pages', async () => {
    const folder = dirname(home.options.url.slice('file:'.length));
    const files = readdirSync(folder);
    expect(files).toContain('test.db-wal');
    const bytes = Buffer.concat(files.map((file) => readFileSync(join(folder, file))));
    expect(bytes.includes('张三')).toBe(true);
    expect(bytes.includes(CITIZEN_ID)).toBe(false);
    expect(bytes.includes(PHONE)).toBe(false);
  });

  test('the person is found by citizen ID and read with the key', async () => {
    const { store } = home;
    const [person] = await cadresByCitizenId(store.read, store.tables, [store.sealed.lookup(CITIZEN_ID)]);
    expect(store.sealed.unseal(person!.citizenIdSealed!)).toBe(CITIZEN_ID);
    expect(store.sealed.unseal(person!.phoneSealed!)).toBe(PHONE);
  });
});
