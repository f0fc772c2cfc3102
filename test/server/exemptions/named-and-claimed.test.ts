// Who can be named in an exemption and finds it, what its findings may rest on, and that what was applied for is kept.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { addRows, changeRow } from '../../../db/rows.ts';
import type { Row } from '../../../db/tables/index.ts';
import type { ExemptionPage, ExemptionView } from '../../../server/exemptions/exemptions.contract.ts';
import type { Rank } from '../../../scoring/index.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import type { CastName } from '../../support/cast-people.ts';
import { courseOf } from '../../support/conduct-course.ts';
import { claim, findings } from '../../support/conduct-data.ts';
import { NOON } from '../../support/rows.ts';
import { act } from '../../support/store.ts';

type View = z.infer<typeof ExemptionView>;
type Facts = NonNullable<View['exemption']['facts']>;

let cast: Cast;
let course: ReturnType<typeof courseOf>;
beforeAll(async () => {
  cast = await aCast();
  course = courseOf(cast);
});
afterAll(() => cast.remove());

async function rankOf(rank: Rank): Promise<void> {
  const { store } = cast;
  const { cadres } = store.tables;
  const before = (await store.read.select().from(cadres)).find(({ id }) => id === 'cad_subject')!;
  await store.write(act('rank.changed'), (tx, changed) =>
    changeRow(tx, changed, cadres, { before, set: { rank } }).then(() => undefined),
  );
}
const factsFor = async (who: CastName, id: string): Promise<Facts> =>
  (await done<View>(cast.view(who, id))).exemption.facts!;
const investigating = async (): Promise<{ record: string; exemption: string }> => {
  const { id: record, exemption } = await course.held(await course.notified());
  await course.investigating(exemption);
  return { record, exemption };
};

test('级别低于当事人的领导不能指定，说明原因和怎么办；同级可以', async () => {
  const { exemption } = await course.held(await course.notified());
  await course.investigating(exemption);
  await course.factsAnswered(exemption);
  await cast.move('investigator1', exemption, 'propose');
  await cast.move('redliner', exemption, 'redline_check');
  await rankOf('正处');
  const refused = await cast.assign(exemption, 'panel1', 'panel');
  expect(refused).toMatchObject({
    status: 422,
    body: { type: '/problems/assignee-unfit', errors: [{ pointer: '/staffNo' }] },
  });
  expect(refused.text).toMatch(/级别低于当事人.*请指定级别不低于当事人的人员/u);
  const many = await cast.ask('secretary', 'POST', '/api/files/assignments', {
    ...{ fileIds: [exemption], staffNo: cast.staffNo('panel1'), principal: 'panel', reason: '按分工承办' },
  });
  expect(many.status).toBe(422);
  expect(await cast.view('panel1', exemption)).toMatchObject({ status: 404 });
  // Another office lets them: rank is a leader’s bar only.
  await done(cast.assign(exemption, 'panel2', 'panel'));
  await rankOf('正科');
  await done(cast.assign(exemption, 'panel1', 'panel'));
  expect((await cast.view('panel1', exemption)).status).toBe(200);
});

test('待指定的名单里没有看不到这件的人', async () => {
  const { exemption } = await course.held(await course.notified());
  await course.writeClaim(exemption);
  await cast.move('subject', exemption, 'submit');
  const { needs } = await done<View>(cast.view('secretary', exemption));
  expect(needs[0]!.candidates.length).toBeGreaterThan(2);
  await rankOf('正处');
  for (const { staffNo, principal } of needs[0]!.candidates) {
    const who = staffNo as CastName;
    expect([who, (await cast.assign(exemption, who, principal)).status]).toEqual([who, 200]);
    expect([who, (await cast.view(who, exemption)).status]).toEqual([who, 200]);
  }
  await rankOf('正科');
});

test('查明的事实只能附本案、所涉记录、所依据试点的材料', async () => {
  const { record, exemption } = await investigating();
  const other = await investigating();
  const pilot = await aPilot();
  const ofCase = await cast.addEvidence(exemption, 'investigator1');
  const ofRecord = await cast.addEvidence(record, 'verifier');
  const ofOther = await cast.addEvidence(other.exemption, 'investigator1');
  const write = async (evidenceIds: readonly string[], pilotId: string | null) => {
    const { answers, ...rest } = findings('1a');
    const motive = { ...answers['motive']!, evidenceIds };
    return cast.ask('investigator1', 'PUT', `/api/exemptions/${exemption}/findings`, {
      ...{ ...rest, answers: { ...answers, motive }, pilotId },
      version: await course.versionOf(exemption),
    });
  };
  const before = await factsFor('investigator1', exemption);
  for (const [foreign, pilotId] of [
    [ofOther, pilot.id],
    ['evi_nowhere', pilot.id],
    // The pilot’s papers count only where the case rests on it.
    [pilot.evidenceId, null],
  ] as const) {
    const refused = await write([ofCase, foreign], pilotId);
    expect(refused).toMatchObject({
      status: 422,
      body: {
        type: '/problems/exemption-evidence-unfit',
        errors: [{ pointer: '/answers/motive/evidenceIds/1' }],
      },
    });
  }
  expect(await factsFor('investigator1', exemption)).toEqual(before);
  await done(write([ofCase, ofRecord, pilot.evidenceId], pilot.id));
  const { questions } = await factsFor('investigator1', exemption);
  expect(questions.find(({ name }) => name === 'motive')?.evidenceIds).toEqual([
    ofCase,
    ofRecord,
    pilot.evidenceId,
  ]);
});

