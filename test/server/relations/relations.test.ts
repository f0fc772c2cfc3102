import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '../../../db/queries/audit.ts';
import {
  formerUnitsOf,
  recusals,
  relationsOfCadre,
  unitsRepresentedBy,
} from '../../../db/queries/relations.ts';
import type { Visitor } from '../../support/app.ts';
import { anOffice, type Office } from '../../support/office.ts';
import { sectionHead, YEAR } from '../../support/school.ts';
import { engines } from '../../support/store.ts';

interface Relation {
  id: string;
  state: string;
  version: number;
  other: { staffNo: string; name: string } | null;
}
const spouse = (staffNo: string, name: string) => ({ kind: 'spouse', staffNo, name, detail: '夫妻' });
const idsOf = (answer: { body: unknown }) =>
  (answer.body as { items: { id?: string; cadreId?: string }[] }).items.map(
    ({ id, cadreId }) => cadreId ?? id,
  );

describe.each(engines)('亲属与回避 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let office: Office;
    let clerk: Visitor;
    let hr: Visitor;
    beforeAll(async () => {
      office = await anOffice(dialect);
      await office.evaluate();
      clerk = await office.as('S7');
      hr = await office.as('hr');
    });
    afterAll(() => office.remove());

    const declare = async (visitor: Visitor, body: unknown) =>
      (await visitor.post('/api/relations', body)) as { status: number; body: Relation; text: string };
    const recusedOf = async (n: number) => {
      const { read, tables } = office.store;
      return [...(await recusals(read, tables, sectionHead(n)))].sort();
    };

    test('名册里有没有这个人，答复分不出来', async () => {
      const one = await office.as('S1');
      const there = await declare(one, spouse('S6', '科长6'));
      const nobody = await declare(one, { ...spouse('X999', '无此人'), kind: 'relative' });
      const otherName = await declare(one, { ...spouse('S8', '科长88'), kind: 'conflict' });
      const shape = ({ status, body }: Awaited<ReturnType<typeof declare>>) => [
        status,
        Object.keys(body).sort(),
        body.state,
      ];
      expect(shape(nobody)).toEqual(shape(there));
      expect(shape(otherName)).toEqual(shape(there));
      expect(otherName.body.other).toEqual({ staffNo: 'S8', name: '科长88' });
      expect(await recusedOf(1)).toEqual([sectionHead(6)]);
      expect(await recusedOf(8)).toEqual([]);
    });

    test('申报之时起双方都要回避；本人、HR、对方各看到自己该看的', async () => {
      const two = await office.as('S2');
      const { body } = await declare(two, spouse('S7', '科长7'));
      expect(await recusedOf(7)).toEqual([sectionHead(2)]);
      expect(await recusedOf(2)).toEqual([sectionHead(7)]);
      const mine = (await clerk.get('/api/my-record/relations')).body as { items: Relation[] };
      expect(mine.items).toMatchObject([
        { id: body.id, isDeclaredByMe: false, other: { staffNo: 'S2', name: '科长2' } },
      ]);
      expect((await hr.get('/api/relations?state=declared')).text).toContain('科长2');
      expect((await two.get('/api/relations')).status).toBe(403);
    });

    test('HR 看不到、也录不了配偶的档案，被拒绝的事留下痕迹', async () => {
      const path = `/api/cadres/${sectionHead(2)}`;
      for (const url of [path, `/api/years/${YEAR}/results/${sectionHead(2)}`]) {
        const answer = await clerk.get(url);
        expect(answer).toMatchObject({ status: 403, body: { type: '/problems/recused' } });
        expect((await hr.get(url)).status).toBe(200);
      }
      const { read, tables } = office.store;
      const denials = await read.select().from(tables.denials);
      expect(
        denials.map(({ accountId, event, because }) => `${accountId} ${event} ${because}`).sort(),
      ).toEqual(['acc_S7 appraisal.read recused', 'acc_S7 profile.read recused']);
      const trail = await auditEntries(read, tables, {
        subject: sectionHead(2),
        actor: 'acc_S7',
        after: null,
        limit: 9,
      });
      expect(trail.items.map(({ deed }) => deed)).toEqual(['access.denied', 'access.denied']);
    });

    test('名册和结果列表里没有此人，别的人一个不少', async () => {
      const roster = idsOf(await clerk.get('/api/cadres?limit=200'));
      expect(roster).toHaveLength(29);
      expect(roster).not.toContain(sectionHead(2));
      const results = idsOf(await clerk.get(`/api/years/${YEAR}/results?limit=200`));
      expect(results).not.toContain(sectionHead(2));
      expect(results).toHaveLength(29);
      expect(idsOf(await hr.get('/api/cadres?limit=200'))).toContain(sectionHead(2));
    });

    test('本人的档案只凭“本人”看，不凭职务', async () => {
      expect((await clerk.get(`/api/cadres/${sectionHead(7)}`)).status).toBe(200);
    });

    test('申报人和关系的一方不能核实；别人可以，重复和过时的不收', async () => {
      const { items } = (await hr.get('/api/relations?state=declared&limit=200')).body as {
        items: (Relation & { declarer: { staffNo: string } })[];
      };
      const { id, version } = items.find(({ declarer }) => declarer.staffNo === 'S2')!;
      const decide = (visitor: Visitor, more = {}) =>
        visitor.post(`/api/relations/${id}/decision`, {
          event: 'confirm',
          version,
          reason: '与户口簿一致',
          ...more,
        });
      expect(await decide(clerk)).toMatchObject({
        status: 403,
        body: { type: '/problems/decider-is-party' },
      });
      expect(await decide(hr, { version: 9 })).toMatchObject({ status: 409 });
      expect((await decide(hr)).body).toMatchObject({ state: 'confirmed', version: 2 });
      expect(await decide(hr, { version: 2 })).toMatchObject({
        status: 409,
        body: { type: '/problems/relation-decided' },
      });
      // Ended, it stands between nobody any more.
      expect((await decide(hr, { event: 'end', version: 2 })).body).toMatchObject({ state: 'ended' });
      expect(await recusedOf(7)).toEqual([]);
      expect((await clerk.get(`/api/cadres/${sectionHead(2)}`)).status).toBe(200);
    });

    test('退回的不再回避；查无此人的不能确认', async () => {
      const { items } = (await hr.get('/api/relations?state=declared&limit=200')).body as {
        items: (Relation & { named: { staffNo: string; isInRoster: boolean } })[];
      };
      const of = (staffNo: string) => items.find(({ named }) => named.staffNo === staffNo)!;
      expect(of('S6').named.isInRoster).toBe(true);
      expect(of('X999').named.isInRoster).toBe(false);
      const decide = ({ id, version }: Relation, event: string) =>
        hr.post(`/api/relations/${id}/decision`, { event, version, reason: '与档案核对' });
      expect(await decide(of('X999'), 'confirm')).toMatchObject({
        status: 409,
        body: { type: '/problems/person-not-in-roster' },
      });
      expect((await decide(of('S6'), 'refuse')).status).toBe(200);
      expect(await recusedOf(1)).toEqual([]);
    });

    test('代表单位须经核实，原单位申报即算', async () => {
      const one = await office.as('S1');
      const { read, tables } = office.store;
      await declare(one, { kind: 'represents', unitName: '文学院', detail: '单位联系人' });
      await declare(one, { kind: 'formerUnit', unitName: '教务处', detail: '2024 年调出' });
      expect([...(await formerUnitsOf(read, tables, sectionHead(1)))]).toEqual(['un_registry']);
      expect([...(await unitsRepresentedBy(read, tables, sectionHead(1)))]).toEqual([]);
      const all = await relationsOfCadre(read, tables, sectionHead(1));
      const { id } = all.find(({ kind }) => kind === 'represents')!;
      await hr.post(`/api/relations/${id}/decision`, { event: 'confirm', version: 1, reason: '有任命文件' });
      expect([...(await unitsRepresentedBy(read, tables, sectionHead(1)))]).toEqual(['un_college']);
    });

    test.each([
      [
        '同一关系再报一次',
        { kind: 'formerUnit', unitName: '教务处', detail: '再报' },
        409,
        'relation-declared-already',
      ],
      ['没有的单位', { kind: 'formerUnit', unitName: '没有这个处', detail: '调出' }, 422, 'unknown-unit'],
      ['自己', spouse('S1', '科长1'), 400, 'relation-to-self'],
      ['多出的一项', { ...spouse('S5', '科长5'), cadreId: 'x' }, 400, 'bad-request'],
    ])('%s：不收', async (_what, body, status, name) => {
      const answer = await declare(await office.as('S1'), body);
      expect(answer.status).toBe(status);
      if (status !== 400 || name !== 'bad-request')
        expect(answer.body).toMatchObject({ type: `/problems/${name}` });
    });

    test('只核实自己单位的人；待办里有，也只有别人的', async () => {
      const college = await office.as('S9');
      await declare(await office.as('cadre'), spouse('S20', '科长20'));
      await declare(clerk, { kind: 'relative', staffNo: 'S10', name: '科长10', detail: '表兄弟' });
      const listed = (await college.get('/api/relations?state=declared')).text;
      expect(listed).toContain('科长3');
      expect(listed).not.toContain('科长7');
      const kinds = async (visitor: Visitor) =>
        ((await visitor.get('/api/todo')).body as { items: { kind: string; count: number }[] }).items.filter(
          ({ kind }) => kind === 'relationsToConfirm',
        );
      // X999, S8 and a unit of S1, S20 of S3: the college's; the registry's is no business of this clerk.
      expect(await kinds(college)).toMatchObject([{ count: 4 }]);
      expect(await kinds(hr)).toMatchObject([{ count: 5 }]);
      expect(await kinds(await office.as('S1'))).toEqual([]);
    });
  });
});
