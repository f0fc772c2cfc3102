// Who learns of a record: never who complained; the person concerned everything from the notice on, and nothing before.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DeclaredRoute } from '../../../server/http/declared-routes.ts';
import { COOKIE } from '../../../server/http/session.ts';
import { testSigningKey } from '../../support/app.ts';
import { aCast, type Cast } from '../../support/cast.ts';
import type { Asker } from '../../support/cast-deeds.ts';
import { type CastName, everybody, tokensWith } from '../../support/cast-people.ts';
import { type Course, courseOf } from '../../support/conduct-course.ts';
import { machineData, statesOf } from '../../support/conduct-rights.ts';
import { type Staging, stagingOf, wayTo } from '../../support/conduct-staging.ts';
import { nameOf } from '../../support/meeting.ts';
import { partsOf } from '../../support/zip.ts';

/** Nobody is called so: found in an answer, it leaked. */
const COMPLAINANT = '金丝雀投诉人';

let cast: Cast;
let course: Course;
let staging: Staging;
beforeAll(async () => {
  cast = await aCast();
  course = courseOf(cast);
  staging = stagingOf(cast);
});
afterAll(() => cast.remove());

describe('投诉人', () => {
  const complaint = { source: 'complaint', complainant: COMPLAINANT, summary: '投诉反映的问题（虚构）' };
  /** The addresses of a route that could lead to the file, the exemption or the person. */
  const pathsOf = ({ url }: DeclaredRoute, files: readonly string[]): string[] => {
    const filled = url.replace('/cadres/:id', '/cadres/cad_subject').replace(':cadreId', 'cad_subject');
    const ids = filled.includes(':id') ? files : [''];
    return ids.map((id) => filled.replace(':id', id).replace(':year', '2026').replaceAll(/:\w+/gu, 'none'));
  };

  /** What somebody may download, unpacked. */
  async function documentsNaming(who: CastName, files: readonly string[]): Promise<string[]> {
    const found: string[] = [];
    for (const id of files) {
      const { items = [] } = ((await cast.get(who, `/api/files/${id}/documents`)).body ?? {}) as {
        items?: { name: string }[];
      };
      for (const { name } of items) {
        const url = `/api/files/${id}/documents/${name}`;
        const headers = { cookie: `${COOKIE}=${tokenOf(who)}` };
        const { rawPayload } = await cast.app.app.inject({ method: 'GET', url, headers });
        const text = partsOf(rawPayload);
        expect(text).toContain('案卷编号');
        if (text.includes(COMPLAINANT)) found.push(`${who} ${url}`);
        read += 1;
      }
    }
    return found;
  }
  let read = 0;
  const tokenOf = tokensWith(testSigningKey);

  test('任何人在任何页面都看不到，只有案卷指定的纪检在案卷里看得到', async () => {
    const id = await course.answered(complaint);
    const { exemption } = await course.held(id);
    await course.toPanel(exemption);
    await cast.name(id, 'inspector', 'inspector');
    await cast.name(id, 'hr_head', 'reviewer');
    const readable = cast.app.routes.filter(
      ({ method, url }) => method === 'GET' && !/\/api\/docs|openapi|template|events$/u.test(url),
    );
    expect(readable.length).toBeGreaterThan(50);
    const shown: string[] = [];
    let asked = 0;
    for (const who of ['anon', ...everybody] as const satisfies readonly Asker[])
      for (const route of readable)
        for (const path of pathsOf(route, [id, exemption])) {
          const { text } = await cast.get(who, path);
          asked += 1;
          if (text.includes(COMPLAINANT)) shown.push(`${who} ${path}`);
        }
    for (const who of everybody) shown.push(...(await documentsNaming(who, [id, exemption])));
    // The inspectors of the exemption are not named in the record; whoever wrote the lead forgets the name too.
    expect(shown).toEqual([`inspector /api/conduct/${id}`]);
    expect(asked).toBeGreaterThan(1500);
    expect(read).toBeGreaterThan(0);
    expect(cast.faults).toEqual([]);
  });

  test('草稿的作者看得到自己写的一切，却看不到投诉人；存的是密文', async () => {
    const id = await cast.draft(complaint);
    expect((await cast.view('recorder', id)).text).not.toContain(COMPLAINANT);
    const rows = await staging.rowsOf(id);
    expect(JSON.stringify(rows['inactionFiles'])).not.toContain(COMPLAINANT);
    const log = await cast.store.read.select().from(cast.store.tables.auditEntries);
    expect(JSON.stringify(log)).not.toContain(COMPLAINANT);
  });
});