test('申请的情形和查明的情形都留着；签署告知之前，当事人只看到自己申请的', async () => {
  const { exemption } = await course.held(await course.notified());
  await course.investigating(exemption, { situation: '1a' });
  await course.writeFindings(exemption, { situation: '2b' });
  const codes = ({ situation, claimed }: Facts) => [situation?.code, claimed?.code];
  const ofList = async (who: CastName): Promise<string | undefined> =>
    (await done<z.infer<typeof ExemptionPage>>(cast.get(who, '/api/exemptions?limit=200'))).items.find(
      ({ id }) => id === exemption,
    )?.situation?.code;
  expect(codes(await factsFor('investigator2', exemption))).toEqual(['2b', '1a']);
  expect(await ofList('investigator2')).toBe('2b');
  const own = await factsFor('subject', exemption);
  expect(codes(own)).toEqual(['1a', '1a']);
  expect(await ofList('subject')).toBe('1a');
  await cast.move('investigator1', exemption, 'show_facts');
  await done(cast.second(exemption, 'investigator2'));
  expect(codes(await factsFor('subject', exemption))).toEqual(['2b', '1a']);
  expect(await ofList('subject')).toBe('2b');
});

test('补充后再申请的，以最后一次申请为准；草稿没有', async () => {
  const { exemption } = await course.held(await course.notified());
  expect((await factsFor('subject', exemption)).claimed).toBeNull();
  await course.writeClaim(exemption, '3a');
  await cast.move('subject', exemption, 'submit');
  expect((await factsFor('subject', exemption)).claimed?.code).toBe('3a');
  await cast.name(exemption, 'hr', 'clerk');
  await cast.move('clerk', exemption, 'decline');
  await cast.move('subject', exemption, 'resubmit');
  const body = { ...claim('1b'), version: await course.versionOf(exemption) };
  await done(cast.ask('subject', 'PUT', `/api/exemptions/${exemption}/claim`, body));
  await cast.move('subject', exemption, 'submit');
  expect((await factsFor('clerk', exemption)).claimed?.code).toBe('1b');
  const history = JSON.stringify((await done<View>(cast.view('clerk', exemption))).history);
  expect(history).not.toContain('claimedSituation');
});

test('被指定的小组成员从待办找到案卷；任职到期后菜单和列表里还有，决定后待办里没有', async () => {
  const { exemption } = await course.held(await course.notified());
  const todo = async (who: CastName) =>
    (
      await done<{ items: { kind: string; href: string; dueOn: string | null }[] }>(
        cast.get(who, '/api/todo'),
      )
    ).items.filter(({ href }) => href === `/exemptions/${exemption}`);
  const namedIn = async (who: CastName) =>
    (await done<{ namedIn: object[] }>(cast.get(who, '/api/session'))).namedIn;
  const awaitedBy = async (who: CastName) =>
    (await done<{ meetingAwaited: object | null }>(cast.view(who, exemption))).meetingAwaited;
  const inPanel = [{ machine: 'exemption', principal: 'panel' }];
  await course.toPanel(exemption);
  expect(await namedIn('dean')).toEqual([]);
  for (const who of ['panel1', 'panel2', 'panel3'] as const) {
    expect([who, await namedIn(who)]).toEqual([who, inPanel]);
    expect(await todo(who)).toMatchObject([{ kind: `reading.${exemption}` }]);
  }
  // Whose file it is, and when the meeting is, once there is one.
  const [read] = await todo('panel1');
  expect(read).toMatchObject({ dueOn: null, detail: { zh: expect.stringMatching(/^\S+ · 容错认定 · /u) } });
  // Whoever plans meetings is led to it; nobody else is.
  expect(await awaitedBy('secretary')).toEqual({ body: 'panel', meeting: null });
  const plan = { body: 'panel', title: '认定小组（虚构）', heldOn: '2099-06-01', agenda: [exemption] };
  const planned = await done<{ id: string; version: number }>(
    cast.ask('secretary', 'POST', '/api/meetings', plan),
  );
  expect(await todo('panel1')).toMatchObject([{ dueOn: '2099-06-01' }]);
  expect(await awaitedBy('secretary')).toEqual({
    ...{ body: 'panel', meeting: { id: planned.id, heldOn: '2099-06-01' } },
  });
  for (const who of ['panel1', 'subject', 'clerk'] as const)
    expect([who, await awaitedBy(who)]).toEqual([who, null]);
  const cancelled = { version: planned.version, reason: '改期' };
  await done(cast.ask('secretary', 'POST', `/api/meetings/${planned.id}/cancellation`, cancelled));
  expect(await todo('dean')).toEqual([]);
  expect((await todo('redliner')).map(({ kind }) => kind)).toEqual([]);
  const { store } = cast;
  const { grants } = store.tables;
  const setEnd = (endedAt: number | null) =>
    store.write(act('grant.ended'), async (tx, changed) => {
      const before = (await tx.select().from(grants)).find(({ id }) => id === 'gr_panel3_supervisor')!;
      await changeRow(tx, changed, grants, { before, set: { endedAt } });
    });
  await setEnd(cast.clock.now);
  expect(await namedIn('panel3')).toEqual(inPanel);
  expect(await todo('panel3')).toHaveLength(1);
  const { items } = await done<z.infer<typeof ExemptionPage>>(cast.get('panel3', '/api/exemptions'));
  expect(items.map(({ id }) => id)).toContain(exemption);
  await setEnd(null);
  await cast.decide('panel', exemption, 'decide_refuse');
  for (const who of ['panel1', 'panel3'] as const) expect(await todo(who)).toEqual([]);
});

