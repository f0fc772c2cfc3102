import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factsChangedSince } from '../../db/queries/years.ts';
import { addRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { aBatch, NOON } from '../support/rows.ts';
import { aSchool, people, type School, YEAR } from '../support/school.ts';
import { act, engines } from '../support/store.ts';

type Batch = Partial<Row<'importBatches'>>;
const confirmed = (at: number): Batch => ({ state: 'confirmed', confirmedBy: 'acc_head', confirmedAt: at });

// What happens, one after another, and whether results from before it are no longer the newest.
const events: readonly (readonly [what: string, batch: (at: number) => Batch, outdates: boolean])[] = [
  ['尚未确认的数据', (at) => ({ kind: 'figures', year: YEAR, appliedAt: at }), false],
  ['本年度数据确认', (at) => ({ kind: 'figures', year: YEAR, ...confirmed(at) }), true],
  ['往年数据确认', (at) => ({ kind: 'figures', year: YEAR - 1, ...confirmed(at) }), true],
  ['以后年度的数据确认', (at) => ({ kind: 'figures', year: YEAR + 1, ...confirmed(at) }), false],
  ['处分确认', (at) => ({ kind: 'constraints', ...confirmed(at) }), true],
  ['记录被退回', (at) => ({ kind: 'conduct', ...confirmed(at), state: 'rejected' }), false],
  ['记录撤销', (at) => ({ kind: 'conduct', ...confirmed(NOON), state: 'undone', undoneAt: at }), true],
  ['账号导入', (at) => ({ kind: 'accounts', appliedAt: at }), false],
  ['名册导入', (at) => ({ kind: 'roster', appliedAt: at }), true],
];
const STEP = 10;

describe.each(engines)('结果是否已不是最新 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let school: School;
    beforeAll(async () => {
      school = await aSchool(dialect);
      await school.open();
      await school.measure();
      await school.done(school.appraisals.run(people.hr, { year: YEAR }));
    });
    afterAll(() => school.remove());

    const summary = () => school.appraisals.summary(people.hr, { year: YEAR });
    const changedSince = (at: number) => factsChangedSince(school.store.read, school.store.tables, YEAR, at);

    test('刚算完的结果是最新的', async () => {
      expect((await summary()).run).toMatchObject({ isStale: false });
    });

    test.each(events.map((event, i) => [...event, NOON + STEP * (i + 1)] as const))(
      '%s',
      async (what, batch, outdates, at) => {
        const { store } = school;
        const row = aBatch({ id: `bat_${at}`, appliedAt: NOON, reason: what, ...batch(at) });
        await store.write(act('batch.settled'), (tx, changed) =>
          addRows(tx, changed, store.tables.importBatches, [row]),
        );
        expect(await changedSince(at - 1)).toBe(outdates);
        expect(await changedSince(at)).toBe(false);
      },
    );

    test('汇总里看得到：结果已过时，有一批待确认', async () => {
      expect(await summary()).toMatchObject({ run: { isStale: true }, batchesAwaiting: 1 });
    });
  });
});
