// 试错备案 over HTTP: who may do what in every state, and what a pilot must look like before it is registered.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { machineOf } from '../../server/procedures/machines.ts';
import { type Answer } from '../support/app.ts';
import {
  aFileOffice,
  bodyOf,
  COLLEGE,
  everybody,
  type FileOffice,
  type PersonName,
} from '../support/file-office.ts';
import { engines } from '../support/store.ts';

/** The clock of a test stands on this day. */
const TODAY = '2026-12-31';
const aPilot = (more: object = {}) => ({
  title: '跨学科导师组',
  unitId: COLLEGE,
  purpose: '在两个班试行跨学科导师组，看能否缩短选题时间。',
  decision: '文学院党政联席会 2026-12-20 第 12 次会议纪要',
  riskAssessment: '学生可能不适应，可随时退回原导师。',
  limits: '限两个班六十人，不动用学院经费。',
  startsOn: '2027-01-10',
  endsOn: '2027-12-31',
  ...more,
});
const machine = machineOf('pilot');

/** Who may move a pilot on by himself: drafts are the author's; reports come from those who answer for the unit. */
const OPEN: Readonly<Record<string, Readonly<Record<string, readonly PersonName[]>>>> = {
  draft: { submit: ['leader'], withdraw: ['leader'] },
  // Whoever holds HR for the whole school answers for this unit too.
  registered: { report: ['leader', 'hr', 'hr2', 'kin', 'former', 'both'] },
};
const dataOf = (event: string) => (event === 'report' ? { data: { text: '已有两个班参加。' } } : {});