test('事前已经停止的试点不能作为依据；停止当日和之前的可以', async () => {
  const { exemption } = await investigating();
  const { store } = cast;
  const { fileEvents } = store.tables;
  const kept = async (event: string) =>
    (await store.read.select().from(fileEvents)).find(({ id }) => id === event);
  if (!(await kept('fev_pilot'))) await aPilot();
  const approved = (await kept('fev_pilot'))!;
  const stoppedOn = async (day: string): Promise<void> => {
    const at = Date.parse(`${day}T12:00:00+08:00`);
    const before = await kept('fev_stop');
    const stop = { ...approved, id: 'fev_stop', version: 3, event: 'stop', fromState: 'registered', at };
    await store.write(act('pilot.stopped'), async (tx, changed) => {
      if (before) await changeRow(tx, changed, fileEvents, { before, set: { at } });
      else await addRows(tx, changed, fileEvents, [{ ...stop, toState: 'closed' }]);
    });
  };
  const write = async () =>
    cast.ask('investigator1', 'PUT', `/api/exemptions/${exemption}/findings`, {
      ...{ ...findings('1a'), pilotId: approved.fileId, version: await course.versionOf(exemption) },
    });
  // The record is of 2026-11-20.
  await stoppedOn('2026-11-19');
  expect(await write()).toMatchObject({
    ...{ status: 422, body: { type: '/problems/exemption-pilot-unfit', errors: [{ pointer: '/pilotId' }] } },
  });
  await stoppedOn('2026-11-20');
  await done(write());
});

/** Registered before the day of the record, with a paper of its own. */
async function aPilot(): Promise<{ id: string; evidenceId: string }> {
  const id = 'file_pilot_before';
  const at = Date.UTC(2026, 0, 10);
  const file: Row<'files'> = {
    ...{ id, machine: 'pilot', state: 'registered', enteredAt: at, cadreId: null, unitId: 'un_college' },
    ...{ title: '试点（虚构）', openedBy: 'acc_dean', openedAt: at, version: 2 },
  };
  const pilot: Row<'pilots'> = {
    ...{ fileId: id, purpose: '虚构', decision: '虚构', riskAssessment: '虚构', limits: '虚构' },
    ...{ startsOn: '2026-02-01', endsOn: '2027-01-31', version: 1 },
  };
  const approved: Row<'fileEvents'> = {
    ...{ id: 'fev_pilot', fileId: id, version: 2, event: 'approve', fromState: 'submitted' },
    ...{ toState: 'registered', actor: 'acc_board1', principal: 'board', duty: 'dec', countersignedBy: null },
    ...{ enteredBy: null, meetingId: null, at, reason: null, data: {}, evidenceHashes: [], ruleVersion: '' },
  };
  const evidenceId = 'evi_pilot';
  const piece: Row<'evidence'> = {
    ...{ id: evidenceId, fileId: id, name: 'a.pdf', mediaType: 'application/pdf', bytes: 1, sha256: '0' },
    ...{ addedBy: 'acc_dean', addedAt: NOON },
  };
  const { store } = cast;
  await store.write(act('pilot.there'), async (tx, changed) => {
    await addRows(tx, changed, store.tables.files, [file]);
    await addRows(tx, changed, store.tables.pilots, [pilot]);
    await addRows(tx, changed, store.tables.fileEvents, [approved]);
    await addRows(tx, changed, store.tables.evidence, [piece]);
  });
  return { id, evidenceId };
}
