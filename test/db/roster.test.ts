import { pinyin } from 'pinyin-pro';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows } from '../../db/rows.ts';
import { UnknownCursor } from '../../db/queries/page.ts';
import {
  appointmentsOf,
  cadreById,
  cadreCount,
  cadrePage,
  cadresByStaffNo,
  postsByCode,
  unitsBelow,
  unitsByCode,
  visiblePosts,
  visibleUnits,
} from '../../db/queries/roster.ts';
import { conductOf, constraintsOf, postsHeldBy } from '../../db/queries/files.ts';
import {
  aCadre,
  aConstraint,
  anAppointment,
  anInaction,
  anInitiative,
  aPost,
  aUnit,
  NOON,
} from '../support/rows.ts';
import { act, aStore, engines, type TestStore } from '../support/store.ts';

const named = (staffNo: string, name: string, unitId = 'un_1') =>
  aCadre({
    id: `cad_${staffNo}`,
    staffNo,
    name,
    unitId,
    nameKey: `${pinyin(name, { toneType: 'num', surname: 'head', type: 'array' }).join(' ')}|${name}`,
    namePinyin: pinyin(name, { toneType: 'none', surname: 'head', type: 'array' }).join(''),
    nameInitials: pinyin(name, { pattern: 'first', surname: 'head', type: 'array' }).join(''),
  });

const units = [
  aUnit({ id: 'un_1', code: 'U1' }),
  aUnit({ id: 'un_2', code: 'U2', name: '教务科', parentId: 'un_1' }),
  aUnit({ id: 'un_3', code: 'U3', name: '学籍组', parentId: 'un_2' }),
  aUnit({ id: 'un_4', code: 'U4', name: '后勤处' }),
  aUnit({ id: 'un_5', code: 'U5', name: '撤销的科', parentId: 'un_1', withdrawnAt: NOON }),
];
const cadres = [
  named('S001', '张三'),
  named('S002', '李四', 'un_2'),
  named('S003', '阿明', 'un_3'),
  named('S004', '王五', 'un_4'),
  named('S005', '赵六', 'un_4'),
  { ...named('S006', '曾 单'), name: '曾单' },
  { ...named('S100%', '欧阳_修'), namePinyin: 'ouyangxiu', nameInitials: 'oyx' },
  { ...named('S999', '钱七'), withdrawnAt: NOON },
];

