// Meetings over HTTP: what takes effect, all at once; and everything that must not.
import { afterEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { aSchoolThatMeets, BOARD, nameOf, type SchoolThatMeets, TODAY } from '../../support/meeting.ts';
import { engines } from '../../support/store.ts';

const all = [9, 0, 0] as const;

describe.each(engines)('$dialect', ({ dialect, isHere }) => {
  let at: SchoolThatMeets | null = null;
  afterEach(async () => {
    await at?.remove();
    at = null;
  });
  const begin = async (
    ...more: Parameters<typeof aSchoolThatMeets> extends [unknown, ...infer R] ? R : never
  ) => (at = await aSchoolThatMeets(dialect, ...more));

  test.runIf(isHere)('一次会议多个事项：记录不生效，成员确认后同时生效，每件事记着是哪次会议', async () => {
    const s = await begin();
    const files = [
      await s.aFile('updown', 'reviewed'),
      await s.aFile('updown', 'reviewed', 'other'),
      await s.aFile('pilot', 'submitted', null),
    ];
    const id = await s.planned(files);
    const recorded = await s.record(id, BOARD, [
      { event: 'approve', votes: all },
      { event: 'refuse', votes: [6, 2, 1] },
      { event: 'approve', votes: [5, 0, 4] },
    ]);
    expect(recorded.status, recorded.text).toBe(200);
    expect(await Promise.all(files.map(async (file) => (await s.fileOf(file)).state))).toEqual([
      'reviewed',
      'reviewed',
      'submitted',
    ]);
    const todo = (await (await s.as('B2')).get('/api/todo')).body as { items: { href: string }[] };
    expect(todo.items.map(({ href }) => href)).toContain(`/meetings/${id}`);
    const confirmed = await s.confirm(id, 'B2');
    expect(confirmed.status, confirmed.text).toBe(200);
    expect(await Promise.all(files.map(async (file) => (await s.fileOf(file)).state))).toEqual([
      'decided',
      'rejected',
      'registered',
    ]);
    for (const file of files) {
      const last = (await s.events(file)).at(-1)!;
      expect(last).toMatchObject({ meetingId: id, actor: 'acc_B2', principal: 'board', duty: 'dec' });
      expect(last.reason).toBe('事实清楚，依据充分');
    }
    const entries = await s.store.read.select().from(s.store.tables.auditEntries);
    expect(entries.filter(({ deed }) => deed === 'meeting.confirmed')).toMatchObject([
      { subject: id, actor: 'acc_B2', duty: 'board' },
    ]);
    // Nothing of it can be changed afterwards.
    const version = (await s.shown(id)).version;
    expect(nameOf(await s.record(id, BOARD, [{}, {}, {}]))).toBe('meeting-closed');
    const head = await s.as('head');
    expect(nameOf(await head.post(`/api/meetings/${id}/cancellation`, { version, reason: '记错了' }))).toBe(
      'meeting-closed',
    );
    expect(nameOf(await s.confirm(id, 'B3'))).toBe('not-recorded-yet');
  });

  test.runIf(isHere)('有一件事在确认前已经变化：一件也不生效，指明是哪一件；重新记录后可以', async () => {
    const s = await begin();
    const files = [await s.aFile('updown', 'reviewed'), await s.aFile('pilot', 'registered', null)];
    const id = await s.planned(files);
    const votes = [
      { event: 'approve', votes: all },
      { event: 'stop', votes: all },
    ] as const;
    expect((await s.record(id, BOARD, votes)).status).toBe(200);
    // Somebody reports meanwhile: the state is the same, the file is not.
    await s.bringTo(files[1]!, 'registered');
    const leader = await s.as('leader');
    const moved = await leader.post(`/api/pilots/${files[1]}/events`, {
      event: 'report',
      version: (await s.fileOf(files[1]!)).version,
      data: { text: '进展顺利，没有超出限制。' },
    });
    expect(moved.status, moved.text).toBe(200);
    const refused = await s.confirm(id, 'B1');
    expect(refused.status).toBe(409);
    expect(nameOf(refused)).toBe('agenda-moved');
    const { title } = await s.fileOf(files[1]!);
    expect(refused.text).toContain(title);
    expect(refused.text).not.toContain((await s.fileOf(files[0]!)).title);
    expect((await s.fileOf(files[0]!)).state).toBe('reviewed');
    expect((await s.events(files[0]!)).some(({ meetingId }) => meetingId !== null)).toBe(false);
    expect((await s.shown(id)).state).toBe('recorded');
    expect((await s.record(id, BOARD, votes)).status).toBe(200);
    expect((await s.confirm(id, 'B1')).status).toBe(200);
    expect((await s.fileOf(files[1]!)).state).toBe('closed');
  });

  test.runIf(isHere)('到会差一人、同意差一票、票数不符：拒绝并说明差多少；正好够则可以', async () => {
    const s = await begin();
    const id = await s.planned([await s.aFile('updown', 'reviewed')]);
    const tried = async (present: number, votes: readonly [number, number, number]) =>
      s.record(id, BOARD.slice(0, present), [{ event: 'approve', votes }]);
    const few = await tried(5, [5, 0, 0]);
    expect([few.status, nameOf(few)]).toEqual([422, 'vote-invalid']);
    expect(few.text).toContain('到会 5/9');
    expect(few.text).toContain('至少 6 人');
    const short = await tried(9, [4, 1, 4]);
    expect(short.text).toContain('同意 4 票');
    expect(short.text).toContain('至少 5 票');
    const wrong = await tried(7, [6, 0, 0]);
    expect(wrong.text).toContain('7 人');
    expect((await s.shown(id)).state).toBe('planned');
    expect((await tried(6, [5, 1, 0])).status).toBe(200);
    expect((await tried(6, [5, 0, 1])).status, 'recorded again').toBe(200);
  });

  test.runIf(isHere)(
    '本人、亲属、任过他职、曾在该单位、当场声明：不计入应到，不能投票，也不能确认',
    async () => {
      const s = await begin();
      const own = await s.aFile('updown', 'reviewed', 'B1');
      const kins = await s.aFile('updown', 'reviewed', 'subject');
      await s.relate('B2', 'subject');
      await s.relate('B3', null, 'formerUnit');
      const id = await s.planned([own, kins]);
      const declared = [{ staffNo: 'B4', reason: '与当事人有合作' }];
      // Of nine: B3 came from the unit; B1 is concerned in the first, B2 is kin in the second, B4 says so himself.
      const wrong = await s.record(id, BOARD, [
        { event: 'approve', votes: all },
        { event: 'approve', votes: all, recused: declared },
      ]);
      expect(nameOf(wrong)).toBe('vote-invalid');
      expect(wrong.text).toContain('7 人');
      expect(wrong.text).toContain('6 人');
      const right = await s.record(id, BOARD, [
        { event: 'approve', votes: [4, 0, 3] },
        { event: 'approve', votes: [4, 2, 0], recused: declared },
      ]);
      expect(right.status, right.text).toBe(200);
      const { items } = right.body as { items: { recused: { staffNo: string; because: string }[] }[] };
      expect(
        items.map(({ recused }) => recused.map(({ staffNo, because }) => `${staffNo} ${because}`)),
      ).toEqual([
        ['B1 subject', 'B3 formerUnit'],
        ['B2 related', 'B3 formerUnit', 'B4 declared'],
      ]);
      for (const who of ['B1', 'B2', 'B3', 'B4']) {
        const refused = await s.confirm(id, who);
        expect([refused.status, nameOf(refused)], who).toEqual([403, 'may-not-confirm']);
      }
      const denials = await s.store.read.select().from(s.store.tables.denials);
      expect(denials.map(({ accountId, event }) => [accountId, event])).toContainEqual([
        'acc_B4',
        'meeting.confirm',
      ]);
      expect((await s.confirm(id, 'B5')).status).toBe(200);
    },
  );

  test.runIf(isHere)('当事人看不到自己一件的内容和纪要；同会的其他成员看得到', async () => {
    const s = await begin();
    const id = await s.planned([await s.aFile('updown', 'reviewed', 'B1')]);
    await s.record(id, BOARD, [{ event: 'approve', votes: [8, 0, 0] }]);
    type Seen = {
      minutes: string | null;
      items: { isWithheld: boolean; decision: unknown; reason: unknown }[];
    };
    const seen = async (who: string) => (await (await s.as(who)).get(`/api/meetings/${id}`)).body as Seen;
    const own = await seen('B1');
    expect(own.minutes).toBeNull();
    expect(own.items).toMatchObject([
      { isWithheld: true, decision: null, reason: null, title: '', recused: [] },
    ]);
    const other = await seen('B2');
    expect(other.minutes).toContain('保留意见');
    expect(other.items[0]!.isWithheld).toBe(false);
  });

  test.runIf(isHere)('记录之后才声明的关系：确认时重新核对，不再成立的不生效', async () => {
    const s = await begin();
    const file = await s.aFile('updown', 'reviewed');
    const id = await s.planned([file]);
    expect((await s.record(id, BOARD, [{ event: 'approve', votes: all }])).status).toBe(200);
    await s.relate('B9', 'subject');
    const refused = await s.confirm(id, 'B1');
    expect([refused.status, nameOf(refused)]).toEqual([409, 'agenda-moved']);
    expect((await s.fileOf(file)).state).toBe('reviewed');
    expect((await s.record(id, BOARD, [{ event: 'approve', votes: [8, 0, 0] }])).status).toBe(200);
    expect((await s.confirm(id, 'B1')).status).toBe(200);
  });

  test.runIf(isHere)('记录人不能确认，没有到会的不能，会外的人连会议都看不到', async () => {
    const s = await begin();
    await s.grant('head', 'board');
    const file = await s.aFile('updown', 'reviewed');
    const id = await s.planned([file]);
    const present = [...BOARD.slice(0, 8), 'head'];
    expect((await s.record(id, present, [{ event: 'approve', votes: all }])).status).toBe(200);
    for (const who of ['head', 'B9', 'head2']) {
      const refused = await s.confirm(id, who);
      expect([refused.status, nameOf(refused)], who).toEqual([403, 'may-not-confirm']);
    }
    for (const who of ['A1', 'hr', 'subject', 'leader'])
      expect((await s.confirm(id, who)).status, who).toBe(404);
    expect((await s.fileOf(file)).state).toBe('reviewed');
    expect((await s.confirm(id, 'B8')).status).toBe(200);
  });

  test.runIf(isHere)('两人同时确认：只生效一次', async () => {
    const s = await begin();
    const files = [await s.aFile('updown', 'reviewed'), await s.aFile('updown', 'reviewed', 'other')];
    const id = await s.planned(files);
    await s.record(
      id,
      BOARD,
      files.map(() => ({ event: 'approve', votes: all })),
    );
    const { version } = await s.shown(id);
    const racers = ['B1', 'B2', 'B3', 'B4'];
    for (const who of racers) await s.as(who);
    const answers = await Promise.all(racers.map((who) => s.confirm(id, who, version)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409, 409]);
    for (const file of files)
      expect((await s.events(file)).filter(({ meetingId }) => meetingId === id)).toHaveLength(1);
  });

  test.runIf(isHere)('两次会议、两种决定抢同一件事：先列入的占住，取消后才能再列', async () => {
    const s = await begin();
    const file = await s.aFile('updown', 'reviewed');
    const id = await s.planned([file]);
    expect(nameOf(await s.plan([file]))).toBe('on-other-agenda');
    const head = await s.as('head');
    const { version } = await s.shown(id);
    const cancelled = await head.post(`/api/meetings/${id}/cancellation`, {
      version,
      reason: '成员不足，改期',
    });
    expect(cancelled.body).toMatchObject({ state: 'cancelled', cancelReason: '成员不足，改期' });
    expect(nameOf(await s.record(id, BOARD, [{ event: 'approve', votes: all }]))).toBe('meeting-closed');
    expect((await s.plan([file])).status).toBe(200);
  });

  test.runIf(isHere)(
    '不属于这次会议的：别的机构的事项、别的状态、没有的决定、重复、空议程、议程外的事项',
    async () => {
      const s = await begin();
      const reviewed = await s.aFile('updown', 'reviewed');
      const appealed = await s.aFile('updown', 'appealed');
      const proposed = await s.aFile('updown', 'proposed');
      for (const agenda of [[appealed], [proposed], [reviewed, reviewed], ['file_none']])
        expect(nameOf(await s.plan(agenda)), agenda.join()).toBe('not-for-meeting');
      expect((await s.plan([])).status).toBe(400);
      const id = await s.planned([reviewed]);
      const wrong = await s.record(id, BOARD, [{ event: 'uphold', votes: all }]);
      expect([wrong.status, nameOf(wrong)]).toEqual([422, 'vote-invalid']);
      expect((await s.record(id, BOARD, [{}], { items: [] })).status).toBe(400);
      const strange = await s.record(id, [...BOARD, 'A1'], [{ event: 'approve', votes: all }]);
      expect(strange.text).toContain('A1');
      expect(strange.status).toBe(400);
      const none = await s.record(id, BOARD, [{ event: null }]);
      expect(nameOf(none)).toBe('vote-invalid');
      const tomorrow = await s.record(id, BOARD, [{ event: 'approve', votes: all }], {
        heldOn: '2027-01-01',
      });
      expect(tomorrow.status).toBe(400);
      expect(tomorrow.text).toContain('/heldOn');
      const stale = await s.record(id, BOARD, [{ event: 'approve', votes: all }], { version: 9 });
      expect(nameOf(stale)).toBe('stale-version');
      // Sent as an event of the file itself it is refused as well.
      const direct = s.app.services.procedures.move(
        {
          ...{ accountId: 'acc_B1', staffNo: 'B1', cadreId: null, language: 'zh' },
          roles: [{ role: 'board', units: null }],
        },
        s.app.services.kinds.get('pilot')!,
        {
          id: await s.aFile('pilot', 'submitted', null),
          event: 'approve',
          version: 2,
          reason: '同意',
          data: {},
        },
      );
      await expect(direct).rejects.toMatchObject({ kind: { name: 'meetingRequired' } });
    },
  );

  test.runIf(isHere)('没有作决定的事项留在原处，其余照常生效', async () => {
    const s = await begin();
    const files = [await s.aFile('updown', 'reviewed'), await s.aFile('updown', 'reviewed', 'other')];
    const id = await s.planned(files);
    await s.record(id, BOARD, [{ event: null }, { event: 'approve', votes: all }]);
    expect((await s.confirm(id, 'B1')).status).toBe(200);
    expect((await s.fileOf(files[0]!)).state).toBe('reviewed');
    expect((await s.fileOf(files[1]!)).state).toBe('decided');
    expect((await s.plan([files[0]!])).status, 'it can go to the next meeting').toBe(200);
  });

  test.runIf(isHere)('决定所附的内容按该事项的约定核对，进入事件', async () => {
    const data = z.strictObject({ months: z.int().min(1).meta({ title: '影响期（月）' }) });
    const s = await begin({ updown: { carries: { approve: data } } });
    const file = await s.aFile('updown', 'reviewed');
    const id = await s.planned([file]);
    const { items } = (await s.shown(id)) as unknown as {
      items: { choices: { event: string; fields: unknown[] }[] }[];
    };
    expect(items[0]!.choices.find(({ event }) => event === 'approve')!.fields).toEqual([
      {
        ...{ name: 'months', label: { zh: '影响期（月）', en: '影响期（月）' }, kind: 'number', options: [] },
        ...{ most: null, isRequired: true },
      },
    ]);
    const wrong = await s.record(id, BOARD, [{ event: 'approve', votes: all, data: { months: 0 } }]);
    expect(wrong.text).toContain('/items/0/decision/data/months');
    await s.record(id, BOARD, [{ event: 'approve', votes: all, data: { months: 12 } }]);
    expect((await s.confirm(id, 'B1')).status).toBe(200);
    expect((await s.events(file)).at(-1)!.data).toEqual({ months: 12 });
  });

  test.runIf(isHere)('申诉机构与原决定没有同一人：参加过决定的不计入应到，也不能确认', async () => {
    const s = await begin();
    const file = await s.aFile('updown', 'reviewed');
    for (const who of ['B1', 'B2']) await s.grant(who, 'appeal_body');
    const first = await s.planned([file]);
    // B2 was absent from the decision, B1 took part in it.
    const present = BOARD.filter((who) => who !== 'B2');
    await s.record(first, present, [{ event: 'approve', votes: [8, 0, 0] }]);
    expect((await s.confirm(first, 'B1')).status).toBe(200);
    await s.bringTo(file, 'appealed');
    for (const who of ['A1', 'A2', 'B1', 'B2']) {
      const named = await s.assign(file, who, 'appeal_body');
      expect(named.status, `${who} ${named.text}`).toBe(200);
    }
    const id = await s.planned([file], 'appeal_body');
    // A3 holds the role but is not named in this file.
    expect((await s.record(id, ['A3'], [{ event: 'uphold', votes: [1, 0, 0] }])).status).toBe(400);
    const wrong = await s.record(id, ['A1', 'A2', 'B1', 'B2'], [{ event: 'uphold', votes: [4, 0, 0] }]);
    expect(wrong.text).toContain('3 人');
    const right = await s.record(id, ['A1', 'A2', 'B1', 'B2'], [{ event: 'uphold', votes: [3, 0, 0] }]);
    expect(right.status, right.text).toBe(200);
    expect(right.body).toMatchObject({ items: [{ recused: [{ staffNo: 'B1', because: 'otherDuty' }] }] });
    expect((await s.confirm(id, 'B1')).status).toBe(403);
    expect((await s.confirm(id, 'A3')).status).toBe(404);
    expect((await s.confirm(id, 'B2')).status).toBe(200);
    expect((await s.events(file)).at(-1)).toMatchObject({
      principal: 'appeal_body',
      duty: 'app',
      meetingId: id,
    });
  });

  test.runIf(isHere)('认定小组按事项指定：每一件有自己的成员，没有指定就没有人可以表决', async () => {
    const s = await begin();
    const one = await s.aFile('exemption', 'checked');
    const two = await s.aFile('exemption', 'checked', 'other');
    for (const who of ['leader', 'supervisor', 'inspector'])
      expect((await s.assign(one, who, 'panel')).status, who).toBe(200);
    const id = await s.planned([one, two], 'panel');
    const panel = ['leader', 'supervisor', 'inspector'];
    const wrong = await s.record(id, panel, [
      { event: 'decide_exempt', votes: [3, 0, 0] },
      { event: 'decide_exempt', votes: [3, 0, 0] },
    ]);
    expect(wrong.text).toContain('没有可以表决的成员');
    const right = await s.record(id, panel, [{ event: 'decide_exempt', votes: [3, 0, 0] }, { event: null }]);
    expect(right.status, right.text).toBe(200);
    expect((await s.confirm(id, 'leader')).status).toBe(200);
    expect((await s.fileOf(one)).state).toBe('decided_exempt');
    expect((await s.fileOf(two)).state).toBe('checked');
  });

  test.runIf(isHere)('成员以会议当天为准：改了日期，到会名单随之改变', async () => {
    const s = await begin();
    const file = await s.aFile('updown', 'reviewed');
    const head = await s.as('head');
    const before = { body: 'board', title: '授权之前的会议', heldOn: '2025-12-31', agenda: [file] };
    const { id } = (await head.post('/api/meetings', before)).body as { id: string };
    const membersOn = async (path: string) =>
      ((await head.get(path)).body as { members: unknown[] }).members.length;
    expect(await membersOn(`/api/meetings/${id}`)).toBe(0);
    expect(await membersOn(`/api/meetings/${id}?on=${TODAY}`)).toBe(BOARD.length);
    const early = await s.record(id, BOARD, [{ event: 'approve', votes: all }], { heldOn: '2025-12-31' });
    expect(early.status).toBe(400);
    expect((await s.record(id, BOARD, [{ event: 'approve', votes: all }])).status).toBe(200);
    expect(await membersOn(`/api/meetings/${id}`)).toBe(BOARD.length);
  });

  test.runIf(isHere)('须回避的组织部负责人不能安排和记录，事项也不在他的待选里', async () => {
    const s = await begin();
    const file = await s.aFile('updown', 'reviewed', 'head');
    expect(nameOf(await s.plan([file]))).toBe('secretary-stands-back');
    const candidates = async (who: string) =>
      (await (await s.as(who)).get('/api/meetings/agenda-candidates?body=board')).text;
    expect(await candidates('head')).not.toContain(file);
    expect(await candidates('head2')).toContain(file);
    expect((await s.plan([file], 'board', 'head2')).status).toBe(200);
    expect(await candidates('head2')).not.toContain(file);
  });

  test.runIf(isHere)('待选先列非开会不可的，另列可以提交会议的；待办只数前者', async () => {
    const s = await begin();
    const submitted = await s.aFile('pilot', 'submitted', null);
    const registered = await s.aFile('pilot', 'registered', null);
    const answer = await (await s.as('head')).get('/api/meetings/agenda-candidates?body=board');
    expect(answer.body).toMatchObject({
      items: [
        { fileId: submitted, isWaiting: true },
        { fileId: registered, isWaiting: false },
      ],
    });
    const todo = (await (await s.as('head')).get('/api/todo')).body as {
      items: { kind: string; count: number }[];
    };
    expect(todo.items.find(({ kind }) => kind === 'filesForMeeting.board')?.count).toBe(1);
  });

  test.runIf(isHere)('每个身份 × 每条路由', async () => {
    const s = await begin();
    const file = await s.aFile('updown', 'reviewed');
    const id = await s.planned([file]);
    await s.record(id, BOARD, [{ event: 'approve', votes: all }]);
    const { version } = await s.shown(id);
    const reason = '虚构理由';
    const routes: Readonly<Record<string, (who: string) => Promise<number>>> = {
      list: async (who) => (await (await s.as(who)).get('/api/meetings')).status,
      candidates: async (who) =>
        (await (await s.as(who)).get('/api/meetings/agenda-candidates?body=board')).status,
      view: async (who) => (await (await s.as(who)).get(`/api/meetings/${id}`)).status,
      plan: async (who) => (await s.plan([file], 'board', who)).status,
      record: async (who) => (await s.record(id, BOARD, [{}], { who, version: 99 })).status,
      confirm: async (who) => (await s.confirm(id, who, 99)).status,
      cancel: async (who) =>
        (await (await s.as(who)).post(`/api/meetings/${id}/cancellation`, { version: version + 9, reason }))
          .status,
    };
    const outside = {
      list: 200,
      candidates: 403,
      view: 404,
      plan: 403,
      record: 403,
      confirm: 404,
      cancel: 403,
    };
    const admin = { ...outside, list: 403, view: 403, confirm: 403 };
    const expected: Readonly<Record<string, Record<string, number>>> = {
      head: { list: 200, candidates: 200, view: 200, plan: 409, record: 409, confirm: 403, cancel: 409 },
      B1: { ...outside, view: 200, confirm: 409 },
      ...Object.fromEntries(
        ['A1', 'hr', 'leader', 'supervisor', 'inspector', 'subject'].map((who) => [who, outside]),
      ),
      ...Object.fromEntries(['sysadmin', 'secadmin', 'auditadmin'].map((who) => [who, admin])),
    };
    const found: Record<string, Record<string, number>> = {};
    for (const who of Object.keys(expected)) {
      found[who] = {};
      for (const [name, ask] of Object.entries(routes)) found[who][name] = await ask(who);
    }
    expect(found).toEqual(expected);
    const anon = s.app.visitor();
    expect((await anon.get('/api/meetings')).status).toBe(401);
    const body = (await (await s.as('A1')).get('/api/meetings')).body as { items: unknown[] };
    expect(body.items).toEqual([]);
    expect(TODAY).toBe(((await s.shown(id)) as unknown as { heldOn: string }).heldOn);
  });
});
