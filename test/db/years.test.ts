import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows } from '../../db/rows.ts';
import { factsOfYear } from '../../db/queries/year-facts.ts';
import {
  dimensionScoresOf,
  enrolmentOf,
  measureCounts,
  poolSizes,
  poolsOf,
  tieDecisionsOf,
  unitsOfYear,
  yearOf,
  yearsKept,
} from '../../db/queries/years.ts';
import {
  aCadre,
  aConstraint,
  aMeasure,
  anAppointment,
  anEnrolment,
  anInaction,
  anInitiative,
  aPool,
  aPost,
  aUnit,
  aYear,
  counting,
  NOON,
} from '../support/rows.ts';
import { act, aStore, engines, type TestStore } from '../support/store.ts';

const ids = ['cad_1', 'cad_2', 'cad_3', 'cad_4', 'cad_5'];
const unconfirmed = { confirmedAt: null, confirmedBy: null };
const withdrawn = { withdrawnAt: NOON };
const ofCadre1 = { cadreId: 'cad_1', year: 2026, ...counting };

describe.each(engines)('the facts of a year on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let home: TestStore;
    beforeAll(async () => {
      home = await aStore(dialect);
      const { tables: t } = home.store;
      await home.store.write(act('year.opened'), async (tx, changed) => {
        await addRows(tx, changed, t.units, [
          aUnit(),
          aUnit({ id: 'un_2', code: 'U2' }),
          aUnit({ id: 'un_3', code: 'U3' }),
        ]);
        await addRows(tx, changed, t.posts, [aPost()]);
        await addRows(
          tx,
          changed,
          t.cadres,
          [...ids, 'cad_9'].map((id) => aCadre({ id, staffNo: id, unitId: 'un_2' })),
        );
        await addRows(tx, changed, t.cadres, [aCadre({ id: 'cad_0', staffNo: 'gone', ...withdrawn })]);
        await addRows(tx, changed, t.years, [aYear(2025), aYear(2026)]);
        await addRows(tx, changed, t.pools, [
          aPool({ id: 'pool_2', name: '中层副职' }),
          aPool(),
          aPool({ id: 'pool_0', year: 2025 }),
        ]);
        await addRows(
          tx,
          changed,
          t.enrolments,
          ['cad_0', ...ids].map((cadreId) => anEnrolment({ id: `en_${cadreId}`, cadreId })),
        );
        await addRows(tx, changed, t.measures, [
          aMeasure(),
          aMeasure({ id: 'me_2', measure: 'leadership', value: 9000 }),
          aMeasure({ id: 'me_3', measure: 'objectives', ...unconfirmed }),
          aMeasure({ id: 'me_4', value: 1, ...withdrawn }),
          aMeasure({ id: 'me_5', year: 2025, value: 2 }),
          aMeasure({ id: 'me_6', cadreId: 'cad_2', value: 7000 }),
          aMeasure({ id: 'me_7', cadreId: 'cad_9', value: 7000 }),
        ]);
        await addRows(tx, changed, t.dimensionScores, [
          { id: 'di_1', dimension: 'virtue', value: 9100, ...ofCadre1 },
          { id: 'di_2', dimension: 'ability', value: 9200, ...ofCadre1 },
          { id: 'di_3', dimension: 'integrity', value: 1, ...ofCadre1, ...withdrawn },
        ]);
        await addRows(tx, changed, t.quarterGrades, [
          { id: 'qu_2', quarter: 2, grade: 'excellent', ...ofCadre1 },
          { id: 'qu_1', quarter: 1, grade: 'competent', ...ofCadre1 },
        ]);
        await addRows(tx, changed, t.pastGrades, [
          { id: 'pa_1', grade: 'basic', ...ofCadre1, year: 2025 },
          { id: 'pa_2', grade: 'competent', ...ofCadre1, year: 2019 },
          { id: 'pa_3', grade: 'excellent', ...ofCadre1, year: 2026 },
        ]);
        await addRows(tx, changed, t.unitGrades, [
          {
            id: 'ug_1',
            unitId: 'un_1',
            year: 2026,
            unitGrade: 'good',
            partyBuildingGrade: null,
            ...counting,
          },
        ]);
        await addRows(tx, changed, t.reviewFindings, [
          { id: 'fi_1', kind: 'vote', code: 'fitnessReview', onDay: '2026-12-01', ...ofCadre1 },
          { id: 'fi_2', kind: 'inspection', code: 'style', onDay: '2026-06-01', ...ofCadre1 },
          { id: 'fi_3', kind: 'inspection', code: 'style', onDay: '2026-06-02', ...ofCadre1, ...unconfirmed },
        ]);
        await addRows(tx, changed, t.conductRecords, [
          anInitiative(),
          anInaction({ occurredOn: '2024-05-03' }),
          anInaction({ id: 'con_3', ...unconfirmed }),
          anInaction({ id: 'con_4', ...withdrawn }),
        ]);
        await addRows(tx, changed, t.constraints, [
          aConstraint(),
          aConstraint({ id: 'cst_2', kind: 'investigation', openedOn: '2026-02-01' }),
          aConstraint({
            id: 'cst_3',
            kind: 'leave',
            leaveType: 'sick',
            fromOn: '2026-01-01',
            toOn: '2026-03-01',
          }),
          aConstraint({ id: 'cst_4', kind: 'recruitProbation', fromOn: '2026-05-01', toOn: '2027-04-30' }),
          aConstraint({ id: 'cst_5', kind: 'refusedAppraisal', year: 2026 }),
        ]);
        await addRows(tx, changed, t.appointments, [
          anAppointment({ fromOn: '2020-01-01' }),
          anAppointment({
            id: 'app_2',
            unitId: 'un_3',
            fromOn: '2015-01-01',
            toOn: '2019-12-31',
            isSensitive: false,
          }),
          anAppointment({ id: 'app_3', fromOn: '2014-01-01', ...withdrawn }),
        ]);
        const decision = {
          year: 2026,
          poolId: 'pool_1',
          reason: '集体研究',
          decidedBy: 'acc_head',
          decidedAt: NOON,
        };
        await addRows(tx, changed, t.tieDecisions, [
          { id: 'tie_2', cadreIds: ['cad_2'], ...decision },
          { id: 'tie_1', cadreIds: ['cad_1'], ...decision, supersededBy: 'tie_2' },
        ]);
      });
    });
    afterAll(() => home?.remove());

    const chunks = async (atATime?: number) => {
      const all = [];
      for await (const chunk of factsOfYear(home.store.read, home.store.tables, 2026, atATime))
        all.push(chunk);
      return all;
    };

    test('come in the order of ids, some at a time, everybody once', async () => {
      const inTwos = await chunks(2);
      expect(inTwos.map((chunk) => chunk.map(({ cadre }) => cadre.id))).toEqual([
        ['cad_1', 'cad_2'],
        ['cad_3', 'cad_4'],
        ['cad_5'],
      ]);
      expect((await chunks()).flat()).toEqual(inTwos.flat());
    });

    test('tell all that counts of a person, as the bundle writes it, and nothing unconfirmed or withdrawn', async () => {
      const [[first]] = (await chunks()) as [[Awaited<ReturnType<typeof chunks>>[number][number]]];
      expect(first.listing).toEqual({
        staffNo: 'cad_1',
        name: '张三',
        nameKey: 'zhang1 san1|张三',
        namePinyin: 'zhangsan',
        nameInitials: 'zs',
      });
      expect(first.cadre).toEqual({
        id: 'cad_1',
        name: '张三',
        unitId: 'un_1',
        pool: 'pool_1',
        template: 'member',
        partySecretary: false,
        unitGrade: 'good',
        partyBuildingGrade: null,
        measures: { democratic: 8650, leadership: 9000 },
        quarters: ['competent', 'excellent'],
        grades: [
          { year: 2019, grade: 'competent' },
          { year: 2025, grade: 'basic' },
        ],
        voteFindings: ['fitnessReview'],
        inspectionFindings: [{ id: 'fi_2', kind: 'style', on: '2026-06-01' }],
        conduct: [
          {
            ...{ id: 'con_1', kind: 'inaction', code: '1.4', occurredOn: '2024-05-03', countsOn: null },
            ...{ notifiedOn: '2026-06-01', severity: 'general', responsibility: 'direct' },
            ...{ finding: 'upheld', conditions: ['keyWorkMissed'], cause: 'unable', factId: null },
          },
          {
            ...{ id: 'con_2', kind: 'initiative', area: 2, quality: 'explore', occurredOn: '2026-05-03' },
            ...{ countsOn: null, level: 'school', role: 'lead', finding: 'verified', factId: null },
          },
        ],
        constraints: [
          {
            ...{ id: 'cst_1', kind: 'discipline', source: 'party', measure: 'warning' },
            ...{ effectiveOn: '2026-03-01', ground: 'work', months: null },
          },
          { kind: 'investigation', openedOn: '2026-02-01', closedOn: null },
          { kind: 'leave', type: 'sick', from: '2026-01-01', to: '2026-03-01' },
          { kind: 'recruitProbation', from: '2026-05-01', to: '2027-04-30' },
          { kind: 'refusedAppraisal', year: 2026 },
        ],
        appointments: [
          {
            postId: 'po_1',
            unitId: 'un_3',
            rank: '正处',
            from: '2015-01-01',
            to: '2019-12-31',
            sensitive: false,
          },
          { postId: 'po_1', unitId: 'un_1', rank: '正处', from: '2020-01-01', to: null, sensitive: true },
        ],
        cadreSince: '2010-07-01',
        retiresOn: null,
        specialist: false,
      });
    });

    test('of a person without any record are empty, and of a year without people there are none', async () => {
      const third = (await chunks()).flat()[2];
      expect(third?.cadre).toMatchObject({ measures: {}, conduct: [], constraints: [], appointments: [] });
      const { read, tables } = home.store;
      expect(await factsOfYear(read, tables, 2025).next()).toMatchObject({ done: true });
    });

    test('a year knows its pools, units, people, decisions and how far its figures have come', async () => {
      const { read, tables } = home.store;
      expect((await yearsKept(read, tables)).map(({ year }) => year)).toEqual([2026, 2025]);
      expect(await yearOf(read, tables, 2026)).toEqual(aYear(2026));
      expect(await yearOf(read, tables, 2024)).toBeUndefined();
      expect((await poolsOf(read, tables, 2026)).map(({ id }) => id)).toEqual(['pool_1', 'pool_2']);
      expect((await unitsOfYear(read, tables, 2026)).map(({ id }) => id)).toEqual(['un_1', 'un_3']);
      expect(await enrolmentOf(read, tables, 2026, 'cad_2')).toMatchObject({ poolId: 'pool_1' });
      expect(await enrolmentOf(read, tables, 2026, 'cad_9')).toBeUndefined();
      expect(await poolSizes(read, tables, 2026)).toEqual([{ poolId: 'pool_1', cadreCount: 6 }]);
      expect(await measureCounts(read, tables, 2026)).toEqual([
        { measure: 'democratic', cadreCount: 2 },
        { measure: 'leadership', cadreCount: 1 },
      ]);
      expect((await tieDecisionsOf(read, tables, 2026)).map(({ cadreIds }) => cadreIds)).toEqual([['cad_2']]);
      expect(await dimensionScoresOf(read, tables, 2026, 'cad_1')).toEqual([
        { dimension: 'ability', value: 9200 },
        { dimension: 'virtue', value: 9100 },
      ]);
    });
  });
});