describe.each(engines)('the roster on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let home: TestStore;
    beforeAll(async () => {
      home = await aStore(dialect);
      const { tables } = home.store;
      await home.store.write(act('roster.imported'), async (tx, changed) => {
        await addRows(tx, changed, tables.units, units);
        await addRows(tx, changed, tables.posts, [
          aPost(),
          aPost({ id: 'po_2', code: 'P2', unitId: 'un_2' }),
        ]);
        await addRows(tx, changed, tables.cadres, cadres);
        await addRows(tx, changed, tables.appointments, [
          anAppointment({
            id: 'app_2',
            cadreId: 'cad_S001',
            postId: 'po_2',
            unitId: 'un_2',
            fromOn: '2021-01-01',
          }),
          anAppointment({ id: 'app_1', cadreId: 'cad_S001', fromOn: '2018-03-01', toOn: '2020-12-31' }),
          anAppointment({ id: 'app_3', cadreId: 'cad_S002', withdrawnAt: NOON }),
        ]);
        await addRows(tx, changed, tables.conductRecords, [
          anInitiative({ cadreId: 'cad_S001', occurredOn: '2026-07-01' }),
          anInaction({ cadreId: 'cad_S001', confirmedAt: null, confirmedBy: null }),
          anInaction({ id: 'con_9', cadreId: 'cad_S001', withdrawnAt: NOON }),
        ]);
        await addRows(tx, changed, tables.constraints, [
          aConstraint({ cadreId: 'cad_S001' }),
          aConstraint({ id: 'cst_9', cadreId: 'cad_S001', withdrawnAt: NOON }),
        ]);
      });
    });
    afterAll(() => home?.remove());

    const page = (filter: Partial<Parameters<typeof cadrePage>[2]> = {}) =>
      cadrePage(home.store.read, home.store.tables, {
        search: '',
        unitIds: null,
        after: null,
        limit: 50,
        ...filter,
      });
    const names = async (filter: Partial<Parameters<typeof cadrePage>[2]> = {}) =>
      (await page(filter)).items.map(({ name }) => name);

    test('units, posts and cadres are found by their codes, withdrawn ones are not', async () => {
      const { read, tables } = home.store;
      const found = await unitsByCode(read, tables, ['U1', 'U5', 'U1', 'nothing']);
      expect(found).toEqual([units[0]]);
      expect((await postsByCode(read, tables, ['P2'])).map(({ id }) => id)).toEqual(['po_2']);
      expect(await cadresByStaffNo(read, tables, ['S999', 'S002'])).toEqual([cadres[1]]);
      expect(await unitsByCode(read, tables, [])).toEqual([]);
    });

    test('a set of codes may be larger than a statement takes parameters', async () => {
      const { read, tables } = home.store;
      const many = Array.from({ length: 70_000 }, (_, i) => `none_${i}`);
      expect(await cadresByStaffNo(read, tables, [...many, 'S001'])).toHaveLength(1);
    });

    test('everybody is listed in the order of a Chinese reader', async () => {
      expect(await names()).toEqual(['阿明', '李四', '欧阳_修', '王五', '曾单', '张三', '赵六']);
    });

    test('阿明 李四 王五 张三 赵六, a page at a time, none twice and none left out', async () => {
      const seen: string[] = [];
      let after: string | null = null;
      do {
        const { items, next } = await page({ after, limit: 2, unitIds: ['un_1', 'un_2', 'un_3', 'un_4'] });
        expect(items.length).toBeLessThanOrEqual(2);
        seen.push(...items.map(({ name }) => name));
        after = next;
      } while (after !== null);
      expect(seen.filter((name) => !['欧阳_修', '曾单'].includes(name))).toEqual([
        '阿明',
        '李四',
        '王五',
        '张三',
        '赵六',
      ]);
      expect(seen).toHaveLength(7);
    });

    test.each([
      ['三', ['张三']],
      ['zhangs', ['张三']],
      ['zhang san', ['张三']],
      ['ZS', ['张三']],
      ['ls', ['李四']],
      ['s004', ['王五']],
      ['100%', ['欧阳_修']],
      ['_', ['欧阳_修']],
      ['%', ['欧阳_修']],
      ['\\', []],
      ["' or 1=1 --", []],
      ['钱七', []],
    ])('a search for %s finds %j', async (search, expected) => {
      expect(await names({ search })).toEqual(expected);
      const { read, tables } = home.store;
      expect(await cadreCount(read, tables, { search, unitIds: null })).toBe(expected.length);
    });

    test('a scope shows the people of its units only', async () => {
      expect(await names({ unitIds: ['un_4'] })).toEqual(['王五', '赵六']);
      expect(await names({ unitIds: [] })).toEqual([]);
      expect(await names({ unitIds: ['un_4'], search: 'zl' })).toEqual(['赵六']);
    });

    test.each(['nonsense', 'WzFd', '', 'WzEsMl0', 'bnVsbA'])(
      'a cursor %j of nobody is refused',
      async (after) => {
        await expect(page({ after })).rejects.toThrow(UnknownCursor);
      },
    );

    test('a scope reaches the units below, whatever stands in a circle', async () => {
      const { read, tables } = home.store;
      expect(await unitsBelow(read, tables, ['un_1'])).toEqual(['un_1', 'un_2', 'un_3']);
      expect(await unitsBelow(read, tables, ['un_3', 'un_4', 'un_5', 'un_9'])).toEqual(['un_3', 'un_4']);
      expect((await visibleUnits(read, tables)).map(({ id }) => id)).toEqual([
        'un_1',
        'un_2',
        'un_3',
        'un_4',
      ]);
      expect(await visiblePosts(read, tables)).toHaveLength(2);
    });

    test('a person is read whole, with posts held, conduct and constraints in their order', async () => {
      const { read, tables } = home.store;
      expect(await cadreById(read, tables, 'cad_S001')).toEqual(cadres[0]);
      expect(await cadreById(read, tables, 'cad_S999')).toBeUndefined();
      const held = await postsHeldBy(read, tables, 'cad_S001');
      expect(held.map(({ id, unitName }) => [id, unitName])).toEqual([
        ['app_1', '教务处'],
        ['app_2', '教务科'],
      ]);
      const both = await appointmentsOf(read, tables, ['cad_S001', 'cad_S002']);
      expect(both.map(({ id }) => id)).toEqual(['app_1', 'app_2']);
      const conduct = await conductOf(read, tables, 'cad_S001');
      expect(conduct.map(({ id }) => id)).toEqual(['con_1', 'con_2']);
      expect(conduct[0]?.conditions).toEqual(['keyWorkMissed']);
      expect((await constraintsOf(read, tables, 'cad_S001')).map(({ id }) => id)).toEqual(['cst_1']);
    });
  });
});
