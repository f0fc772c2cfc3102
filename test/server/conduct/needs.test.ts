// What the next step of a file waits for by name: whom it needs, who could be named, and what ends the need.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows, changeRow } from '../../../db/rows.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import type { CastName } from '../../support/cast-people.ts';
import { courseOf } from '../../support/conduct-course.ts';
import { engines } from '../../support/store.ts';

interface Need {
  readonly event: string;
  readonly label: { readonly zh: string };
  readonly principals: readonly string[];
  readonly missing: number;
  readonly candidates: readonly { staffNo: string; principal: string }[];
}

describe.each(engines)('下一步由谁承办 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let cast: Cast;
    let course: ReturnType<typeof courseOf>;
    beforeAll(async () => {
      cast = await aCast(dialect);
      course = courseOf(cast);
    });
    afterAll(() => cast.remove());

    const needsOf = async (id: string, who: CastName = 'secretary'): Promise<readonly Need[]> =>
      (await done<{ needs: Need[] }>(cast.view(who, id))).needs;
    const listed = async (who: CastName, query = 'naming=open') => {
      const { items } = await done<{ items: { id: string }[] }>(
        cast.get(who, `/api/conduct/inactions?limit=200&${query}`),
      );
      return items.map(({ id }) => id);
    };
    async function submitted(): Promise<string> {
      const id = await cast.draft();
      await cast.move('recorder', id, 'submit');
      return id;
    }

    test('草稿不等谁；提交后等核实人，三种身份都可以，人选不含记录人、亲属、本人和指定者自己', async () => {
      const draft = await cast.draft();
      expect(await needsOf(draft, 'recorder')).toEqual([]);
      const id = await submitted();
      const [need, ...more] = await needsOf(id);
      expect(more).toEqual([]);
      expect(need).toMatchObject({
        ...{ event: 'verify', label: { zh: '核实' }, missing: 1 },
        principals: ['supervisor', 'inspector', 'hr'],
      });
      const those = need!.candidates.map(({ staffNo, principal }) => `${staffNo} ${principal}`);
      expect(those).toContain('verifier hr');
      expect(those).toContain('both inspector');
      expect(those).toContain('both hr');
      for (const out of ['recorder', 'kin', 'subject', 'secretary'])
        expect(those.filter((each) => each.startsWith(out))).toEqual([]);
    });

    test('每个人选都能被指定，指定之后才能办', async () => {
      const id = await submitted();
      const [need] = await needsOf(id);
      const oneEach = new Map(need!.candidates.map((each) => [each.staffNo, each]));
      for (const { staffNo, principal } of oneEach.values()) {
        const other = await submitted();
        const who = staffNo as CastName;
        const before = await cast.fire(who, other, need!.event);
        // Whoever is not named does not even see it, unless it is his by office.
        expect([staffNo, before.status >= 400]).toEqual([staffNo, true]);
        await done(cast.assign(other, who, principal));
        expect(await needsOf(other)).toEqual([]);
        expect([staffNo, (await cast.fire(who, other, need!.event)).status]).toEqual([staffNo, 200]);
      }
    });

    test('人选只给能指定的人看；被指定的人看得到还缺谁', async () => {
      const id = await submitted();
      const [need] = await needsOf(id, 'recorder');
      expect(need).toMatchObject({ event: 'verify', missing: 1, candidates: [] });
    });

    test('已有职责的人不算：核实人被指定去审核，仍缺审核人', async () => {
      const id = await course.answered();
      expect(await needsOf(id)).toMatchObject([{ event: 'confirm', label: { zh: '审核' }, missing: 1 }]);
      // Whoever verified may be named, but his other duty keeps him from it.
      await cast.name(id, 'hr_head', 'both');
      expect(await needsOf(id)).toEqual([]);
      const again = await cast.draft({}, 'recorder');
      await cast.move('recorder', again, 'submit');
      await cast.name(again, 'hr', 'both', 'notifier');
      await cast.move('both', again, 'verify');
      await cast.move('notifier', again, 'notify');
      await done(cast.sign(again));
      await cast.move('subject', again, 'respond');
      await cast.name(again, 'hr_head', 'both');
      const [need] = await needsOf(again);
      expect(need).toMatchObject({ event: 'confirm', missing: 1 });
      expect(need!.candidates.map(({ staffNo }) => staffNo)).not.toContain('both');
      expect(need!.candidates.map(({ staffNo }) => staffNo)).toContain('reviewer');
    });

    test('后来申报了亲属关系，原来指定的人不再算', async () => {
      const id = await submitted();
      await cast.name(id, 'hr', 'clerk');
      expect(await needsOf(id)).toEqual([]);
      const { relations, cadres } = cast.store.tables;
      const people = await cast.store.read.select().from(cadres);
      const idOf = (staffNo: string) => people.find((each) => each.staffNo === staffNo)!.id;
      const row = {
        ...{ id: `rel_${id}`, cadreId: idOf('clerk'), kind: 'conflict' as const, unitId: null },
        ...{ otherCadreId: idOf(cast.staffNo('subject')), namedStaffNo: null, namedAs: null },
        ...{
          detail: '虚构',
          state: 'declared' as const,
          declaredBy: 'acc_clerk',
          declaredAt: cast.clock.now,
        },
        ...{ decidedBy: null, decidedAt: null, decidedReason: null, version: 1 },
      };
      const act = { actor: 'acc_clerk', duty: 'cadre', deed: 'relation.declared', subject: id, reason: null };
      await cast.store.write(act, (tx, changed) => addRows(tx, changed, relations, [row]));
      expect(await needsOf(id)).toMatchObject([{ event: 'verify', missing: 1 }]);
      await cast.store.write(act, async (tx, changed) => {
        await changeRow(tx, changed, relations, { before: row, set: { state: 'ended' } });
      });
      expect(await needsOf(id)).toEqual([]);
    });

    test('两人会办的一步要指定两人；小组和申诉机构按名指定', async () => {
      const { exemption } = await course.held(await course.answered());
      await course.writeClaim(exemption);
      await cast.move('subject', exemption, 'submit');
      expect(await needsOf(exemption)).toMatchObject([
        { event: 'accept', label: { zh: '受理审查' }, principals: ['hr', 'inspector'] },
      ]);
      await cast.name(exemption, 'hr', 'clerk');
      await cast.move('clerk', exemption, 'accept');
      expect(await needsOf(exemption)).toMatchObject([{ event: 'show_facts', missing: 2 }]);
      await cast.name(exemption, 'hr', 'investigator2');
      expect(await needsOf(exemption)).toMatchObject([{ event: 'show_facts', missing: 1 }]);
      await cast.name(exemption, 'inspector', 'investigator1');
      expect(await needsOf(exemption)).toEqual([]);
      await course.factsAnswered(exemption);
      await cast.move('investigator1', exemption, 'propose');
      expect(await needsOf(exemption)).toMatchObject([{ event: 'redline_check', principals: ['inspector'] }]);
      await cast.name(exemption, 'inspector', 'redliner');
      await cast.move('redliner', exemption, 'redline_check');
      expect(await needsOf(exemption)).toMatchObject([
        { label: { zh: '集体认定' }, principals: ['panel'], candidates: [] },
      ]);
      await cast.name(exemption, 'panel', 'panel1', 'panel2', 'panel3');
      expect(await needsOf(exemption)).toEqual([]);
    });

    test('“待指定”的列表：只给能指定的人，指定了就不在', async () => {
      const id = await submitted();
      expect(await listed('secretary')).toContain(id);
      expect(await listed('recorder')).toEqual([]);
      expect(await listed('kin')).not.toContain(id);
      await cast.name(id, 'hr', 'verifier');
      expect(await listed('secretary')).not.toContain(id);
    });

    test('列表按领域、阶段计数，与筛选所得一致；只数看得见的', async () => {
      await cast.draft({ code: '5.3' });
      const page = await done<{
        items: unknown[];
        areas: { area: number; files: number }[];
        stages: { stage: string; files: number }[];
      }>(cast.get('secretary', '/api/conduct/inactions?limit=200'));
      expect(page.areas.reduce((all, { files }) => all + files, 0)).toBe(page.items.length);
      for (const { stage, files } of page.stages)
        expect([stage, (await listed('secretary', `stage=${stage}`)).length]).toEqual([stage, files]);
      for (const { area, files } of page.areas)
        expect([area, (await listed('secretary', `area=${area}`)).length]).toEqual([area, files]);
      expect(page.stages.find(({ stage }) => stage === 'draft')!.files).toBe(0);
      const outside = await done<typeof page>(cast.get('dean', '/api/conduct/inactions'));
      expect(outside.areas.every(({ files }) => files === 0)).toBe(true);
    });

    test('搜索找得到人和行为，搜不到正文：看不到正文的人不能从搜索里猜出来', async () => {
      const id = await cast.draft({ code: '6.2', summary: '某某窗口长期无人值守，群众多次反映' });
      await cast.move('recorder', id, 'submit');
      const name = encodeURIComponent('subject');
      expect(await listed('secretary', `q=${name}`)).toContain(id);
      expect(await listed('secretary', 'q=6.2')).toContain(id);
      expect(await listed('secretary', `q=${encodeURIComponent('无人值守')}`)).toEqual([]);
    });
  });
});
