// A pending record keeps nobody from being evaluated, and a final one stays in the year in which it came to count.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { yearOf } from '../../../db/queries/years.ts';
import { changeRow } from '../../../db/rows.ts';
import { aCastInSchool } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import { courseOf } from '../../support/conduct-course.ts';
import { lead } from '../../support/conduct-data.ts';
import { nameOf } from '../../support/meeting.ts';
import { YEAR } from '../../support/school.ts';
import { act, engines } from '../../support/store.ts';

describe.each(engines)('一个事实、一个计分年度 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let cast: Awaited<ReturnType<typeof aCastInSchool>>;
    let course: ReturnType<typeof courseOf>;
    beforeAll(async () => {
      cast = await aCastInSchool(dialect);
      course = courseOf(cast);
    });
    afterAll(() => cast.remove());

    test('同一事实分在两个方面的：第二份交不上去、核实不了，年度测算照常', async () => {
      const before = await cast.evaluated();
      // Neither is in the ledger yet while they are drafted.
      const one = await cast.draft({ code: '2.1', factId: 'F1' });
      const other = await cast.draft({ code: '1.4', factId: 'F1', occurredOn: '2026-10-20' });
      await cast.move('recorder', one, 'submit');
      const refused = await cast.fire('recorder', other, 'submit');
      expect([refused.status, nameOf(refused)]).toEqual([422, 'closed-by-facts']);
      await cast.name(one, 'hr', 'verifier');
      await cast.move('verifier', one, 'verify');
      const amended = async (code: string) =>
        cast.ask('recorder', 'PUT', `/api/conduct/inactions/${other}`, {
          ...lead({ code, factId: 'F1', occurredOn: '2026-10-20' }),
          version: await course.versionOf(other),
        });
      expect(nameOf(await amended('1.4'))).toBe('conduct-fact-incoherent');
      await done(amended('2.2'));
      await cast.move('recorder', other, 'submit');
      await cast.name(other, 'hr', 'verifier');
      await cast.move('verifier', other, 'verify');
      const { total, deductions } = await cast.evaluated();
      expect([total, deductions]).toEqual([before.total, before.deductions]);
    });

    test('年度归档之后才签收最初的告知：已生效的记录仍计在原来的年度', async () => {
      const id = await course.verified();
      await cast.move('notifier', id, 'notify');
      await cast.move('subject', id, 'respond');
      await cast.name(id, 'hr_head', 'reviewer');
      await cast.move('reviewer', id, 'confirm');
      await done(cast.sign(id));
      await cast.lapse(id, 'appeal_window_over');
      const { store } = cast;
      const before = (await yearOf(store.read, store.tables, YEAR))!;
      await store.write(act('year.archived'), async (tx, changed) => {
        await changeRow(tx, changed, store.tables.years, { before, set: { state: 'archived' } });
      });
      expect((await cast.sign(id, 'subject', 'first')).status).toBe(200);
      expect(await cast.ledger(id)).toMatchObject({
        ...{ finding: 'upheld', countsOn: null, notifiedOn: cast.today() },
      });
    });
  });
});
