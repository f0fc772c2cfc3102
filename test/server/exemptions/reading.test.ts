// What each reader of an exemption sees of it, and when: the person, the officers it names, the panel and its meeting.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRows, changeRow } from '../../../db/rows.ts';
import type { z } from 'zod';
import type { ExemptionView, Precedents } from '../../../server/exemptions/exemptions.contract.ts';
import type { MeetingView } from '../../../server/meetings/meetings.contract.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import type { CastName } from '../../support/cast-people.ts';
import { courseOf } from '../../support/conduct-course.ts';
import { aUnit } from '../../support/rows.ts';
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

async function investigated(): Promise<string> {
  const { exemption } = await course.held(await course.notified());
  await course.investigating(exemption);
  await course.writeFindings(exemption);
  return exemption;
}
/** The person's rank from now on. */
async function rankOf(rank: '正处' | '正科'): Promise<void> {
  const { store } = cast;
  const { cadres } = store.tables;
  const before = (await store.read.select().from(cadres)).find(({ id }) => id === 'cad_subject');
  await store.write(act('rank.changed'), async (tx, changed) => {
    await changeRow(tx, changed, cadres, { before: before!, set: { rank } });
  });
}
const factsFor = async (who: CastName, id: string): Promise<Facts> =>
  (await done<View>(cast.view(who, id))).exemption.facts!;
const answered = ({ questions }: Facts): number => questions.filter(({ answer }) => answer !== null).length;

test('查明的事实在告知之前只有承办人看到；告知之后当事人看到全部', async () => {
  const id = await investigated();
  const before = await factsFor('subject', id);
  expect(before.questions.length).toBeGreaterThan(5);
  expect([answered(before), before.finding]).toEqual([0, null]);
  expect(before.considerations.every(({ level }) => level === null)).toBe(true);
  const officers = await factsFor('investigator2', id);
  expect(answered(officers)).toBe(officers.questions.length);
  expect(officers.finding?.open.map(({ code }) => code)).toEqual(['exempt', 'mitigated', 'refused']);
  await cast.move('investigator1', id, 'show_facts');
  expect(answered(await factsFor('subject', id)), 'signed by one only').toBe(0);
  await done(cast.second(id, 'investigator2'));
  const after = await factsFor('subject', id);
  expect(after.questions).toEqual(officers.questions);
  expect(after.finding).toEqual(officers.finding);
});

test('没有指定承办的组织部负责人知道有哪些材料，不能打开；指定的人和当事人可以', async () => {
  const { id: record, exemption } = await course.held(await course.notified());
  await cast.addEvidence(record, 'verifier');
  await course.investigating(exemption);
  const readers = async (who: CastName): Promise<boolean> => (await factsFor(who, exemption)).mayReadEvidence;
  const [piece] = (await factsFor('clerk', exemption)).record.evidence;
  const open = async (who: CastName): Promise<number> =>
    (await cast.get(who, `/api/exemptions/${exemption}/record-evidence/${piece!.id}`)).status;
  expect([await readers('reviewer'), await open('reviewer')]).toEqual([false, 404]);
  for (const who of ['clerk', 'investigator1', 'subject'] as const)
    expect([who, await readers(who), await open(who)]).toEqual([who, true, 200]);
});

test('指定的承办人在列表里找得到，不论当事人的级别比自己高多少', async () => {
  const { exemption } = await course.held(await course.notified());
  await course.investigating(exemption);
  await rankOf('正处');
  for (const who of ['clerk', 'investigator1', 'redliner'] as const) {
    const { items } = await done<{ items: { id: string }[] }>(cast.get(who, '/api/exemptions?limit=200'));
    expect(
      items.map(({ id }) => id),
      who,
    ).toContain(exemption);
  }
  await rankOf('正科');
});

test('小组成员看得到别的单位的案卷；当事人级别比自己高的，领导看不到', async () => {
  const { exemption } = await course.held(await course.notified());
  await course.toPanel(exemption);
  const { store } = cast;
  const { grants } = store.tables;
  const own = (await store.read.select().from(grants)).find(({ id }) => id === 'gr_panel1_leader');
  await store.write(act('grant.narrowed'), async (tx, changed) => {
    await addRows(tx, changed, store.tables.units, [aUnit({ id: 'un_other', code: '77' })]);
    await changeRow(tx, changed, grants, { before: own!, set: { unitId: 'un_other' } });
  });
  const seen = async () => (await cast.view('panel1', exemption)).status;
  expect(await seen()).toBe(200);
  await rankOf('正处');
  expect(await seen()).toBe(404);
  await rankOf('正科');
  await store.write(act('grant.widened'), async (tx, changed) => {
    const before = (await tx.select().from(grants)).find(({ id }) => id === own!.id)!;
    await changeRow(tx, changed, grants, { before, set: { unitId: own!.unitId } });
  });
});

test('红线审查逐条写理由，不另要一份总的理由', async () => {
  const { exemption } = await course.held(await course.notified());
  await course.investigating(exemption);
  await course.factsAnswered(exemption);
  await cast.move('investigator1', exemption, 'propose');
  const { actions } = await done<View>(cast.view('redliner', exemption));
  const check = actions.find(({ event }) => event === 'redline_check');
  expect(check).toMatchObject({ isOpen: true, needsReason: false });
});

test('小组成员只按事项指定：被指定的领导看得到类似的认定，没有指定的看不到', async () => {
  const { exemption } = await course.held(await course.notified());
  await course.toPanel(exemption);
  const path = `/api/exemptions/${exemption}/precedents`;
  for (const who of ['panel1', 'panel3', 'secretary', 'investigator1'] as const)
    expect([who, (await cast.get(who, path)).status]).toEqual([who, 200]);
  for (const who of ['dean', 'outsider', 'subject', 'clerk'] as const)
    expect([who, (await cast.get(who, path)).status >= 403]).toEqual([who, true]);
  const { items } = await done<z.infer<typeof Precedents>>(cast.get('panel1', path));
  expect(JSON.stringify(items)).not.toContain('subject');
});

test('会议记录时：事实不容许的认定列出并写明为什么，容许的可选；退回不受事实限制', async () => {
  const { exemption } = await course.held(await course.notified());
  await course.toPanel(exemption, { proven: 'half' });
  const { id } = await done(cast.plan('panel', [exemption]));
  const { items } = await done<z.infer<typeof MeetingView>>(cast.get('secretary', `/api/meetings/${id}`));
  const shut = Object.fromEntries(
    items[0]!.choices.map(({ event, closedBecause }) => [event, closedBecause?.zh ?? null]),
  );
  expect(shut['decide_exempt']).toMatch(/查明的事实不容许“免责”.*尚未证明/u);
  expect(shut).toMatchObject({ decide_mitigate: null, decide_refuse: null, return: null });
  const refused = await cast.record(id, 'decide_exempt');
  expect([refused.status, refused.text.includes('/items/0/decision/event')]).toEqual([422, true]);
  await done(cast.record(id, 'decide_mitigate'));
});