describe('本人', () => {
  const data = machineData('inaction');
  /** A decision taken before the product has been told of then (past-decisions). */
  const states = statesOf(data).filter((state) => !/^(?:imported|past_)/u.test(state));
  /** States whose way leads past a notice. */
  const isTold = (state: string): boolean =>
    wayTo(data, data.start, state).some(({ flags }) => flags.includes('N'));

  test('告知之前看不到：页面、材料、名单、待办', async () => {
    for (const state of states.filter((each) => !isTold(each))) {
      const id = await staging.staged({ machine: 'inaction', state });
      expect([state, nameOf(await cast.view('subject', id))]).toEqual([state, 'not-found']);
      for (const path of ['/api/conduct/inactions?limit=200', '/api/todo', '/api/my-record', '/api/inbox'])
        expect([state, path, (await cast.get('subject', path)).text.includes(id)]).toEqual([
          state,
          path,
          false,
        ]);
    }
  });

  test('告知之后每一个状态都看得到记录、理由和材料', async () => {
    const told = states.filter(isTold);
    expect(told.length).toBeGreaterThan(12);
    for (const state of told) {
      const id = await course.verified();
      const evidenceId = await cast.addEvidence(id, 'verifier', '核实材料');
      await staging.bringOn(id, state);
      const { status, body } = await cast.view('subject', id);
      expect([state, status]).toEqual([state, 200]);
      expect(body).toMatchObject({
        inaction: { facts: { verified: { severity: { code: 'general', reason: '情节一般' } } } },
        evidence: [{ id: evidenceId }],
      });
      const paper = await cast.get('subject', `/api/files/${id}/evidence/${evidenceId}`);
      expect([state, paper.status]).toEqual([state, 200]);
      const list = await cast.get('subject', '/api/conduct/inactions?limit=200');
      expect([state, list.text.includes(id)]).toEqual([state, true]);
    }
  });

  test('退回重新核实的，本人仍看得到；别的干部始终看不到', async () => {
    const id = await course.answered();
    await cast.name(id, 'hr_head', 'reviewer');
    await cast.move('reviewer', id, 'return');
    expect((await cast.fileOf(id)).state).toBe('lead');
    expect((await cast.view('subject', id)).status).toBe(200);
    for (const who of ['outsider', 'kin', 'requester', 'panel1', 'board1'] as const)
      expect([who, [403, 404].includes((await cast.view(who, id)).status)]).toEqual([who, true]);
  });

  test('先前一份没有签收的通知，后来才签收：不开始新一轮的期限', async () => {
    const id = await course.verified();
    await cast.move('notifier', id, 'notify');
    await cast.move('subject', id, 'respond');
    await cast.name(id, 'hr_head', 'reviewer');
    await cast.move('reviewer', id, 'return');
    await cast.move('verifier', id, 'verify');
    await cast.move('notifier', id, 'notify');
    const windows = async () => (await cast.running(id)).filter(({ kind }) => kind === 'window_over');
    expect((await cast.sign(id, 'subject', 'first')).status).toBe(200);
    expect(await windows()).toHaveLength(0);
    expect((await cast.sign(id)).status).toBe(200);
    expect(await windows()).toHaveLength(1);
  });
});
