import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '../../db/queries/audit.ts';
import { latestRun, runsOf } from '../../db/queries/runs.ts';
import { evaluate } from '../../scoring/index.ts';
import { bundleOfRun, resultOfRun } from '../../server/appraisals/stored-run.ts';
import type { YearSummary } from '../../server/appraisals/appraisals.contract.ts';
import { aConstraint, aMeasure } from '../support/rows.ts';
import { aSchool, people, principal, type School, sectionHead, YEAR } from '../support/school.ts';
import { act, engines } from '../support/store.ts';
import { addRows } from '../../db/rows.ts';
import type { z } from 'zod';

const { hr, head, otherHead, leader, cadre } = people;
const refusal = (name: string) => expect.objectContaining({ kind: expect.objectContaining({ name }) });
const tied = [sectionHead(3), sectionHead(4), sectionHead(5)];
type Summary = z.infer<typeof YearSummary>;
const poolNamed = ({ pools }: Summary, name: string) => pools.find((pool) => pool.name === name)!;

describe.each(engines)('a year on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let school: School;
    const list = (actor = hr, more = {}) =>
      school.appraisals.page(actor, { year: YEAR, sort: '-total', limit: 50, ...more });
    beforeAll(async () => {
      school = await aSchool(dialect);
    });
    afterAll(() => school.remove());

    test('开启年度：三项即可，全部在册人员按职级进入名额组', async () => {
      await expect(
        school.appraisals.open(hr, { year: YEAR, asOf: '2025-12-31', vocabulary: 'publicInstitution' }),
      ).rejects.toEqual(refusal('as-of-before-period'));
      await expect(school.appraisals.summary(hr, { year: YEAR })).rejects.toEqual(refusal('not-found'));
      await school.open();
      await expect(school.open()).rejects.toEqual(refusal('year-already-open'));
      expect((await school.appraisals.years()).items).toMatchObject([{ year: YEAR, state: 'open' }]);
      const summary = await school.appraisals.summary(hr, { year: YEAR });
      expect(summary).toMatchObject({ enrolled: 30, run: null, reserve: 1, reserveLeft: 1, grades: [] });
      expect(poolNamed(summary, '科级')).toMatchObject({ size: 22, places: 4, granted: 0, ties: null });
      expect(poolNamed(summary, '中层正职')).toMatchObject({ size: 8, places: 1 });
      expect(summary.actions).toEqual(['open', 'run']);
      expect(await list()).toEqual({ items: [], next: null, total: 0 });
    });

    test('没有计算结果时不能决定名额', async () => {
      const { id, version } = poolNamed(await school.appraisals.summary(hr, { year: YEAR }), '科级');
      const decision = { year: YEAR, poolId: id, version, reason: '研究决定' };
      await expect(school.appraisals.decideTie(head, { ...decision, cadreIds: tied })).rejects.toEqual(
        refusal('not-yet-run'),
      );
      await expect(school.appraisals.decideTie(hr, { ...decision, cadreIds: tied })).rejects.toEqual(
        refusal('not-allowed'),
      );
    });

    test('计算：结果、进度、依据齐全；同时发起的第二次被拒', async () => {
      await school.measure();
      await expect(school.appraisals.run(leader, { year: YEAR })).rejects.toEqual(refusal('not-allowed'));
      await expect(school.appraisals.run(hr, { year: 2030 })).rejects.toEqual(refusal('not-found'));
      const first = school.appraisals.run(hr, { year: YEAR });
      await expect(school.appraisals.run(head, { year: YEAR })).rejects.toEqual(
        refusal('run-already-running'),
      );
      expect(await school.done(first)).toMatchObject({ state: 'done', done: 30, total: 30 });
      const summary = await school.appraisals.summary(hr, { year: YEAR });
      expect(summary.numbers).toEqual({
        excellent: 2,
        places: 5,
        withTotal: 29,
        undecided: 3,
        rotationDue: 2,
        reviews: 0,
      });
      expect(summary.run).toMatchObject({ isStale: false, ranBy: 'hr' });
      expect(summary.grades.map(({ grade, count }) => [grade, count])).toEqual([
        ['excellent', 2],
        ['competent', 16],
        ['basic', 11],
        [null, 1],
      ]);
      expect(summary.units.map(({ name, count }) => [name, count])).toEqual([
        ['明湖大学', 30],
        ['教务处', 24],
        ['文学院', 6],
        ['文学院办公室', 1],
      ]);
      expect(poolNamed(summary, '科级').ties).toEqual({
        total: 9300,
        placesLeft: 2,
        cadres: tied.map((id, i) => ({
          id,
          name: `科长${i + 3}`,
          unitName: i < 2 ? '文学院' : '文学院办公室',
          decided: false,
        })),
      });
      expect(summary.actions).toEqual(['open', 'run', 'archive']);
      expect((await school.appraisals.summary(head, { year: YEAR })).actions).toEqual([
        'open',
        'run',
        'decideTie',
        'allotReserve',
      ]);
    });

    test('名单：按得分或姓名排序、检索、筛选、翻页', async () => {
      const top = await list(hr, { limit: 3 });
      expect(top.items.map(({ cadreId, total }) => [cadreId, total])).toEqual([
        [sectionHead(1), 9500],
        [sectionHead(2), 9400],
        [sectionHead(5), 9300],
      ]);
      expect(top.items[0]).toMatchObject({
        gradeLabel: { zh: '优秀' },
        unitName: '文学院',
        postTitle: '科长',
        rotation: 'due',
        reason: 'band',
      });
      expect(top.total).toBe(30);
      const next = await list(hr, { limit: 3, after: top.next! });
      expect(next.items.map(({ cadreId }) => cadreId)).toEqual([
        sectionHead(4),
        sectionHead(3),
        sectionHead(7),
      ]);
      const names = await list(hr, { sort: 'name', q: 'cz' });
      expect(names.items.map(({ name }) => name)).toEqual(
        Array.from({ length: 8 }, (_, i) => `处长${i + 1}`),
      );
      expect((await list(hr, { unit: 'un_college' })).total).toBe(6);
      expect((await list(hr, { grade: 'excellent' })).total).toBe(2);
      expect((await list(hr, { grade: 'none' })).items[0]).toMatchObject({
        grade: null,
        gradeLabel: { zh: '暂无等次' },
        total: null,
      });
    });

    test('得分由来：条款、现行参数、证据；看过留痕', async () => {
      const view = await school.appraisals.result(hr, { year: YEAR, cadreId: sectionHead(6) });
      expect(view).toMatchObject({ base: 9200, deductions: 200, total: 9000, name: '科长6' });
      const [line] = view.lines;
      expect(line).toMatchObject({
        rule: 'inaction',
        points: -200,
        clause: '三(一)',
        clauseLabel: { zh: '《意见》三(一)：贯彻落实决策部署' },
        evidence: { documentNo: '校纪〔2026〕1号', summary: '重点工作未按期完成', occurredOn: '2026-05-03' },
      });
      expect(line!.parameters[0]).toMatchObject({
        value: expect.any(Number),
        basis: 'default',
        from: '2017-05-02',
      });
      expect(view.measures.map(({ measure, value, weight }) => [measure, value, weight])).toEqual([
        ['democratic', 9200, 4000],
        ['leadership', 9200, 3000],
        ['objectives', 9200, 3000],
      ]);
      expect(view.dimensions[0]).toMatchObject({ dimension: 'virtue', value: 9500, rankMedian: 9250 });
      const { items } = await auditEntries(school.store.read, school.store.tables, {
        subject: sectionHead(6),
        actor: hr.accountId,
        after: null,
        limit: 10,
      });
      expect(items.map(({ deed, duty }) => [deed, duty])).toEqual([['appraisal.result.viewed', 'hr']]);
    });

    test('领导只看到本单位；上级、外单位、未定和免责的记录都看不到', async () => {
      expect((await list(leader)).items.map(({ cadreId }) => cadreId).sort()).toEqual(
        [1, 2, 3, 4, 5].map(sectionHead),
      );
      const summary = await school.appraisals.summary(leader, { year: YEAR });
      expect(summary).toMatchObject({ pools: [], reserve: 0, actions: [], batchesAwaiting: 0 });
      expect(summary.units.map(({ name }) => name)).toEqual(['文学院', '文学院办公室']);
      for (const cadreId of [sectionHead(6), principal(1), 'cad_nobody'])
        await expect(school.appraisals.result(leader, { year: YEAR, cadreId })).rejects.toEqual(
          refusal('not-found'),
        );
      const asLeader = await school.appraisals.result(leader, { year: YEAR, cadreId: sectionHead(3) });
      expect(asLeader.lines).toEqual([]);
      // Between the person and the officers of the file: HR at large is not one of them, its head names them.
      const asHr = await school.appraisals.result(hr, { year: YEAR, cadreId: sectionHead(3) });
      expect(asHr.lines).toEqual([]);
      const asHead = await school.appraisals.result(head, { year: YEAR, cadreId: sectionHead(3) });
      expect(asHead.lines.map(({ reason }) => reason)).toEqual(['exempt']);
    });

    test('干部没有名单，也看不到别人的结果', async () => {
      await expect(list(cadre)).rejects.toEqual(refusal('not-found'));
      await expect(school.appraisals.summary(cadre, { year: YEAR })).rejects.toEqual(refusal('not-found'));
      await expect(school.appraisals.result(cadre, { year: YEAR, cadreId: sectionHead(4) })).rejects.toEqual(
        refusal('not-found'),
      );
      expect(await school.appraisals.result(cadre, { year: YEAR, cadreId: sectionHead(3) })).toMatchObject({
        cadreId: sectionHead(3),
      });
    });

    test('同分由人决定：须在同分之列、不超名额、不由计算者决定；决定后重新计算', async () => {
      const before = poolNamed(await school.appraisals.summary(hr, { year: YEAR }), '科级');
      const given = { year: YEAR, poolId: before.id, version: before.version, reason: '党委会研究' };
      const decide = (cadreIds: string[], more = {}, actor = head) =>
        school.appraisals.decideTie(actor, { ...given, cadreIds, ...more });
      await expect(decide([sectionHead(1)])).rejects.toEqual(refusal('not-tied'));
      await expect(decide(tied)).rejects.toEqual(refusal('more-than-places'));
      await expect(decide([tied[0]!], { version: 7 })).rejects.toEqual(refusal('stale-version'));
      await expect(decide([tied[0]!], { poolId: 'pool_none' })).rejects.toEqual(refusal('not-found'));
      const { id: otherPool, version } = poolNamed(
        await school.appraisals.summary(hr, { year: YEAR }),
        '中层正职',
      );
      await expect(decide([tied[0]!], { poolId: otherPool, version })).rejects.toEqual(
        refusal('nothing-tied'),
      );
      expect(await school.done(decide(tied.slice(0, 2)))).toMatchObject({ state: 'done' });
      const after = await school.appraisals.summary(head, { year: YEAR });
      expect(after.numbers).toMatchObject({ excellent: 4, undecided: 0 });
      expect(after.run).toMatchObject({ ranBy: 'hr', isStale: false });
      expect(poolNamed(after, '科级')).toMatchObject({
        granted: 4,
        version: before.version + 1,
        decision: { reason: '党委会研究', decidedBy: 'head' },
      });
      const chosen = await school.appraisals.result(hr, { year: YEAR, cadreId: tied[0]! });
      expect(chosen).toMatchObject({ grade: 'excellent', reason: 'decided' });
      expect(chosen.timeline.map(({ kind }) => kind)).toContain('decision');
      const runs = await runsOf(school.store.read, school.store.tables, YEAR);
      expect(runs.map(({ state }) => state).sort()).toEqual(['done', 'superseded']);
    });

    test('机动名额：不超总数，由未发起计算者分配，名额够了同分就不再存在', async () => {
      const pool = poolNamed(await school.appraisals.summary(hr, { year: YEAR }), '科级');
      const allot = (extraPlaces: number, actor = head) =>
        school.appraisals.allotReserve(actor, {
          year: YEAR,
          poolId: pool.id,
          version: pool.version,
          extraPlaces,
          reason: '科级人数多',
        });
      await expect(allot(2)).rejects.toEqual(refusal('beyond-reserve'));
      await school.done(allot(1, otherHead));
      const after = await school.appraisals.summary(head, { year: YEAR });
      expect(after).toMatchObject({ reserve: 1, reserveLeft: 0, numbers: { excellent: 5, places: 6 } });
      expect(poolNamed(after, '科级')).toMatchObject({ places: 5, extraPlaces: 1, ties: null });
      expect(after.numbers.undecided).toBe(0);
    });

    test('由负责人本人发起的计算，其名额须由另一位负责人决定', async () => {
      await school.done(school.appraisals.run(head, { year: YEAR }));
      const summary = await school.appraisals.summary(head, { year: YEAR });
      const { id, version } = poolNamed(summary, '科级');
      expect(summary.actions).toEqual(['open', 'run']);
      const given = { year: YEAR, poolId: id, version, extraPlaces: 0, reason: '收回' };
      await expect(school.appraisals.allotReserve(head, given)).rejects.toEqual(
        refusal('decider-ran-the-evaluation'),
      );
      await school.done(school.appraisals.allotReserve(otherHead, given));
    });

    test('新数据使同分人选多于名额时，原决定不再适用，同分重新待定', async () => {
      const { store } = school;
      await store.write(act('figures.confirmed'), (tx, changed) =>
        addRows(
          tx,
          changed,
          store.tables.measures,
          (['democratic', 'leadership', 'objectives'] as const).map((measure) =>
            aMeasure({ id: `me_late_${measure}`, cadreId: sectionHead(22), measure, value: 9900 }),
          ),
        ),
      );
      await school.done(school.appraisals.run(hr, { year: YEAR }));
      const summary = await school.appraisals.summary(hr, { year: YEAR });
      expect(poolNamed(summary, '科级').ties).toMatchObject({ placesLeft: 1 });
      expect(summary.numbers).toMatchObject({ excellent: 3, undecided: 3 });
    });

    test('数据互相矛盾时不出结果，原结果保留', async () => {
      const { store } = school;
      const before = await latestRun(store.read, store.tables, YEAR);
      await store.write(act('constraints.confirmed'), (tx, changed) =>
        addRows(tx, changed, store.tables.constraints, [
          aConstraint({
            kind: 'leave',
            source: null,
            measure: null,
            effectiveOn: null,
            ground: null,
            leaveType: 'sick',
            fromOn: '2026-05-01',
            toOn: '2026-04-01',
            cadreId: sectionHead(9),
          }),
        ]),
      );
      expect(await school.done(school.appraisals.run(hr, { year: YEAR }))).toMatchObject({
        state: 'failed',
        problem: 'facts-contradict',
      });
      expect((await latestRun(store.read, store.tables, YEAR))?.id).toBe(before?.id);
    });

    test('重演：任何一次计算都能由它自己保存的数据得出同样的字节', async () => {
      const { read, tables } = school.store;
      const runs = await runsOf(read, tables, YEAR);
      expect(runs.length).toBeGreaterThan(4);
      for (const run of runs) {
        const result = evaluate(await bundleOfRun(read, tables, run));
        expect(JSON.stringify(await resultOfRun(read, tables, run))).toBe(JSON.stringify(result));
        expect(run.resultHash).toBe(result.hash);
      }
    });
  });
});
