// What two have not signed for is nobody's finding: not after the end, not in a document, not when one of them is replaced.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partsOf } from '../../support/zip.ts';
import { COOKIE } from '../../../server/http/session.ts';
import { testSigningKey } from '../../support/app.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import { tokensWith } from '../../support/cast-people.ts';
import { courseOf } from '../../support/conduct-course.ts';
import { findings } from '../../support/conduct-data.ts';
import { nameOf } from '../../support/meeting.ts';

const UNSIGNED = '只有一人写下的判断（虚构）';

let cast: Cast;
let course: ReturnType<typeof courseOf>;
beforeAll(async () => {
  cast = await aCast();
  course = courseOf(cast);
});
afterAll(() => cast.remove());

const investigating = async (): Promise<string> => {
  const { exemption } = await course.held(await course.notified());
  await course.investigating(exemption);
  return exemption;
};
async function written(id: string, reason = UNSIGNED): Promise<void> {
  const { answers, ...rest } = findings('1a');
  const motive = { answer: 'private', reason, evidenceIds: [] };
  await done(
    cast.ask('investigator1', 'PUT', `/api/exemptions/${id}/findings`, {
      ...{ ...rest, answers: { ...answers, motive }, version: await course.versionOf(id) },
    }),
  );
}
async function documentsOf(id: string): Promise<string[]> {
  const list = await done<{ items: { name: string }[] }>(cast.get('subject', `/api/files/${id}/documents`));
  return list.items.map(({ name }) => name);
}
async function textOf(id: string, name: string): Promise<string> {
  const cookie = `${COOKIE}=${tokensWith(testSigningKey)('subject')}`;
  const url = `/api/files/${id}/documents/${name}`;
  const answer = await cast.home.app.inject({ method: 'GET', url, headers: { cookie } });
  expect(answer.statusCode).toBe(200);
  return partsOf(answer.rawPayload);
}
async function endedFor(id: string, who: 'investigator1' | 'panel2'): Promise<void> {
  const { assignments } = await done<{ assignments: { id: string; person: { staffNo: string } }[] }>(
    cast.view('secretary', id),
  );
  const own = assignments.find(({ person }) => person.staffNo === cast.staffNo(who))!;
  await done(cast.ask('secretary', 'POST', `/api/files/${id}/assignments/${own.id}/end`, { reason: '回避' }));
}

test('调查期间撤回申请的，当事人也看不到没有会签的判断', async () => {
  const id = await investigating();
  await written(id);
  await cast.move('subject', id, 'withdraw');
  const seen = await cast.view('subject', id);
  expect([seen.status, seen.text.includes(UNSIGNED)]).toEqual([200, false]);
  expect((await cast.view('investigator2', id)).text).toContain(UNSIGNED);
});

test('小组退回重新调查：先前的查明事实告知书收起，重新会签之后才有，写的是新的', async () => {
  const id = await investigating();
  await course.factsAnswered(id);
  await course.checked(id);
  const [notice] = await documentsOf(id);
  expect(await textOf(id, notice!)).not.toContain(UNSIGNED);
  await cast.decide('panel', id, 'return');
  await written(id);
  expect(await documentsOf(id)).toEqual([]);
  expect((await cast.get('subject', `/api/files/${id}/documents/${notice!}`)).status).toBe(404);
  await cast.move('investigator1', id, 'show_facts');
  await done(cast.second(id, 'investigator2'));
  const [anew] = await documentsOf(id);
  expect(await textOf(id, anew!)).toContain(UNSIGNED);
});

test('提出人在会签之前不再承办：会签不了，可以退回，由接替的人重新提出', async () => {
  const id = await investigating();
  await course.writeFindings(id);
  await cast.move('investigator1', id, 'show_facts');
  await endedFor(id, 'investigator1');
  const signed = await cast.second(id, 'investigator2');
  expect([signed.status, nameOf(signed)]).toEqual([409, 'proposer-replaced']);
  expect((await cast.fileOf(id)).state).toBe('investigating');
  await done(cast.second(id, 'investigator2', 'refuse'));
  await cast.name(id, 'inspector', 'inspector');
  await cast.move('inspector', id, 'show_facts');
  await done(cast.second(id, 'investigator2'));
  expect((await cast.fileOf(id)).state).toBe('facts_shown');
});

test('只能补充一次的，书面也只能一次', async () => {
  const { exemption: id } = await course.held(await course.notified());
  await course.writeClaim(id);
  await cast.move('subject', id, 'submit');
  await cast.name(id, 'hr', 'clerk');
  const declined = async () => {
    await cast.move('clerk', id, 'decline');
    await done(cast.sign(id));
  };
  await declined();
  await cast.move('subject', id, 'resubmit');
  await cast.move('subject', id, 'submit');
  await declined();
  expect((await cast.fire('subject', id, 'resubmit')).status).toBe(403);
  const evidenceId = await cast.addEvidence(id, 'subject');
  const onPaper = await cast.ask('clerk', 'POST', `/api/files/${id}/paper-entries`, {
    ...{ event: 'resubmit', version: await course.versionOf(id), reason: '书面补充', data: {} },
    ...{ evidenceId, receivedOn: cast.today() },
  });
  expect([onPaper.status, onPaper.text.includes('只能办理一次')]).toEqual([403, true]);
});

test('一次会议几件事项：没有被指定的那一件，小组成员在会议里也看不到', async () => {
  const one = await investigating();
  const { exemption: two } = await course.held(await course.notified({ code: '2.2' }));
  await course.investigating(two);
  for (const id of [one, two]) {
    await course.factsAnswered(id);
    await course.checked(id);
  }
  // A member of the board by office: that alone opens nothing which is between the person and the officers.
  await endedFor(two, 'panel2');
  expect((await cast.view('panel2', two)).status).toBe(404);
  const { id: meetingId } = await done(cast.plan('panel', [one, two]));
  const { items } = await done<{ items: { fileId: string; isWithheld: boolean; title: string }[] }>(
    cast.get('panel2', `/api/meetings/${meetingId}`),
  );
  const seen = items.map(({ fileId, isWithheld, title }) => [fileId, isWithheld, title !== '']);
  expect(seen).toEqual([
    [one, false, true],
    [two, true, false],
  ]);
  const asMember = await done<typeof items>(cast.get('panel1', `/api/meetings/${meetingId}`));
  expect(JSON.stringify(asMember)).not.toContain('"isWithheld":true');
});
