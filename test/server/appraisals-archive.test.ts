// 年度归档与重开 over HTTP: what has to be done first, what archiving does, what it closes, and how a meeting undoes it.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '../../db/queries/audit.ts';
import { clocksRunning } from '../../db/queries/procedure-files.ts';
import { factsChangedSince } from '../../db/queries/years.ts';
import type { Row } from '../../db/tables/index.ts';
import { runsService } from '../../server/appraisals/runs.service.ts';
import type { Answer } from '../support/app.ts';
import { nameOf } from '../support/meeting.ts';
import { aBatch, anInaction, anInitiative, NOON } from '../support/rows.ts';
import { people, sectionHead, YEAR } from '../support/school.ts';
import { engines } from '../support/store.ts';
import {
  aLedgerFile,
  anInactionFile,
  anInitiativeFile,
  aYearEnd,
  REASON,
  type YearEnd,
} from '../support/year-end.ts';

const TODO = `yearToReopen.${YEAR}`;
const pointersOf = ({ body }: Answer) =>
  (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);

describe.each(engines)('年度归档 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let year: YearEnd;
    beforeAll(async () => {
      year = await aYearEnd(dialect);
    });
    afterAll(() => year.remove());

    test('没有测算过、正在测算、结果已旧、同分未定、批次未确认：逐处指出，什么也不改变', async () => {
      const expectRefused = async (...pointers: unknown[]) => {
        const before = await year.kept();
        const answer = await year.archive();
        expect(answer).toMatchObject({ status: 409, body: { type: '/problems/year-not-complete' } });
        expect(pointersOf(answer)).toEqual(pointers);
        expect((await year.check()).body).toMatchObject({
          against: pointers.map((pointer) => ({ pointer })),
        });
        expect(await year.kept()).toEqual(before);
        expect(await year.yearFile()).toBeUndefined();
      };
      await expectRefused('/run');
      expect((await year.summaryFor('hr')).actions).not.toContain('archive');
      await year.run();
      const { pools } = await year.summaryFor('head');
      const tied = pools.find(({ ties }) => ties !== null)!;
      await expectRefused(`/pools/${tied.id}`);
      const decision = { cadreIds: [3, 4].map(sectionHead), reason: '会议研究', version: tied.version };
      const head = await year.as('head');
      await year.ended(head.post(`/api/years/${YEAR}/pools/${tied.id}/tie-decision`, decision));

      const batch = aBatch({ id: 'bat_wait', kind: 'figures', year: YEAR, fileName: '补录.xlsx' });
      await year.put('importBatches', batch);
      await expectRefused('/batches/bat_wait');
      await year.change('importBatches', batch, { state: 'rejected' });

      const job: Row<'jobs'> = {
        ...{ id: 'job_run', kind: `appraisal.run.${YEAR}`, state: 'running', done: 0, total: 30 },
        ...{ startedBy: 'acc_hr', startedAt: NOON, endedAt: null, problem: null },
      };
      await year.put('jobs', job);
      await expectRefused('/run');
      await year.change('jobs', job, { state: 'failed' });

      expect((await year.check()).body).toMatchObject({ against: [] });
      const { weighedAt: _, ...record } = anInaction({
        id: 'con_late',
        cadreId: sectionHead(8),
        finding: 'open',
      });
      await year.put('conductRecords', { ...record, weighedAt: year.app.clock.now + 1 });
      await expectRefused('/run');
      year.later();
      await year.run();
      expect((await year.check()).body).toMatchObject({ against: [] });
    });

    test('只有管全校的组织部工作人员能归档；旧版本、没有理由的不收', async () => {
      const before = await year.kept();
      expect((await year.summaryFor('hr')).actions).toContain('archive');
      expect((await year.summaryFor('head')).actions).not.toContain('archive');
      for (const name of ['head', 'leader', 'S1', 'B1']) {
        expect((await year.archive(name)).status, name).toBe(403);
        expect((await year.check(name)).status, name).toBe(403);
      }
      // HR of one college: a year is the whole school's.
      expect((await year.archive('S9')).status).toBe(404);
      expect((await year.check('S9')).status).toBe(404);
      expect((await year.summaryFor('S9')).actions).not.toContain('archive');
      expect(nameOf(await year.archive('hr', { version: before.version + 1 }))).toBe('stale-version');
      expect(await year.archive('hr', { reason: ' ' })).toMatchObject({ status: 400 });
      expect((await (await year.as('hr')).get('/api/years/2031/archive')).status).toBe(404);
      expect(await year.kept()).toEqual(before);
    });

    test('归档：年度、案卷、事件、审计一次写成；本年度已认定的担当记录不再接受质疑', async () => {
      await year.put(
        'conductRecords',
        anInitiative({ id: 'con_v1', cadreId: sectionHead(7) }),
        anInitiative({
          id: 'con_v2',
          cadreId: sectionHead(7),
          occurredOn: '2025-11-02',
          countsOn: '2026-02-01',
        }),
        anInitiative({
          id: 'con_v3',
          cadreId: sectionHead(7),
          occurredOn: '2026-11-02',
          countsOn: '2027-02-01',
        }),
        anInitiative({ id: 'con_v4', cadreId: sectionHead(7), occurredOn: '2025-11-02' }),
        anInitiative({ id: 'con_v5', cadreId: sectionHead(7) }),
      );
      const states = { v1: 'verified', v2: 'verified', v3: 'verified', v4: 'verified', v5: 'challenged' };
      await year.put(
        'files',
        ...Object.entries(states).map(([name, state]) => aLedgerFile({ id: `file_${name}`, state })),
      );
      await year.put(
        'initiativeFiles',
        ...Object.keys(states).map((name) => anInitiativeFile(`file_${name}`, `con_${name}`)),
      );
      await year.run();
      expect((await year.check()).body).toMatchObject({ against: [], initiativeCount: 2 });
      year.later();
      expect(await year.archive()).toMatchObject({ status: 200, body: { year: YEAR, state: 'archived' } });

      const file = (await year.yearFile())!;
      expect(file).toMatchObject({
        state: 'archived',
        cadreId: null,
        unitId: 'un_school',
        title: '2026 年度考核',
      });
      expect(await year.events(file.id)).toMatchObject([
        { event: 'archive', actor: 'acc_hr', principal: 'hr', reason: REASON, fromState: 'open' },
      ]);
      // An archived year is at rest: no clock reminds anybody of a meeting.
      expect(await clocksRunning(year.read, year.tables, file.id)).toEqual([]);
      const stateOf = async (name: string) => (await year.fileOf(`file_${name}`)).state;
      expect(await Promise.all(Object.keys(states).map(stateOf))).toEqual([
        ...['verified_closed', 'verified_closed', 'verified', 'verified', 'challenged'],
      ]);
      expect(await year.events('file_v1')).toMatchObject([
        { event: 'year_archived', actor: 'clock', principal: 'clock' },
      ]);
      const found = { subject: String(YEAR), actor: 'acc_hr', after: null, limit: 1 };
      const { items } = await auditEntries(year.read, year.tables, found);
      expect(items).toMatchObject([{ deed: 'appraisal.year.archived', duty: 'hr', reason: REASON }]);
    });

    test('归档之后：再归档、测算、定同分、机动名额、导入和复核数据都不行', async () => {
      const hr = await year.as('hr');
      const head = await year.as('head');
      expect(nameOf(await year.archive())).toBe('year-archived');
      expect(nameOf(await year.check())).toBe('year-archived');
      expect(nameOf(await hr.post(`/api/years/${YEAR}/runs`))).toBe('year-archived');
      const { pools, actions, course } = await year.summaryFor('head');
      expect(actions).toEqual(['open']);
      expect(course).toMatchObject([{ event: 'archive', by: 'hr', reason: REASON, meeting: null }]);
      const [pool] = pools;
      const decision = { cadreIds: [sectionHead(3)], reason: '会议研究', version: pool!.version };
      const tie = head.post(`/api/years/${YEAR}/pools/${pool!.id}/tie-decision`, decision);
      expect(nameOf(await tie)).toBe('year-archived');
      const places = { extraPlaces: 1, reason: '会议研究', version: pool!.version };
      const reserve = head.post(`/api/years/${YEAR}/pools/${pool!.id}/reserve`, places);
      expect(nameOf(await reserve)).toBe('year-archived');
      const { imports } = year.app.services;
      const bytes = await imports.template(people.hr, { kind: 'figures', year: null });
      const input = { kind: 'figures', year: YEAR, file: { name: '数据.xlsx', bytes } } as const;
      for (const attempt of [
        () => imports.dryRun(people.hr, input),
        () =>
          imports.apply(people.hr, { ...input, fileHash: createHash('sha256').update(bytes).digest('hex') }),
      ])
        await expect(attempt()).rejects.toMatchObject({ kind: { name: 'year-not-open' } });
      const batch = aBatch({ id: 'bat_after', kind: 'figures', year: YEAR, appliedBy: 'acc_S7' });
      await year.put('importBatches', batch);
      const confirm = { event: 'confirm', version: 1, reason: '核对无误' };
      const confirmed = await head.post('/api/imports/figures/batches/bat_after/decision', confirm);
      expect(nameOf(confirmed)).toBe('year-not-open');
      expect(
        nameOf(await hr.post('/api/imports/figures/batches/bat_after/undo', { version: 1, reason: '误传' })),
      ).toBe('year-not-open');
      await year.change('importBatches', batch, { state: 'rejected' });
    });

    test('领导看得到已归档，看不到理由', async () => {
      const { course, year: shown } = await year.summaryFor('leader');
      expect(shown.state).toBe('archived');
      expect(course).toMatchObject([{ event: 'archive', reason: null }]);
    });

    test('测算到一半时年度归档了：结果不留', async () => {
      await year.change('years', await year.kept(), { state: 'open' });
      let work: (report: () => Promise<void>) => Promise<void> = () => Promise.resolve();
      const job = { id: 'job_held', kind: 'x', state: 'running' as const, done: 0, total: 1, problem: null };
      const runs = runsService({
        ...{ store: year.store, now: () => year.app.clock.now, newId: year.newId },
        jobs: {
          startJob: async (_kind, _actor, _total, wanted) => {
            work = wanted;
            return job;
          },
        },
      });
      await runs.run(people.hr, { year: YEAR });
      const before = await year.read.select().from(year.tables.runs);
      await year.change('years', await year.kept(), { state: 'archived' });
      await expect(work(() => Promise.resolve())).rejects.toMatchObject({ kind: { name: 'year-archived' } });
      expect(await year.read.select().from(year.tables.runs)).toHaveLength(before.length);
    });

    test('认定撤销后，组织部负责人有待办，直到年度重开或列入议程；没有计过分的撤销不算', async () => {
      const { id: fileId } = (await year.yearFile())!;
      const kindsOf = async (name: string) => (await year.todosOf(name)).map(({ kind }) => kind);
      const file = { machine: 'inaction', cadreId: sectionHead(6), state: 'final' };
      const pending = { id: 'con_pending', cadreId: sectionHead(6), finding: 'open' } as const;
      await year.put('conductRecords', anInaction(pending));
      await year.put(
        'files',
        aLedgerFile({ ...file, id: 'file_i1' }),
        aLedgerFile({ ...file, id: 'file_i2', state: 'under_review' }),
      );
      await year.put(
        'inactionFiles',
        anInactionFile({ fileId: 'file_i1', recordId: 'con_upheld' }),
        anInactionFile({ fileId: 'file_i2', recordId: 'con_pending' }),
      );
      year.later();
      await year.fire('file_i2', 'revoke');
      expect(await kindsOf('head')).not.toContain(TODO);
      expect((await year.summaryFor('hr')).run).toMatchObject({ isStale: false });

      await year.fire('file_i1', 'correct');
      expect((await year.fileOf('file_i1')).state).toBe('overturned');
      const todos = await year.todosOf('head');
      expect(todos.filter(({ kind }) => kind === TODO)).toMatchObject([
        {
          title: { zh: '可提请重开 2026 年度（有记录被撤销）' },
          href: `/meetings/new?body=board&file=${fileId}`,
        },
      ]);
      for (const name of ['hr', 'leader', 'B1', 'S1']) expect(await kindsOf(name)).not.toContain(TODO);
      expect((await year.summaryFor('hr')).run).toMatchObject({ isStale: true });
      const { body } = await (await year.as('head')).get('/api/meetings/agenda-candidates?body=board');
      expect((body as { items: object[] }).items).toMatchObject([
        { fileId, title: '2026 年度考核', stateLabel: { zh: '已归档' }, personName: null, isWaiting: false },
      ]);
      expect(await kindsOf('head')).not.toContain('filesForMeeting.board');
    });

    test('列入议程不等于重开；会议决定了才重开，页面写明为什么', async () => {
      const { id: fileId } = (await year.yearFile())!;
      const hrefOfTodo = async () => (await year.todosOf('head')).find(({ kind }) => kind === TODO)?.href;
      const { id, version } = await year.planned(fileId);
      expect(await hrefOfTodo()).toBe('/meetings');
      const cancelled = { version, reason: '改期' };
      await (await year.as('head')).post(`/api/meetings/${id}/cancellation`, cancelled);
      expect(await hrefOfTodo()).toContain(fileId);
      expect((await year.kept()).state).toBe('archived');
      year.later();
      await year.reopenByMeeting(fileId, '有一条记录经申诉撤销');
      expect((await year.kept()).state).toBe('open');
      const { course, actions } = await year.summaryFor('hr');
      expect(course.slice(0, 1)).toMatchObject([
        { event: 'reopen', by: null, reason: '有一条记录经申诉撤销', meeting: { title: '党委会（虚构）' } },
      ]);
      expect(actions).toContain('run');
      const kindsOfTodo = (await year.todosOf('head')).map(({ kind }) => kind);
      expect(kindsOfTodo).not.toContain(TODO);
    });

    test('重开后重新测算、再归档；撤销的记录不再提请', async () => {
      const before = (await year.summaryFor('hr')).run!;
      expect(pointersOf(await year.archive())).toEqual(['/run']);
      year.later();
      await year.run();
      const result = await (await year.as('hr')).get(`/api/years/${YEAR}/results/${sectionHead(6)}`);
      expect(result.body).toMatchObject({ deductions: 0 });
      const undecided = (await year.summaryFor('head')).pools.filter(({ ties }) => ties !== null);
      for (const { id, ties, version } of undecided) {
        const chosen = ties!.cadres.slice(0, ties!.placesLeft).map((cadre) => cadre.id);
        const decision = { cadreIds: chosen, reason: '会议研究', version };
        await year.ended(
          (await year.as('head')).post(`/api/years/${YEAR}/pools/${id}/tie-decision`, decision),
        );
      }
      year.later();
      expect((await year.summaryFor('hr')).run!.id).not.toBe(before.id);
      expect(await year.archive()).toMatchObject({ status: 200, body: { state: 'archived' } });
      const { id } = (await year.yearFile())!;
      expect((await year.events(id)).map(({ event }) => event)).toEqual([
        ...['archive', 'reopen', 'archive'],
      ]);
      expect((await year.todosOf('head')).map(({ kind }) => kind)).not.toContain(TODO);
    });

    test('三人同时归档，只成一次', async () => {
      const { id } = (await year.yearFile())!;
      await year.reopenByMeeting(id, '核对后再归档');
      const { version } = await year.kept();
      const told = (await year.events(id)).length;
      const once = () => year.archive('hr', { version });
      const answers = await Promise.all([once(), once(), once()]);
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
      expect(await year.events(id)).toHaveLength(told + 1);
    });

    test.each([
      ['本年度的记录成为最终', '2026-03-01', true],
      ['以前年度的记录', '2024-03-01', true],
      ['以后年度的记录', '2027-01-01', false],
    ])('结果是否已旧：%s', async (_what, occurredOn, outdates) => {
      const at = year.app.clock.now + 1_000_000;
      const row = anInaction({ id: `con_${occurredOn}`, cadreId: sectionHead(9), occurredOn, weighedAt: at });
      await year.put('conductRecords', row);
      const changed = (since: number) => factsChangedSince(year.read, year.tables, YEAR, since);
      expect([await changed(at - 1), await changed(at)]).toEqual([outdates, false]);
      await year.change('conductRecords', row, { weighedAt: null });
    });
  });
});
