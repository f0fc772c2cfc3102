import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '../../db/queries/audit.ts';
import { aSchool, people, principal, type School, sectionHead, YEAR } from '../support/school.ts';
import { engines } from '../support/store.ts';

const { hr, board, leader, cadre } = people;
const notFound = expect.objectContaining({ kind: expect.objectContaining({ name: 'not-found' }) });

describe.each(engines)('名册 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let school: School;
    const roster = (actor = hr, more = {}) => school.cadres.roster(actor, { limit: 50, ...more });
    beforeAll(async () => {
      school = await aSchool(dialect);
      await school.open();
    });
    afterAll(() => school.remove());

    test('单位树：人数含下级，领导的树以本单位为根', async () => {
      const { items } = await school.cadres.units(hr);
      expect(items.map(({ name, parentId, cadreCount }) => [name, parentId, cadreCount])).toEqual([
        ['明湖大学', null, 30],
        ['教务处', 'un_school', 24],
        ['文学院', 'un_school', 6],
        ['文学院办公室', 'un_college', 1],
      ]);
      // The head of the college stands above the leader and is not counted for him.
      expect(
        (await school.cadres.units(leader)).items.map(({ name, parentId, cadreCount }) => [
          name,
          parentId,
          cadreCount,
        ]),
      ).toEqual([
        ['文学院', null, 5],
        ['文学院办公室', 'un_college', 1],
      ]);
      await expect(school.cadres.units(cadre)).rejects.toEqual(notFound);
    });

    test('按姓名、拼音、工号检索，按单位筛选，翻页不重不漏', async () => {
      expect((await roster(hr, { q: '科长2' })).items.map(({ name }) => name)).toEqual([
        '科长2',
        '科长20',
        '科长21',
        '科长22',
      ]);
      expect((await roster(hr, { q: 'chuzhang' })).total).toBe(8);
      expect((await roster(hr, { q: 'P7' })).items).toMatchObject([
        { staffNo: 'P7', rank: '正处', unitName: '教务处' },
      ]);
      expect((await roster(hr, { unit: 'un_college' })).total).toBe(6);
      const seen: string[] = [];
      for (let after: string | undefined; ;) {
        const page = await roster(hr, { limit: 7, after });
        seen.push(...page.items.map(({ id }) => id));
        expect(page.total).toBe(30);
        if (page.next === null) break;
        after = page.next;
      }
      expect(new Set(seen).size).toBe(30);
    });

    test('档案：身份证号和手机号只显示首尾，查看留痕', async () => {
      const id = sectionHead(1);
      expect(await school.cadres.cadre(hr, { id })).toMatchObject({
        citizenIdMasked: '440***********1234',
        phoneMasked: '199****1234',
        posts: [{ postName: '科长', unitName: '文学院', fromOn: '2012-03-01', toOn: null }],
        years: [YEAR],
      });
      expect(await school.cadres.cadre(board, { id })).toMatchObject({
        citizenIdMasked: '440***********1234',
      });
      const { read, tables } = school.store;
      const { items } = await auditEntries(read, tables, {
        subject: id,
        actor: null,
        after: null,
        limit: 10,
      });
      expect(items.map(({ deed, actor, duty }) => `${deed} ${actor} ${duty}`).sort()).toEqual([
        'profile.viewed acc_board board',
        'profile.viewed acc_hr hr',
      ]);
    });

    test('领导看本单位的人，不含证件、电话和个人日期', async () => {
      expect(await school.cadres.cadre(leader, { id: sectionHead(1) })).toMatchObject({
        name: '科长1',
        citizenIdMasked: null,
        phoneMasked: null,
        cadreSince: null,
        retiresOn: null,
      });
      expect((await roster(leader)).items.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5].map(sectionHead));
    });

    test.each([
      ['外单位的人', leader, sectionHead(9)],
      ['自己的上级', leader, principal(1)],
      ['不存在的人', hr, 'cad_nobody'],
      ['同事', cadre, sectionHead(4)],
    ])('%s：没有找到', async (_who, actor, id) => {
      await expect(school.cadres.cadre(actor, { id })).rejects.toEqual(notFound);
    });

    test('本人看得到自己的档案', async () => {
      expect(await school.cadres.cadre(cadre, { id: sectionHead(3) })).toMatchObject({ name: '科长3' });
      await expect(roster(cadre)).rejects.toEqual(notFound);
    });
  });
});
