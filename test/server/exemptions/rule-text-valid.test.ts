// 2d 制度当时有效: it stands on a text of the library, valid on the day, and still there when the panel decides.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ProblemPlace } from '../../../server/http/problem.ts';
import type { Answer } from '../../support/app.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import { courseOf } from '../../support/conduct-course.ts';
import { findings } from '../../support/conduct-data.ts';
import { nameOf } from '../../support/meeting.ts';

let cast: Cast;
let course: ReturnType<typeof courseOf>;
beforeAll(async () => {
  cast = await aCast();
  course = courseOf(cast);
});
afterAll(() => cast.remove());

const DAY = '2026-11-20';
const SITUATION = '2d';

async function ruleText(more: object = {}): Promise<string> {
  const body = {
    ...{ title: '经费管理办法（虚构）', issuer: '虚构大学', validFrom: '2018-01-01', validTo: null },
    ...{ passage: '第五条 先垫付、后报销（虚构）', ...more },
  };
  return (await done<{ id: string }>(cast.ask('secretary', 'POST', '/api/rule-texts', body))).id;
}
const withdrawn = (id: string) =>
  done(
    cast.ask('secretary', 'POST', `/api/rule-texts/${id}/withdrawal`, {
      version: 1,
      reason: '录错了（虚构）',
    }),
  );

async function investigating(): Promise<string> {
  const { exemption } = await course.held(await course.notified({ occurredOn: DAY }));
  await course.investigating(exemption, { situation: SITUATION });
  return exemption;
}
async function attach(id: string, ruleTextId: string | null): Promise<void> {
  const body = { ...findings(SITUATION), ruleTextId, version: await course.versionOf(id) };
  await done(cast.ask('investigator1', 'PUT', `/api/exemptions/${id}/findings`, body));
}
const showing = (id: string): Promise<Answer> => cast.fire('investigator1', id, 'show_facts');
async function shown(id: string, ruleTextId: string): Promise<void> {
  await attach(id, ruleTextId);
  await done(showing(id));
  await done(cast.second(id, 'investigator2'));
  await done(cast.sign(id));
  await cast.move('subject', id, 'respond');
}
const placesIn = ({ body }: Answer) => (body as { errors: ProblemPlace[] }).errors;

test('没有附上制度、当日还没生效、前一日已失效、已经撤回的，都不能告知事实', async () => {
  const id = await investigating();
  const gone = await ruleText();
  await withdrawn(gone);
  const unfit = [
    null,
    await ruleText({ validFrom: '2026-11-21' }),
    await ruleText({ validTo: '2026-11-19' }),
    gone,
  ];
  for (const ruleTextId of unfit) {
    await attach(id, ruleTextId);
    const refused = await showing(id);
    expect(nameOf(refused)).toBe('closed-by-facts');
    expect(placesIn(refused)).toMatchObject([{ pointer: '/ruleTextId' }]);
    expect(placesIn(refused)[0]!.detail).toContain(DAY);
  }
});

test.each([
  ['当日生效', { validFrom: DAY }],
  ['当日失效', { validTo: DAY }],
])('%s的，告知得了', async (_which, more) => {
  const id = await investigating();
  await attach(id, await ruleText(more));
  expect((await showing(id)).status).toBe(200);
});

test('告知以后撤回的，小组不能免责、不能从轻，可以退回；换上有效的再来，就能免责', async () => {
  const id = await investigating();
  const text = await ruleText();
  await shown(id, text);
  await course.checked(id);
  const { id: meetingId } = await done(cast.plan('panel', [id]));
  await done(cast.record(meetingId, 'decide_exempt'));
  await withdrawn(text);
  expect(nameOf(await cast.confirm(meetingId, 'panel1'))).toBe('closed-by-facts');
  expect((await cast.fileOf(id)).state).toBe('checked');
  for (const event of ['decide_exempt', 'decide_mitigate'])
    expect([event, nameOf(await cast.record(meetingId, event))]).toEqual([event, 'vote-invalid']);
  await done(cast.record(meetingId, 'return'));
  await done(cast.confirm(meetingId, 'panel1'));
  await shown(id, await ruleText());
  await cast.move('investigator1', id, 'propose');
  await cast.move('redliner', id, 'redline_check');
  await cast.decide('panel', id, 'decide_exempt');
  expect((await cast.fileOf(id)).state).toBe('decided_exempt');
});
