import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Grade } from '../../scoring/index.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import { UnknownCursor } from '../../db/queries/page.ts';
import {
  countsByGrade,
  countsByUnit,
  keepResults,
  latestRun,
  resultOf,
  resultsInOrder,
  resultsOfCadre,
  runById,
  runPage,
  runsOf,
  type ResultSort,
  type RunResult,
} from '../../db/queries/runs.ts';
import { isUniqueViolation } from '../../db/store-errors.ts';
import { aCadre, aPool, aRun, aUnit, aYear, NOON } from '../support/rows.ts';
import { act, aStore, engines, type TestStore } from '../support/store.ts';

interface Person {
  id: string;
  name: string;
  key: string;
  initials: string;
  total: number | null;
  grade: Grade | null;
  unitId: string;
}
const people: Person[] = [
  {
    id: 'cad_1',
    name: '张三',
    key: 'zhang1 san1',
    initials: 'zs',
    total: 9000,
    grade: 'excellent',
    unitId: 'un_1',
  },
  {
    id: 'cad_2',
    name: '李四',
    key: 'li3 si4',
    initials: 'ls',
    total: 9000,
    grade: 'competent',
    unitId: 'un_1',
  },
  { id: 'cad_3', name: '阿明', key: 'a1 ming2', initials: 'am', total: null, grade: null, unitId: 'un_2' },
  {
    id: 'cad_4',
    name: '王五',
    key: 'wang2 wu3',
    initials: 'ww',
    total: 7600,
    grade: 'competent',
    unitId: 'un_2',
  },
  {
    id: 'cad_5',
    name: '赵六',
    key: 'zhao4 liu4',
    initials: 'zl',
    total: 0,
    grade: 'undetermined',
    unitId: 'un_2',
  },
];
const person = (it: Person) => ({
  name: it.name,
  nameKey: `${it.key}|${it.name}`,
  namePinyin: it.key.replace(/[\d ]/gu, ''),
  nameInitials: it.initials,
  staffNo: it.id.replace('cad_', 'S'),
  unitId: it.unitId,
});
const result = (it: Person, runId = 'run_1'): RunResult => ({
  runId,
  cadreId: it.id,
  poolId: 'pool_1',
  ...person(it),
  base: it.total,
  balance: 0,
  credits: 0,
  deductions: 0,
  total: it.total,
  band: null,
  ceiling: null,
  grade: it.grade,
  reason: 'band',
  reviewCount: 0,
  facts: `{"id":"${it.id}","name":"${it.name}"}`,
  explanation: '{"lines":[],  "kept": "byte for byte"}',
});

