// `~` in the matrix: names, units, states and counts. What was done, when, and what was said about it a masked reader
// learns neither from the file, nor from a list, a filter, a search or a count.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { addRows } from '../../../db/rows.ts';
import { behaviours } from '../../../scoring/index.ts';
import type { InactionPage, InactionView } from '../../../server/conduct/conduct.contract.ts';
import type { ExemptionPage, ExemptionView } from '../../../server/exemptions/exemptions.contract.ts';
import type { MeetingView } from '../../../server/meetings/meetings.contract.ts';
import type { Role } from '../../../server/permissions/matrix.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { type Asker, done } from '../../support/cast-deeds.ts';
import type { CastName } from '../../support/cast-people.ts';
import { type Course, courseOf } from '../../support/conduct-course.ts';
import { aCadre, aGrant, aUnit } from '../../support/rows.ts';
import { act, engines } from '../../support/store.ts';

type Page = z.infer<typeof InactionPage>;
type View = z.infer<typeof InactionView>;

const LEAD = {
  ...{ code: '2.1', occurredOn: '2026-10-17', summary: '金丝雀摘要，只有本人和承办人看得到。' },
  documentNo: '金丝雀〔2026〕9号',
};
const { zh, en } = behaviours['2.1'];
/** Whatever of this a masked reader meets, it leaked. */
const SECRETS = ['2.1', zh, en, '2026-10-17', '金丝雀', '情况属实', '情节一般', 'a.pdf'];
const toldIn = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret));
const OTHERS = 'un_other';

