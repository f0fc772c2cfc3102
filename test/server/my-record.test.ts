import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aSchool, people, type School, sectionHead, YEAR } from '../support/school.ts';
import { engines } from '../support/store.ts';

const { hr, cadre, leader, outsider } = people;
const notFound = expect.objectContaining({ kind: expect.objectContaining({ name: 'not-found' }) });

describe.each(engines)('我的年度 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let school: School;
    beforeAll(async () => {
      school = await aSchool(dialect);
      await school.open();
      await school.measure();
    });
    afterAll(() => school.remove());

    test('还没有结果的年度不出现', async () => {
      expect(await school.own.years(cadre)).toEqual({ name: '科长3', years: [] });
      await expect(school.own.result(cadre, { year: YEAR })).rejects.toEqual(notFound);
      await school.done(school.appraisals.run(hr, { year: YEAR }));
      expect((await school.own.years(cadre)).years).toEqual([YEAR]);
    });

    test('本人看到自己的全部理由，连不计分的记录和证据也在内', async () => {
      const view = await school.own.result(cadre, { year: YEAR });
      expect(view).toMatchObject({ name: '科长3', total: 9300, reason: 'tie' });
      expect(view.lines).toMatchObject([
        { reason: 'exempt', points: 0, evidence: { documentNo: '校纪〔2026〕9号' } },
      ]);
    });

    test('结果里没有别人的编号', async () => {
      const text = JSON.stringify(await school.own.result(cadre, { year: YEAR }));
      expect(text.match(/cad_\w+/gu)).toBeNull();
    });

    test('领导的“我的年度”也只是自己的', async () => {
      expect(await school.own.result(leader, { year: YEAR })).toMatchObject({ name: '科长4' });
    });

    test('不是干部的账号没有年度记录', async () => {
      for (const actor of [hr, outsider]) {
        await expect(school.own.years(actor)).rejects.toEqual(notFound);
        await expect(school.own.result(actor, { year: YEAR })).rejects.toEqual(notFound);
      }
      expect(sectionHead(3)).toBe(cadre.cadreId);
    });
  });
});