describe.each(engines)('试错备案 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let office: FileOffice;
    beforeAll(async () => {
      office = await aFileOffice(dialect);
    });
    afterAll(() => office.remove());

    const draft = async (who: PersonName = 'leader', more: object = {}) =>
      (await office.as(who)).post('/api/pilots', aPilot(more));
    /** A pilot in a state, by the way that leads there. */
    async function pilotIn(state: string): Promise<string> {
      const { id } = bodyOf(await draft());
      if (state === 'draft') return id;
      if (state === 'withdrawn') return fired(id, 'withdraw');
      await fired(id, 'submit');
      if (state === 'submitted') return id;
      await office.decide(id, state === 'refused' ? 'refuse' : 'approve');
      if (state === 'closed') await office.decide(id, 'stop');
      return id;
    }
    async function fired(id: string, event: string): Promise<string> {
      expect((await office.fire('leader', 'pilots', id, event)).status).toBe(200);
      return id;
    }
    const problemOf = ({ body }: Answer) => (body as { type: string }).type;

    const states = [...new Set(machine.events.flatMap(({ from, to }) => [from, to]))];
    const events = [...new Set(machine.events.map(({ event }) => event))];

    // Who may do what does not hang on the engine: one is enough.
    const inTurn = dialect === 'sqlite' ? states : [];
    test.each(inTurn)('%s：每个身份发每个事件，只有该成的成', { timeout: 120_000 }, async (state) => {
      const id = await pilotIn(state);
      const before = await office.fileOf(id);
      const told = (await office.events(id)).length;
      const wrong: string[] = [];
      for (const event of events)
        for (const who of everybody) {
          const isOpen = OPEN[state]?.[event]?.includes(who) ?? false;
          const target = isOpen ? await pilotIn(state) : id;
          const { status } = await office.fire(who, 'pilots', target, event, dataOf(event));
          const isDone = status === 200;
          if (isDone !== isOpen || status >= 500) wrong.push(`${event} by ${who}: ${status}`);
        }
      expect(wrong).toEqual([]);
      expect(await office.fileOf(id)).toEqual(before);
      expect(await office.events(id)).toHaveLength(told);
    });

    test('党委会成员直接发决定事件：409，须经会议', async () => {
      const submitted = await pilotIn('submitted');
      for (const event of ['approve', 'refuse', 'return'])
        expect(problemOf(await office.fire('board', 'pilots', submitted, event))).toBe(
          '/problems/meetingRequired',
        );
      const registered = await pilotIn('registered');
      expect(problemOf(await office.fire('board', 'pilots', registered, 'stop'))).toBe(
        '/problems/meetingRequired',
      );
      const { body } = await (await office.as('board')).get(`/api/pilots/${submitted}`);
      const { actions } = body as { actions: { event: string; isOpen: boolean; how: string }[] };
      expect(actions).toHaveLength(3);
      for (const { isOpen, how } of actions) expect([isOpen, how]).toEqual([true, 'meeting']);
    });

    test('没有发生过的才能备案：期限不合的一处一处说清', async () => {
      const wrong: [object, string[]][] = [
        [{ startsOn: '2026-12-30' }, ['/startsOn']],
        [{ endsOn: '2027-01-10' }, ['/endsOn']],
        [{ endsOn: '2030-01-11' }, ['/endsOn']],
        [{ startsOn: '2027-02-30' }, ['/startsOn']],
        [{ startsOn: '2026-01-01', endsOn: '2025-01-01' }, ['/startsOn', '/endsOn']],
      ];
      for (const [more, pointers] of wrong) {
        const answer = await draft('leader', more);
        expect(answer).toMatchObject({ status: 422, body: { type: '/problems/pilot-term-unfit' } });
        expect(
          (answer.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer),
        ).toEqual(pointers);
      }
      expect((await draft('leader', { startsOn: TODAY, endsOn: '2029-12-31' })).status).toBe(200);
      expect(problemOf(await draft('farLeader'))).toBe('/problems/pilot-unit-out-of-reach');
      expect((await draft('other')).status).toBe(403);
    });

    test('草稿放过了开始日，提交时还要再看一遍', async () => {
      const { id } = bodyOf(await draft('leader', { startsOn: TODAY }));
      const { now } = office.app.clock;
      office.later(1);
      const visitor = await office.app.visitorAs('acc_leader');
      const sent = { event: 'submit', version: 1 };
      const late = await visitor.post(`/api/pilots/${id}/events`, sent);
      office.app.clock.now = now;
      expect(problemOf(late)).toBe('/problems/pilot-term-unfit');
      expect((await office.fileOf(id)).state).toBe('draft');
      expect((await office.fire('leader', 'pilots', id, 'submit')).status).toBe(200);
    });

    test('草稿只有本人看得到、改得了；改过之后旧版本不再有效', async () => {
      const id = await pilotIn('draft');
      for (const who of ['hr', 'farLeader', 'board', 'head', 'other'] as const)
        expect((await (await office.as(who)).get(`/api/pilots/${id}`)).status).toBe(404);
      const leader = await office.as('leader');
      const amend = (version: number, title: string) =>
        leader.send('PUT', `/api/pilots/${id}`, { ...aPilot({ title }), version });
      expect(await amend(1, '改过的题目')).toMatchObject({
        status: 200,
        body: { title: '改过的题目', version: 2 },
      });
      expect(await amend(1, '旧的题目')).toMatchObject({ status: 409 });
      expect((await office.fire('leader', 'pilots', id, 'submit', { version: 1 })).status).toBe(409);
      const hr = await office.as('hr');
      expect((await hr.send('PUT', `/api/pilots/${id}`, { ...aPilot(), version: 2 })).status).toBe(404);
      await fired(id, 'submit');
      expect((await amend(3, '提交后再改')).status).toBe(409);
      expect((await (await office.as('other')).get(`/api/pilots/${id}`)).status).toBe(200);
      const withdrawn = await pilotIn('withdrawn');
      expect((await hr.get(`/api/pilots/${withdrawn}`)).status).toBe(404);
    });

    test('三人同时提交同一草稿，只成一次', async () => {
      const id = await pilotIn('draft');
      const leader = await office.as('leader');
      const once = () => leader.post(`/api/pilots/${id}/events`, { event: 'submit', version: 1 });
      const answers = await Promise.all([once(), once(), once()]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
      expect(await office.events(id)).toHaveLength(1);
    });

    test('列表：按词、单位、状态查找，别人的草稿不在其中', async () => {
      const title = `查找用的试点 ${dialect}`;
      const { id } = bodyOf(await draft('leader', { title }));
      const find = async (who: PersonName, query: string) => {
        const { body } = await (await office.as(who)).get(`/api/pilots?${query}`);
        return (body as { items: { id: string }[] }).items.map((item) => item.id);
      };
      const q = `q=${encodeURIComponent('查找用的')}`;
      expect(await find('leader', q)).toEqual([id]);
      expect(await find('hr', q)).toEqual([]);
      await fired(id, 'submit');
      expect(await find('other', q)).toEqual([id]);
      expect(await find('other', `${q}&state=registered`)).toEqual([]);
      expect(await find('other', `${q}&unit=${COLLEGE}`)).toEqual([id]);
      expect(await find('other', `${q}&unit=un_registry`)).toEqual([]);
      expect(await find('other', `q=${encodeURIComponent('%')}`)).toEqual([]);
      expect((await (await office.as('sysadmin')).get('/api/pilots')).status).toBe(403);
    });

    test('备案之前、期满之后的日子不算；期满那天过后自动结束，重复的一轮不再发生', async () => {
      const { id } = bodyOf(await draft('leader', { startsOn: TODAY, endsOn: '2027-01-04' }));
      await fired(id, 'submit');
      /** Whoever has to answer for that day may name it. */
      const offered = async (day: string) => {
        const { body } = await (await office.as('other')).get(`/api/pilots?on=${day}`);
        return (body as { items: { id: string }[] }).items.some((item) => item.id === id);
      };
      expect(await offered(TODAY)).toBe(false);
      await office.decide(id, 'approve');
      expect([await offered('2026-12-30'), await offered(TODAY), await offered('2027-01-05')]).toEqual([
        false,
        true,
        false,
      ]);
      const seen = bodyOf(await (await office.as('other')).get(`/api/pilots/${id}`));
      expect(seen.deadlines).toMatchObject([{ kind: 'term_over', lastDay: '2027-01-04' }]);
      const { now } = office.app.clock;
      office.later(4);
      expect((await office.fileOf(id)).state).toBe('registered');
      office.later(1);
      await Promise.all([office.tick(), office.tick(), office.tick()]);
      office.app.clock.now = now;
      expect((await office.events(id)).map(({ event, actor }) => [event, actor]).slice(-1)).toEqual([
        ['term_over', 'clock'],
      ]);
      expect((await office.fileOf(id)).state).toBe('closed');
      expect(await offered(TODAY), 'its term is over, that day was in it').toBe(true);
    });

    test('报告写进档案，人人可读；缺内容的不收', async () => {
      const id = await pilotIn('registered');
      expect((await office.fire('hr', 'pilots', id, 'report')).status).toBe(400);
      expect(
        (await office.fire('hr', 'pilots', id, 'report', { data: { text: '两个班', more: 1 } })).status,
      ).toBe(400);
      await office.fire('hr', 'pilots', id, 'report', { data: { text: '两个班已满员。' } });
      const { body } = await (await office.as('other')).get(`/api/pilots/${id}`);
      expect(body).toMatchObject({ pilot: { reports: [{ text: '两个班已满员。', by: { staffNo: 'hr' } }] } });
    });

    test('提交后，起草人看到它在等党委会', async () => {
      const id = await pilotIn('submitted');
      const { body } = await (await office.as('leader')).get(`/api/pilots/${id}`);
      expect(body).toMatchObject({ stateLabel: { zh: '等待党委会决定' }, pilot: { isMyDraft: false } });
      const { body: todo } = await (await office.as('leader')).get('/api/todo');
      expect(JSON.stringify(todo)).not.toContain(id);
      const waiting = await pilotIn('draft');
      const { body: again } = await (await office.as('leader')).get('/api/todo');
      expect(JSON.stringify(again)).toContain(`/pilots/${waiting}`);
    });
  });
});
