// 担当作为记录 over HTTP: who sees what of a record in every state, who may do what, and that no view names an objector.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../support/app.ts';
import { aFileOffice, bodyOf, everybody, type FileOffice, type PersonName } from '../support/file-office.ts';
import {
  aDeed,
  type InitiativeBody,
  type Initiatives,
  initiativesOf,
  STATES,
} from '../support/initiatives.ts';
import { engines } from '../support/store.ts';

const problemOf = ({ body }: Answer) => (body as { type: string }).type;
const shownIn = ({ body }: Answer) => body as InitiativeBody;

const ADMINS: readonly PersonName[] = ['sysadmin', 'secadmin', 'auditadmin'];
/** The person, the leader who filed it, and HR of the unit with its heads. */
const CONCERNED: readonly PersonName[] = [
  ...(['subject', 'leader', 'hr', 'hr2', 'former', 'both', 'head', 'head2'] as const),
];
/** Who reads the whole record, and who knows what the public notice says, by state; nobody else knows of it. */
function expectedIn(state: string): { whole: readonly PersonName[]; masked: readonly PersonName[] } {
  if (state === 'draft' || state === 'withdrawn') return { whole: ['leader'], masked: [] };
  const whole: readonly PersonName[] = [...CONCERNED, 'supervisor', 'board'];
  if (state === 'public_notice')
    return { whole, masked: everybody.filter((who) => !whole.includes(who) && !ADMINS.includes(who)) };
  // An inspector in scope may challenge it, on what was publicised.
  if (state === 'verified' || state === 'verified_closed') return { whole, masked: ['inspector'] };
  return { whole: CONCERNED, masked: [] };
}