describe.each(engines)('runs on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let home: TestStore;
    beforeAll(async () => {
      home = await aStore(dialect);
      const { tables } = home.store;
      await home.store.write(act('appraisal.run'), async (tx, changed) => {
        await addRows(tx, changed, tables.units, [aUnit(), aUnit({ id: 'un_2', code: 'U2' })]);
        await addRows(
          tx,
          changed,
          tables.cadres,
          people.map((it) => aCadre({ id: it.id, ...person(it) })),
        );
        await addRows(tx, changed, tables.years, [aYear()]);
        await addRows(tx, changed, tables.pools, [aPool()]);
        await addRows(tx, changed, tables.runs, [aRun({ id: 'run_2', ranAt: NOON + 1 })]);
        await addRows(tx, changed, tables.runs, [aRun({ supersededBy: 'run_2', state: 'superseded' })]);
        await keepResults(
          tx,
          changed,
          tables,
          people.map((it) => result(it)),
        );
        await keepResults(tx, changed, tables, [result({ ...people[0]!, total: 9100 }, 'run_2')]);
      });
    });
    afterAll(() => home?.remove());

    const everything = { runId: 'run_1', search: '', unitIds: null, grades: null };
    const page = (more: Partial<Parameters<typeof runPage>[2]>) =>
      runPage(home.store.read, home.store.tables, {
        ...everything,
        sort: { by: 'total', direction: 'down' },
        after: null,
        limit: 50,
        ...more,
      });
    const idsThroughPages = async (sort: ResultSort, limit: number) => {
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const { items, next } = await page({ sort, limit, after });
        ids.push(...items.map(({ cadreId }) => cadreId));
        after = next;
      } while (after !== null);
      return ids;
    };

    test.each([1, 2, 5, 50])(
      'are sorted alike on both engines, %i a page, people without a total last',
      async (limit) => {
        const byTotal = ['cad_2', 'cad_1', 'cad_4', 'cad_5', 'cad_3'];
        const byName = ['cad_3', 'cad_2', 'cad_4', 'cad_1', 'cad_5'];
        expect(await idsThroughPages({ by: 'total', direction: 'down' }, limit)).toEqual(byTotal);
        expect(await idsThroughPages({ by: 'total', direction: 'up' }, limit)).toEqual(byTotal.toReversed());
        expect(await idsThroughPages({ by: 'name', direction: 'up' }, limit)).toEqual(byName);
        expect(await idsThroughPages({ by: 'name', direction: 'down' }, limit)).toEqual(byName.toReversed());
      },
    );

    test('are found by unit, by grade (without one, too) and by name', async () => {
      const ids = async (more: object) => (await page(more)).items.map(({ cadreId }) => cadreId);
      expect(await ids({ unitIds: ['un_1'] })).toEqual(['cad_2', 'cad_1']);
      expect(await ids({ grades: ['competent'] })).toEqual(['cad_2', 'cad_4']);
      expect(await ids({ grades: ['excellent', null] })).toEqual(['cad_1', 'cad_3']);
      expect(await ids({ grades: [] })).toEqual([]);
      expect(await ids({ search: 'zl' })).toEqual(['cad_5']);
      expect(await ids({ search: '五', unitIds: ['un_1'] })).toEqual([]);
    });

    test('a list row says what the list shows and carries no explanation', async () => {
      const { items } = await page({ limit: 1 });
      expect(items[0]).toMatchObject({ cadreId: 'cad_2', name: '李四', total: 9000, grade: 'competent' });
      expect(items[0]).not.toHaveProperty('explanation');
      expect(items[0]).not.toHaveProperty('facts');
    });

    test('a cursor of another order is refused', async () => {
      const { next } = await page({ limit: 1 });
      await expect(page({ after: next, sort: { by: 'name', direction: 'up' } })).rejects.toThrow(
        UnknownCursor,
      );
    });

    test('are counted by grade and by unit, within the filter', async () => {
      const { read, tables } = home.store;
      const byGrade = await countsByGrade(read, tables, everything);
      expect(new Map(byGrade.map((row) => [row.grade, row.cadreCount]))).toEqual(
        new Map([
          ['excellent', 1],
          ['competent', 2],
          ['undetermined', 1],
          [null, 1],
        ]),
      );
      expect(await countsByUnit(read, tables, { ...everything, grades: ['competent'] })).toEqual([
        { unitId: 'un_1', cadreCount: 1 },
        { unitId: 'un_2', cadreCount: 1 },
      ]);
    });

    test('the latest that nothing supersedes is the one that stands', async () => {
      const { read, tables } = home.store;
      expect((await latestRun(read, tables, 2026))?.id).toBe('run_2');
      expect(await latestRun(read, tables, 2025)).toBeUndefined();
      expect((await runsOf(read, tables, 2026)).map(({ id }) => id)).toEqual(['run_2', 'run_1']);
      expect(await runById(read, tables, 'run_1')).toMatchObject({ state: 'superseded' });
      expect(await runById(read, tables, 'run_9')).toBeUndefined();
      expect(await resultsOfCadre(read, tables, 'cad_1')).toMatchObject([{ runId: 'run_2', total: 9100 }]);
    });

    test('one result is read back byte for byte, and all of them in the order of ids', async () => {
      const { read, tables } = home.store;
      const one = await resultOf(read, tables, 'run_1', 'cad_3');
      expect(one).toEqual({ ...result(people[2]!), totalOrder: -1 });
      expect(await resultOf(read, tables, 'run_2', 'cad_3')).toBeUndefined();
      const ids: string[] = [];
      for await (const rows of resultsInOrder(read, tables, 'run_1', 2))
        ids.push(...rows.map((row) => row.cadreId));
      expect(ids).toEqual(people.map(({ id }) => id));
    });

    test('a run that fails while its results are kept leaves none of them', async () => {
      const { store } = home;
      const failing = store.write(act('appraisal.run'), async (tx, changed) => {
        await addRows(tx, changed, store.tables.runs, [aRun({ id: 'run_3', ranAt: NOON + 2 })]);
        const before = (await runById(tx, store.tables, 'run_2'))!;
        await changeRow(tx, changed, store.tables.runs, { before, set: { supersededBy: 'run_3' } });
        await keepResults(tx, changed, store.tables, [
          result(people[0]!, 'run_3'),
          result(people[0]!, 'run_3'),
        ]);
      });
      await expect(failing).rejects.toSatisfy(isUniqueViolation);
      expect((await latestRun(store.read, store.tables, 2026))?.id).toBe('run_2');
    });
  });
});