describe.each(engines)('看得到姓名、单位和状态的人 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let cast: Cast;
    let course: Course;
    let final = '';
    let other = '';
    let evidenceId = '';

    async function finalOf(more: object): Promise<string> {
      const id = await course.answered(more);
      await course.confirmed(id);
      await cast.lapse(id, 'appeal_window_over');
      return id;
    }
    async function grant(who: CastName, role: Role, unitId: string): Promise<void> {
      const row = aGrant({ id: `gr_more_${who}_${role}`, accountId: `acc_${who}`, role, unitId });
      await cast.store.write(act('granted'), (tx, changed) =>
        addRows(tx, changed, cast.store.tables.grants, [row]),
      );
    }
    const list = (who: Asker, query = ''): Promise<Page> =>
      done<Page>(cast.get(who, `/api/conduct/inactions?limit=200&${query}`));
    const idsIn = ({ items }: Page): string[] => items.map(({ id }) => id).toSorted();
    const about = (word: string): string => `q=${encodeURIComponent(word)}`;

    beforeAll(async () => {
      cast = await aCast(dialect);
      course = courseOf(cast);
      const { units, cadres } = cast.store.tables;
      await cast.store.write(act('unit.added'), async (tx, changed) => {
        await addRows(tx, changed, units, [aUnit({ id: OTHERS, code: '30', name: '理学院' })]);
        await addRows(tx, changed, cadres, [
          aCadre({ id: 'cad_other', staffNo: 'O1', name: '外院·虚构', unitId: OTHERS, rank: '正科' }),
        ]);
      });
      final = await course.answered(LEAD);
      evidenceId = await cast.addEvidence(final, 'subject', '金丝雀');
      await course.confirmed(final);
      await cast.lapse(final, 'appeal_window_over');
      other = await finalOf({ code: '5.3' });
    });
    afterAll(() => cast.remove());

    test('领导在列表里只有姓名、单位和状态', async () => {
      const { items } = await list('dean');
      const line = items.find(({ id }) => id === final)!;
      expect(line).toEqual({
        ...{ id: final, title: '不为记录', isMasked: true, state: 'final', isEnded: false },
        stateLabel: { zh: '已生效', en: expect.any(String) },
        ...{ unitName: '文学院', personName: 'subject·虚构', enteredAt: expect.any(Number) },
        ...{ nextDeadline: null, said: null },
      });
      expect(toldIn(JSON.stringify(items))).toEqual([]);
      const whole = (await list('verifier')).items.find(({ id }) => id === final)!;
      expect(whole).toMatchObject({
        ...{ isMasked: false, title: `2.1 ${zh}` },
        said: { code: '2.1', area: 2, occurredOn: '2026-10-17' },
        nextDeadline: { kind: 'influence_over' },
      });
    });

    test('领导打开案卷，只有姓名、单位和状态', async () => {
      const { status, body, text } = await cast.view('dean', final);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        ...{ title: '不为记录', state: 'final', inaction: null, unit: { name: '文学院' } },
        person: { name: 'subject·虚构' },
        ...{ history: [], pending: [], deadlines: [], deliveries: [], assignments: [], evidence: [] },
        ...{ needs: [], mayAssign: false, mayAddEvidence: false },
      });
      expect((body as View).actions.filter(({ isOpen }) => isOpen)).toEqual([]);
      expect(toldIn(text)).toEqual([]);
    });

    test('材料、文书、送达按编号也取不到', async () => {
      expect((await cast.get('subject', `/api/files/${final}/evidence/${evidenceId}`)).status).toBe(200);
      expect((await cast.get('dean', `/api/files/${final}/evidence/${evidenceId}`)).status).toBe(404);
      const { items } = await done<{ items: { name: string }[] }>(
        cast.get('subject', `/api/files/${final}/documents`),
      );
      expect(items.length).toBeGreaterThan(0);
      expect((await cast.get('dean', `/api/files/${final}/documents`)).body).toEqual({ items: [] });
      for (const { name } of items)
        expect((await cast.get('dean', `/api/files/${final}/documents/${name}`)).status).toBe(404);
      const { deliveries } = (await cast.view('subject', final)).body as View;
      const { assignments } = (await cast.view('secretary', final)).body as View;
      const base = `/api/files/${final}`;
      const deeds = [
        [`${base}/deliveries/${deliveries[0]!.id}/signature`, { version: 1 }],
        [
          `${base}/deliveries/${deliveries[0]!.id}/paper`,
          { version: 1, paperOn: '2026-12-31', witness: '见证人' },
        ],
        [`${base}/assignments/${assignments[0]!.id}/end`, { reason: '按分工办理' }],
      ] as const;
      for (const [path, sent] of deeds) {
        const { status, text } = await cast.ask('dean', 'POST', path, sent);
        expect([path, [403, 404].includes(status), toldIn(text)]).toEqual([path, true, []]);
      }
    });

    test('按方面筛选、按行为搜索，都不说出是哪一件；按姓名找得到', async () => {
      const both = [final, other].toSorted();
      const { areas, masked, stages } = await list('dean');
      expect([areas.every(({ files }) => files === 0), masked]).toEqual([true, 2]);
      expect(stages.find(({ stage }) => stage === 'final')).toEqual({ stage: 'final', files: 2 });
      const answers = await Promise.all([1, 2, 3, 4, 5, 6].map((area) => list('dean', `area=${area}`)));
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]!.items).toEqual([]);
      for (const word of [zh, '2.1', '5.3']) expect(idsIn(await list('dean', about(word)))).toEqual([]);
      for (const word of ['subject', '虚构']) expect(idsIn(await list('dean', about(word)))).toEqual(both);
      expect(idsIn(await list('dean', `${about('subject')}&area=2`))).toEqual([]);
      expect(idsIn(await list('dean', 'stage=final&cadre=cad_subject'))).toEqual(both);
      // Whoever reads what it says finds it by that.
      for (const who of ['verifier', 'secretary', 'subject'] as const) {
        expect(idsIn(await list(who, 'area=2'))).toEqual([final]);
        expect(idsIn(await list(who, about(zh)))).toEqual([final]);
        expect(await list(who)).toMatchObject({ masked: 0, areas: { 1: { files: 1 }, 4: { files: 1 } } });
      }
    });

    test('待办、收件、会议、本人页都不说', async () => {
      for (const path of ['/api/todo', '/api/inbox', '/api/meetings', '/api/my-record', '/api/exemptions'])
        expect([path, toldIn((await cast.get('dean', path)).text)]).toEqual([path, []]);
    });

    test('本人兼任领导，自己的记录看得到全部；承办人、党委会成员也看得到全部', async () => {
      await grant('subject', 'leader', cast.stage.unitId);
      for (const who of ['subject', 'verifier', 'reviewer', 'secretary', 'board1'] as const) {
        const { title, inaction } = await done<View>(cast.view(who, final));
        expect([who, title, inaction?.occurredOn]).toEqual([who, `2.1 ${zh}`, '2026-10-17']);
        expect([who, inaction?.facts.summary]).toEqual([who, LEAD.summary]);
        const line = (await list(who)).items.find(({ id }) => id === final);
        expect([who, line?.said?.code, line?.isMasked]).toEqual([who, '2.1', false]);
      }
    });

    test('一处是领导、一处是组织部：各按各的看，筛选只及看得到内容的', async () => {
      await grant('panel1', 'hr', OTHERS);
      const id = await cast.draft({ staffNo: 'O1', code: '2.1' }, 'panel1');
      // His own draft he reads in whole, before and after.
      expect((await done<View>(cast.view('panel1', id))).inaction?.code).toBe('2.1');
      await cast.move('panel1', id, 'submit');
      const { items, masked, areas } = await list('panel1');
      const seen = items.map((line) => [line.id, line.isMasked] as const);
      expect(new Map(seen)).toEqual(new Map([final, other, id].map((each) => [each, each !== id])));
      expect([masked, areas.map(({ files }) => files)]).toEqual([2, [0, 1, 0, 0, 0, 0]]);
      expect(idsIn(await list('panel1', 'area=2'))).toEqual([id]);
      expect(idsIn(await list('panel1', about(zh)))).toEqual([id]);
    });

    test('领导做过小组成员、不再被指定：容错认定也只剩姓名、单位和状态', async () => {
      const { exemption } = await course.held(await course.answered(LEAD));
      await course.toPanel(exemption);
      const meeting = await cast.decide('panel', exemption, 'decide_mitigate');
      const before = await done<z.infer<typeof ExemptionView>>(cast.view('panel1', exemption));
      expect(before.exemption.facts?.record.code).toBe('2.1');
      const named = before.assignments.find(({ person }) => person.staffNo === 'panel1')!;
      await done(
        cast.ask('secretary', 'POST', `/api/files/${exemption}/assignments/${named.id}/end`, {
          reason: '小组已作出认定',
        }),
      );
      const { body, text } = await cast.view('panel1', exemption);
      expect(body).toMatchObject({
        ...{ title: '容错认定', person: { name: 'subject·虚构' }, history: [], deadlines: [], evidence: [] },
        exemption: { facts: null },
      });
      expect(toldIn(text)).toEqual([]);
      const { items } = await done<z.infer<typeof ExemptionPage>>(cast.get('panel1', '/api/exemptions'));
      expect(items).toMatchObject([{ id: exemption, title: '容错认定', isMasked: true, situation: null }]);
      expect(toldIn(JSON.stringify(items))).toEqual([]);
      const { items: agenda, minutes } = await done<z.infer<typeof MeetingView>>(
        cast.get('panel1', `/api/meetings/${meeting}`),
      );
      expect([agenda[0]!.isWithheld, agenda[0]!.title, minutes]).toEqual([true, '', null]);
      for (const path of [
        `/api/exemptions/${exemption}/precedents`,
        `/api/files/${exemption}/documents/decision`,
      ])
        expect([path, (await cast.get('panel1', path)).status]).toEqual([path, 404]);
      const sitting = await done<z.infer<typeof ExemptionView>>(cast.view('panel2', exemption));
      expect(sitting.exemption.facts?.record.code).toBe('2.1');
    });
  });
});