describe.each(engines)('担当作为记录的可见范围 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let office: FileOffice;
    let files: Initiatives;
    /** One file in each state. */
    const all = new Map<string, string>();
    beforeAll(async () => {
      office = await aFileOffice(dialect);
      files = initiativesOf(office);
      for (const state of STATES) all.set(await files.fileIn(state), state);
    });
    afterAll(() => office.remove());

    const inList = async (who: PersonName, query = ''): Promise<string[]> => {
      const { body } = await (await files.as(who)).get(`/api/conduct/initiatives?limit=200${query}`);
      return ((body as { items?: { id: string }[] }).items ?? []).map(({ id }) => id);
    };

    test('每个状态 × 每个人：全部、只有公示内容、还是没有', { timeout: 120_000 }, async () => {
      const wrong: string[] = [];
      for (const [id, state] of all) {
        const { whole, masked } = expectedIn(state);
        for (const who of everybody) {
          const answer = await files.read(who, id);
          const should = ADMINS.includes(who) ? 403 : [...whole, ...masked].includes(who) ? 200 : 404;
          if (answer.status !== should) wrong.push(`${state} ${who}: ${answer.status}, not ${should}`);
          if (answer.status !== 200) continue;
          const { initiative, history, deliveries, evidence } = shownIn(answer);
          const isMasked = initiative.facts === null;
          if (isMasked !== masked.includes(who)) wrong.push(`${state} ${who}: masked ${String(isMasked)}`);
          const seen = history.length + deliveries.length + evidence.length;
          if (isMasked && seen > 0) wrong.push(`${state} ${who} sees the course`);
          if (!isMasked && state !== 'draft' && history.length === 0)
            wrong.push(`${state} ${who}: no course`);
        }
      }
      expect(wrong).toEqual([]);
    });

    test('列表里有的都打得开，打得开的自己范围内的都在列表里', { timeout: 120_000 }, async () => {
      const wrong: string[] = [];
      for (const who of everybody.filter((each) => !ADMINS.includes(each))) {
        const listed = await inList(who);
        const isOfficer = !['other', 'farLeader', 'farHr', 'kin', 'appealBody'].includes(who);
        for (const [id, state] of all) {
          const { whole, masked } = expectedIn(state);
          const may = [...whole, ...masked].includes(who);
          if (listed.includes(id) && !may) wrong.push(`${who} is shown one that is ${state}`);
          if (!listed.includes(id) && may && isOfficer) wrong.push(`${who} misses one that is ${state}`);
        }
      }
      expect(wrong).toEqual([]);
      expect((await (await files.as('sysadmin')).get('/api/conduct/initiatives')).status).toBe(403);
      const tally = (await (await files.as('subject')).get('/api/conduct/initiatives?area=5')).body as {
        items: unknown[];
        tally: { area: number; state: string; files: number }[];
      };
      expect(tally.items).toEqual([]);
      const counted = tally.tally.map(({ files: count }) => count).reduce((sum, each) => sum + each, 0);
      expect(counted).toBe((await inList('subject')).length);
    });

    test('列表可按方面、状态、单位、人和词查找', async () => {
      const summary = `独一无二的作为${dialect}`;
      const { id } = bodyOf(await files.draft('leader', { staffNo: 'subject', summary, area: 6 }));
      await files.fired('leader', id, 'submit');
      const q = `&q=${encodeURIComponent('独一无二的作为')}`;
      for (const [query, found] of [
        [q, true],
        [`${q}&area=6&state=submitted&unit=un_college&cadre=cad_subject`, true],
        [`${q}&area=5`, false],
        [`${q}&state=verified`, false],
        [`${q}&unit=un_registry`, false],
        [`${q}&cadre=cad_other`, false],
        [`&q=${encodeURIComponent('liming')}`, true],
        [`&q=${encodeURIComponent('%')}`, false],
      ] as const)
        expect([query, (await inList('hr', query)).includes(id)]).toEqual([query, found]);
    });

    test('公示：登录的都看得到，只有公示内容；异议写明理由，退回核实，异议人不再看得到', async () => {
      const id = await files.fileIn('public_notice');
      const notices = await (await files.as('farLeader')).get('/api/public-notices');
      const { items } = notices.body as { items: { id: string; version: number }[] };
      const notice = items.find((each) => each.id === id)!;
      expect(notice).toMatchObject({ personName: '李明', summary: aDeed().summary });
      for (const secret of ['factId', 'documentNo', 'history', 'evidence', 'staffNo'])
        expect(notices.text).not.toContain(secret);
      for (const who of ADMINS)
        expect((await (await files.as(who)).get('/api/public-notices')).status).toBe(403);
      const { version } = notice;
      expect((await files.fire('farLeader', id, 'object', { version })).status).toBe(400);
      const data = { grounds: '导师组由他人牵头（farLeader 知情）' };
      const answer = await files.fire('farLeader', id, 'object', { version, data, reason: '我知道内情' });
      // Told where it went, nothing besides.
      expect(answer.body).toMatchObject({
        ...{ id, state: 'submitted', actions: [], history: [], initiative: { facts: null } },
      });
      expect((await files.read('farLeader', id)).status).toBe(404);
      expect((await files.fire('other', id, 'object', { data })).status).toBe(404);
      expect(await files.recordOf(id)).toMatchObject({ finding: 'open' });
    });

    test('异议人：核实的人看得到，本人、填报人、负责人、任何列表都看不到', { timeout: 60_000 }, async () => {
      const id = await files.fileIn('public_notice');
      const data = { grounds: '我是虚构farHr，导师组由他人牵头' };
      await files.fired('farHr', id, 'object', { data, reason: '虚构farHr 反映' });
      const verifier = shownIn(await files.read('hr', id));
      expect(verifier.history.at(-1)).toMatchObject({
        ...{ event: 'object', by: { staffNo: 'farHr' }, reason: '虚构farHr 反映' },
      });
      expect(verifier.initiative.facts!.said).toMatchObject([{ event: 'object', text: data.grounds }]);
      for (const who of ['subject', 'leader', 'head', 'head2'] as const) {
        const answer = await files.read(who, id);
        expect(shownIn(answer).history.at(-1)).toMatchObject({
          ...{ event: 'object', by: null, principal: 'unnamed', reason: null },
        });
        expect(answer.text).not.toContain('farHr');
      }
      await files.fired('hr', id, 'reject', { reason: '异议成立' });
      await files.signed(id);
      for (const who of ['subject', 'leader', 'head', 'board', 'supervisor', 'other', 'inspector'] as const)
        for (const path of [
          `/api/conduct/${id}`,
          '/api/conduct/initiatives',
          '/api/public-notices',
          '/api/todo',
        ])
          expect((await (await files.as(who)).get(path)).text).not.toContain('farHr');
    });

    test(
      '提过异议、质疑的人须回避：不能核实、公示、复核，兼两个角色也不行',
      { timeout: 60_000 },
      async () => {
        const noticed = await files.fileIn('public_notice');
        await files.fired('hr', noticed, 'object', { data: { grounds: '另有其人' } });
        for (const event of ['verify', 'return', 'reject']) {
          const answer = await files.fire('hr', noticed, event);
          expect(answer).toMatchObject({ status: 403, body: { type: '/problems/may-not-act-in-file' } });
          expect(answer.text).toContain('回避');
        }
        await files.fired('hr2', noticed, 'verify');
        expect((await files.fire('hr', noticed, 'publicise')).status).toBe(403);
        expect((await files.fire('hr2', noticed, 'publicise')).status).toBe(200);

        const challenged = await files.fileIn('verified');
        await files.fired('both', challenged, 'challenge');
        await files.signed(challenged);
        await files.fired('subject', challenged, 'respond', { data: { statement: '有材料' } });
        expect((await files.assign('head2', challenged, 'both', 'hr_head')).status).toBe(200);
        expect((await files.fire('both', challenged, 'keep')).text).toContain('回避');
        expect((await files.assign('head2', challenged, 'head', 'hr_head')).status).toBe(200);
        expect((await files.fire('head', challenged, 'keep')).status).toBe(200);
      },
    );

    test('填报人不能核实自己填报的，本人、亲属、别的单位也不能；留痕', { timeout: 60_000 }, async () => {
      const { id } = bodyOf(await files.draft('hr', { staffNo: 'subject' }));
      await files.fired('hr', id, 'submit');
      const own = await files.fire('hr', id, 'verify');
      expect(own).toMatchObject({ status: 403, body: { type: '/problems/may-not-act-in-file' } });
      expect(own.text).toContain('另一职责');
      expect(await office.denials()).toContainEqual(
        expect.objectContaining({ accountId: 'acc_hr', fileId: id, event: 'verify', because: 'otherDuty' }),
      );
      for (const [who, status] of [
        ['kin', 404],
        ['former', 403],
        ['farHr', 404],
        ['subject', 403],
        ['head', 403],
        ['supervisor', 404],
      ] as const)
        expect([who, (await files.fire(who, id, 'verify')).status]).toEqual([who, status]);
      await files.fired('hr2', id, 'verify');
      // HR files its own as anybody does: another one of HR verifies it.
      const ofHr = bodyOf(await files.draft('hr'));
      await files.fired('hr', ofHr.id, 'submit');
      expect((await files.fire('hr', ofHr.id, 'verify')).status).toBe(403);
      expect((await files.fire('hr2', ofHr.id, 'verify')).status).toBe(200);
    });

    test('起草：本人、领导、督查、组织部在各自范围内；日期与范围不对的说清哪一处', async () => {
      for (const [who, more, status] of [
        ['subject', {}, 200],
        ['subject', { staffNo: 'subject' }, 200],
        ['subject', { staffNo: 'other' }, 422],
        ['leader', { staffNo: 'other' }, 200],
        ['supervisor', { staffNo: 'other' }, 200],
        ['hr', { staffNo: 'other' }, 200],
        ['farHr', { staffNo: 'other' }, 422],
        ['farLeader', { staffNo: 'nobody' }, 422],
        // Those without such an office file for themselves, as every cadre.
        ['head', { staffNo: 'other' }, 422],
        ['inspector', { staffNo: 'other' }, 422],
        ['board', {}, 200],
        ['sysadmin', {}, 403],
      ] as const) {
        const answer = await files.draft(who, more);
        expect([who, more, answer.status]).toEqual([who, more, status]);
        if (status === 422) expect(problemOf(answer)).toBe('/problems/initiative-person-out-of-reach');
      }
      for (const occurredOn of ['2999-01-01', '2026-02-30']) {
        const answer = await files.draft('subject', { occurredOn });
        expect(answer).toMatchObject({ status: 400, body: { errors: [{ pointer: '/occurredOn' }] } });
      }
      for (const more of [
        { area: 7 },
        { quality: 'bold' },
        { level: 'world' },
        { summary: '短' },
        { points: 9 },
      ])
        expect((await files.draft('subject', more)).status).toBe(400);
    });

    test('草稿可改可撤，只有起草人；退回后改过的以改后为准', { timeout: 60_000 }, async () => {
      const { id } = bodyOf(await files.draft('leader', { staffNo: 'subject' }));
      const amend = async (who: PersonName, version: number, more: object) =>
        (await files.as(who)).send('PUT', `/api/conduct/initiatives/${id}`, { ...aDeed(more), version });
      expect(await amend('leader', 1, { area: 4 })).toMatchObject({
        ...{ status: 200, body: { version: 2, title: '勇于探索：落实分工任务' } },
      });
      expect((await amend('leader', 1, {})).status).toBe(409);
      expect((await amend('hr', 2, {})).status).toBe(404);
      await files.fired('leader', id, 'submit');
      expect((await amend('leader', 3, {})).status).toBe(409);
      await files.fired('hr', id, 'return', { reason: '请补充文号' });
      expect((await files.read('subject', id)).status).toBe(404);
      expect((await amend('leader', 4, { area: 4, level: 'unit', documentNo: '文〔2026〕3号' })).status).toBe(
        200,
      );
      await files.fired('leader', id, 'submit');
      await files.fired('hr', id, 'verify');
      expect(await files.recordOf(id)).toMatchObject({ area: 4, level: 'unit', documentNo: '文〔2026〕3号' });
      const other = await files.fileIn('draft');
      await files.fired('leader', other, 'withdraw', { reason: undefined });
      expect((await files.read('subject', other)).status).toBe(404);
      expect((await files.read('leader', other)).status).toBe(200);
    });

    test('待办：等谁办就在谁的待办里，公示、已认定不打扰人', { timeout: 60_000 }, async () => {
      const own = await aFileOffice(dialect);
      const theirs = initiativesOf(own);
      const names = new Map<string, string>();
      for (const state of ['draft', 'submitted', 'checked', 'public_notice', 'verified', 'challenged'])
        names.set(await theirs.fileIn(state), state);
      const answered = await theirs.fileIn('answered');
      await theirs.assign('head2', answered, 'head', 'hr_head');
      names.set(answered, 'answered');
      const found: Record<string, readonly string[]> = {};
      for (const who of [
        'subject',
        'leader',
        'hr',
        'farHr',
        'head',
        'supervisor',
        'inspector',
        'other',
      ] as const) {
        const { text } = await (await theirs.as(who)).get('/api/todo');
        found[who] = [...names].filter(([id]) => text.includes(`"file.${id}"`)).map(([, state]) => state);
      }
      await own.remove();
      expect(found).toEqual({
        ...{ subject: ['challenged'], leader: ['draft'], hr: ['submitted', 'checked'], head: ['answered'] },
        ...{ farHr: [], supervisor: [], inspector: [], other: [] },
      });
    });

    test('申诉机构被指定后看得到全部，未指定看不到', async () => {
      const id = await files.fileIn('appealed');
      expect((await files.read('appealBody', id)).status).toBe(404);
      expect((await files.assign('head2', id, 'appealBody', 'appeal_body')).status).toBe(200);
      const seen = shownIn(await files.read('appealBody', id));
      expect(seen.initiative.facts).toMatchObject({ finding: 'dismissed' });
      expect(problemOf(await files.fire('appealBody', id, 'uphold'))).toBe('/problems/meetingRequired');
    });
  });
});
