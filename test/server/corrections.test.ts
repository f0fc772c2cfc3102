// 更正申请 over HTTP: who may do what in every state, what changes in the roster, and who sees which number.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { machineOf } from '../../server/procedures/machines.ts';
import type { Answer } from '../support/app.ts';
import {
  aFileOffice,
  bodyOf,
  CITIZEN_ID,
  everybody,
  type FileBody,
  type FileOffice,
  type PersonName,
} from '../support/file-office.ts';
import { engines } from '../support/store.ts';

const machine = machineOf('correction');
const NEW_ID = '110101199003070118';
const OTHER_PHONE = '13700005678';

/** Who may move a correction on: the person, HR of his units, its head, but nobody who did the other duty. */
const OPEN: Readonly<Record<string, Readonly<Record<string, readonly PersonName[]>>>> = {
  draft: { submit: ['subject'], withdraw: ['subject'] },
  submitted: { withdraw: ['subject'], verify: ['hr', 'hr2', 'both'] },
  verified: {
    correct: ['head', 'head2', 'both'],
    keep: ['head', 'head2', 'both'],
    return: ['head', 'head2', 'both'],
  },
  answered: { ask_again: ['subject'] },
};
const DATA: Readonly<Record<string, object>> = {
  verify: { found: '副处长', document: '任免文件〔2019〕8号' },
  ask_again: { basis: '任免文件〔2020〕3号原件' },
};
const dataOf = (event: string) => ({ ...(DATA[event] && { data: DATA[event] }) });

interface CorrectionBody extends FileBody {
  readonly correction: {
    readonly facts: {
      readonly entry: { zh: string } | null;
      readonly wanted: { zh: string };
      readonly found: { value: { zh: string }; document: string; is: string } | null;
    } | null;
  };
}
const problemOf = ({ body }: Answer) => (body as { type: string }).type;

describe.each(engines)('更正申请 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let office: FileOffice;
    beforeAll(async () => {
      office = await aFileOffice(dialect);
    });
    afterAll(() => office.remove());

    /** An item is in question once at a time: what a test left open is withdrawn or answered for good first. */
    async function settle(): Promise<void> {
      const { items } = (await (await office.as('subject')).get('/api/my-record/corrections')).body as {
        items: { id: string; state: string; isEnded: boolean }[];
      };
      for (const { id, state } of items.filter(({ isEnded }) => !isEnded)) {
        if (state === 'verified') await office.fire('head', 'corrections', id, 'return');
        if (state === 'answered')
          await office.fire('subject', 'corrections', id, 'ask_again', dataOf('ask_again'));
        await office.fire('subject', 'corrections', id, 'withdraw');
      }
      const answered = items.filter(({ state }) => state === 'answered');
      for (const { id } of answered)
        if ((await office.fileOf(id)).state === 'answered') await office.lapse(id);
    }
    const ask = async (more: object = {}, who: PersonName = 'subject') =>
      (await office.as(who)).post('/api/corrections', {
        field: 'postTitle',
        wanted: '副处长',
        basis: '任免文件〔2019〕8号',
        ...more,
      });
    const fired = async (who: PersonName, id: string, event: string, data: object = dataOf(event)) => {
      const answer = await office.fire(who, 'corrections', id, event, data);
      expect([event, answer.status, answer.status === 200 ? '' : answer.text]).toEqual([event, 200, '']);
      return answer;
    };
    async function correctionIn(state: string): Promise<string> {
      await settle();
      const { id } = bodyOf(await ask());
      if (state === 'draft') return id;
      await fired('subject', id, state === 'withdrawn' ? 'withdraw' : 'submit');
      if (state === 'submitted' || state === 'withdrawn') return id;
      await fired('hr', id, 'verify');
      if (state === 'verified') return id;
      if (state === 'corrected') {
        await fired('head', id, 'correct');
        await restorePost();
        return id;
      }
      await fired('head', id, 'keep');
      if (state === 'kept') await office.lapse(id);
      return id;
    }
    /** The post says what it said before, by the same way. */
    async function restorePost(): Promise<void> {
      const { postTitle } = await office.cadre('subject');
      if (postTitle === '处长') return;
      const { id } = bodyOf(await ask({ wanted: '处长' }));
      await fired('subject', id, 'submit');
      await fired('hr', id, 'verify', { data: { found: '处长', document: '现任职务文件' } });
      await fired('head', id, 'correct');
    }
    const read = async (who: PersonName, id: string): Promise<CorrectionBody> =>
      (await (await office.as(who)).get(`/api/corrections/${id}`)).body as CorrectionBody;

    const states = [...new Set(machine.events.flatMap(({ from, to }) => [from, to]))];
    const events = [...new Set(machine.events.map(({ event }) => event))];

    // Who may do what does not hang on the engine: one is enough.
    const inTurn = dialect === 'sqlite' ? states : [];
    test.each(inTurn)('%s：每个身份发每个事件，只有该成的成', { timeout: 170_000 }, async (state) => {
      const wrong: string[] = [];
      const id = await correctionIn(state);
      const before = await office.fileOf(id);
      const told = (await office.events(id)).length;
      for (const event of events)
        for (const who of everybody) {
          if (OPEN[state]?.[event]?.includes(who)) continue;
          const { status } = await office.fire(who, 'corrections', id, event, dataOf(event));
          if (status < 400 || status >= 500) wrong.push(`${event} by ${who}: ${status}`);
        }
      expect(wrong).toEqual([]);
      expect(await office.fileOf(id)).toEqual(before);
      expect(await office.events(id)).toHaveLength(told);
      for (const [event, people] of Object.entries(OPEN[state] ?? {}))
        for (const who of people) {
          await fired(who, await correctionIn(state), event);
          if (event === 'correct') await restorePost();
        }
    });

    test('组织部负责人更正：名册同一步改过来，姓名的排序和检索键也改；本人签收后看到新值', async () => {
      await settle();
      const { id } = bodyOf(await ask({ field: 'name', wanted: '黎明', basis: '户口簿' }));
      await fired('subject', id, 'submit');
      await fired('hr', id, 'verify', { data: { found: '黎明', document: '干部人事档案第 3 页' } });
      expect((await read('head', id)).correction.facts).toMatchObject({
        entry: { zh: '李明' },
        wanted: { zh: '黎明' },
        found: { value: { zh: '黎明' }, document: '干部人事档案第 3 页', is: 'wanted' },
      });
      const { version } = await office.cadre('subject');
      await fired('head', id, 'correct', { reason: '档案记载与申请一致' });
      expect(await office.cadre('subject')).toMatchObject({
        name: '黎明',
        namePinyin: 'liming',
        nameKey: expect.stringContaining('黎明') as string,
        version: version + 1,
      });
      const seen = await read('subject', id);
      expect(seen).toMatchObject({ state: 'corrected', correction: { facts: { entry: { zh: '黎明' } } } });
      const [notice] = seen.deliveries;
      expect(notice).toMatchObject({ isMine: true });
      const path = `/api/files/${id}/deliveries/${notice!.id}/signature`;
      expect((await (await office.as('hr')).post(path, { version: notice!.version })).status).toBe(404);
      expect((await (await office.as('subject')).post(path, { version: notice!.version })).status).toBe(200);
      expect((await (await office.as('subject')).post(path, { version: notice!.version })).status).toBe(409);
    });

    test('核实与答复不能是同一人，兼两个角色也不行，且留痕', async () => {
      const id = await correctionIn('submitted');
      await fired('both', id, 'verify');
      const answer = await office.fire('both', 'corrections', id, 'correct');
      expect(answer).toMatchObject({ status: 403, body: { type: '/problems/may-not-act-in-file' } });
      expect(await office.denials()).toContainEqual(
        expect.objectContaining({
          accountId: 'acc_both',
          fileId: id,
          event: 'correct',
          because: 'otherDuty',
        }),
      );
      await fired('head', id, 'correct');
      await restorePost();
    });

    test('亲属和原单位的人回避：看不到内容，办不了，留痕', async () => {
      const id = await correctionIn('submitted');
      for (const who of ['kin', 'former'] as const) {
        const answer = await office.fire(who, 'corrections', id, 'verify', dataOf('verify'));
        expect(answer).toMatchObject({
          status: 403,
          body: { detail: expect.stringContaining('回避') as string },
        });
        expect(await office.denials()).toContainEqual(
          expect.objectContaining({
            accountId: `acc_${who}`,
            fileId: id,
            event: 'verify',
            because: 'related',
          }),
        );
      }
      const kin = await read('kin', id);
      expect(kin).toMatchObject({ recused: { zh: expect.stringContaining('回避') as string } });
      expect(kin.correction.facts).toBeNull();
      expect(JSON.stringify(kin)).not.toContain('副处长');
      const { items } = (await (await office.as('kin')).get('/api/corrections')).body as {
        items: { id: string }[];
      };
      expect(items.map((item) => item.id)).not.toContain(id);
    });

    test('身份证号：库里加密，对本人和指定的承办人显示全号并留痕，对别人打码', async () => {
      await settle();
      const wrong = await ask({ field: 'citizenId', wanted: '110101199003070119' });
      expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/wanted' }] } });
      expect(problemOf(await ask({ field: 'citizenId', wanted: CITIZEN_ID }))).toBe(
        '/problems/nothing-to-correct',
      );
      const asked = await ask({ field: 'citizenId', wanted: NEW_ID, basis: '身份证原件' });
      // The answer to a change is kept for a repeat: the number does not stand in it.
      expect(asked.text).not.toContain(NEW_ID);
      const { id } = bodyOf(asked);
      await fired('subject', id, 'submit');
      expect((await read('subject', id)).correction.facts?.wanted.zh).toBe(NEW_ID);
      expect((await read('hr', id)).correction.facts?.wanted.zh).toBe('110***********0118');
      const assign = { staffNo: 'hr2', principal: 'hr', reason: '由其核对身份证' };
      expect((await (await office.as('head')).post(`/api/files/${id}/assignments`, assign)).status).toBe(200);
      expect((await read('hr2', id)).correction.facts?.wanted.zh).toBe(NEW_ID);
      const reads = await office.store.read.select().from(office.store.tables.recordReads);
      expect(reads.map(({ reader, what, reason }) => [reader, what, reason])).toEqual([
        ['acc_hr2', 'citizenId', '办理：更正身份证号'],
      ]);
      await fired('hr', id, 'verify', { data: { found: NEW_ID.toLowerCase(), document: '身份证复印件' } });
      expect((await read('head', id)).correction.facts?.found).toMatchObject({
        value: { zh: '110***********0118' },
        is: 'wanted',
      });
      const answer = await fired('head', id, 'correct');
      expect(answer.text).not.toContain(NEW_ID);
      const cadre = await office.cadre('subject');
      expect(office.store.sealed.unseal(cadre.citizenIdSealed!)).toBe(NEW_ID);
      expect(cadre.citizenIdLookup).toBe(office.store.sealed.lookup(NEW_ID));
      const { read: db, tables } = office.store;
      const kept = JSON.stringify([
        await db.select().from(tables.corrections),
        await db.select().from(tables.fileEvents),
        await db.select().from(tables.idempotency),
        await db.select().from(tables.auditEntries),
      ]);
      expect(kept).not.toContain(NEW_ID);
      expect(kept).not.toContain(CITIZEN_ID);
    });

    test('档案所载与登记相同：无从更正，只能维持；别人的身份证号改不进来', async () => {
      await settle();
      const { id } = bodyOf(await ask({ field: 'phone', wanted: OTHER_PHONE, basis: '本人手机号' }));
      await fired('subject', id, 'submit');
      await fired('hr', id, 'verify', { data: { found: '139-0000-1234', document: '登记表' } });
      expect((await read('head', id)).correction.facts?.found?.is).toBe('entry');
      const before = await office.cadre('subject');
      expect(problemOf(await office.fire('head', 'corrections', id, 'correct'))).toBe(
        '/problems/nothing-to-correct',
      );
      expect(await office.cadre('subject')).toEqual(before);
      await fired('head', id, 'keep');
      const mine = (await office.cadre('subject')).citizenIdSealed!;
      const own = bodyOf(
        await ask({ field: 'citizenId', wanted: office.store.sealed.unseal(mine), basis: '身份证' }, 'other'),
      );
      await fired('other', own.id, 'submit');
      const data = { found: office.store.sealed.unseal(mine), document: '身份证' };
      await fired('hr', own.id, 'verify', { data });
      expect(problemOf(await office.fire('head', 'corrections', own.id, 'correct'))).toBe(
        '/problems/citizen-id-taken',
      );
      expect((await office.fileOf(own.id)).state).toBe('verified');
    });

    test('一项同时只有一件在办；别人替不了本人申请', async () => {
      const id = await correctionIn('draft');
      expect(problemOf(await ask({ wanted: '院长' }))).toBe('/problems/correction-open-already');
      expect((await ask({ field: 'rank', wanted: '副处' })).status).toBe(200);
      expect((await (await office.as('sysadmin')).post('/api/corrections', {})).status).toBe(403);
      for (const who of ['hr', 'head', 'other', 'leader'] as const)
        expect((await (await office.as(who)).get(`/api/corrections/${id}`)).status).toBe(404);
    });

    test('三人同时办同一步只成一次；旧版本不成', async () => {
      const id = await correctionIn('submitted');
      const { version } = await office.fileOf(id);
      const sent = { event: 'verify', version, data: DATA['verify'] };
      const people = await Promise.all((['hr', 'hr2', 'both'] as const).map(office.as));
      const answers = await Promise.all(people.map((one) => one.post(`/api/corrections/${id}/events`, sent)));
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409, 409]);
      expect((await office.events(id)).filter(({ event }) => event === 'verify')).toHaveLength(1);
      expect(await office.fire('head', 'corrections', id, 'keep', { version })).toMatchObject({
        status: 409,
        body: { type: '/problems/stale-version' },
      });
      expect(
        problemOf(await office.fire('head', 'corrections', id, 'keep', { reason: undefined } as never)),
      ).toBe('/problems/reason-missing');
    });

    test('维持原登记：签收之日起十个工作日可再申请一次，过期自动办结', async () => {
      const id = await correctionIn('answered');
      const { now } = office.app.clock;
      expect((await read('subject', id)).deadlines).toEqual([]);
      const [notice] = (await read('subject', id)).deliveries;
      await (
        await office.as('subject')
      ).post(`/api/files/${id}/deliveries/${notice!.id}/signature`, {
        version: notice!.version,
      });
      // From Thursday 2026-12-31: ten working days end on 2027-01-14.
      expect((await read('subject', id)).deadlines).toMatchObject([
        { kind: 'window_over', lastDay: '2027-01-14' },
      ]);
      const todo = (await (await office.as('subject')).get('/api/todo')).body as {
        items: { href: string; dueOn: string }[];
      };
      expect(todo.items).toContainEqual(
        expect.objectContaining({ href: `/corrections/${id}`, dueOn: '2027-01-14' }),
      );
      office.later(14);
      await office.tick();
      expect((await office.fileOf(id)).state).toBe('answered');
      office.later(1);
      await office.tick();
      office.app.clock.now = now;
      expect((await office.fileOf(id)).state).toBe('kept');
      expect((await office.fire('subject', 'corrections', id, 'ask_again', dataOf('ask_again'))).status).toBe(
        409,
      );
    });

    test('再申请只有一次', async () => {
      const id = await correctionIn('answered');
      await fired('subject', id, 'ask_again');
      expect((await read('hr', id)).correction.facts?.found).toBeNull();
      await fired('hr2', id, 'verify');
      await fired('head', id, 'keep');
      const again = await office.fire('subject', 'corrections', id, 'ask_again', dataOf('ask_again'));
      expect(again).toMatchObject({
        status: 403,
        body: { detail: expect.stringContaining('一次') as string },
      });
    });

    test('登记纸质送达：须在送达期间、由有权的人，期限从纸面日期起算', async () => {
      const id = await correctionIn('answered');
      const [notice] = (await read('head', id)).deliveries;
      expect(notice).toMatchObject({ isMine: false, mayRecord: true });
      const record = async (who: PersonName, more = {}) =>
        (await office.as(who)).post(`/api/files/${id}/deliveries/${notice!.id}/paper`, {
          version: notice!.version,
          paperOn: '2026-12-31',
          witness: '王证人（虚构）',
          ...more,
        });
      expect((await record('hr')).status).toBe(403);
      expect((await record('head', { paperOn: '2027-01-01' })).status).toBe(400);
      expect((await record('head')).status).toBe(200);
      expect((await read('subject', id)).deadlines).toMatchObject([
        { kind: 'window_over', lastDay: '2027-01-14' },
      ]);
    });

    test('代录纸质申请：须附扫描件，第二个人核对后才算；录入人自己核对不了', async () => {
      const id = await correctionIn('answered');
      const hr = await office.as('hr');
      const { version } = await office.fileOf(id);
      const paper = (evidenceId: string) => ({
        ...{ event: 'ask_again', version, reason: '本人当面递交', data: DATA['ask_again'] },
        ...{ evidenceId, receivedOn: '2026-12-31' },
      });
      expect(problemOf(await hr.post(`/api/files/${id}/paper-entries`, paper('evi_none')))).toBe(
        '/problems/evidence-unknown',
      );
      const evidenceId = await addEvidence('subject', id, '申请扫描件.pdf', '%PDF-1.4 虚构');
      expect((await hr.post(`/api/files/${id}/paper-entries`, paper(evidenceId))).status).toBe(200);
      expect((await office.fileOf(id)).state).toBe('answered');
      const [pending] = (await read('hr2', id)).pending;
      expect(pending).toMatchObject({ isOpen: true });
      const { items } = (await (await office.as('hr2')).get('/api/todo')).body as {
        items: { kind: string }[];
      };
      expect(items.map(({ kind }) => kind)).toContain(`signature.${id}`);
      const path = `/api/files/${id}/pending/${pending!.id}/decision`;
      const sign = { version: pending!.version, decision: 'sign' };
      expect(problemOf(await hr.post(path, sign))).toBe('/problems/countersigner-is-proposer');
      expect((await (await office.as('hr2')).post(path, sign)).status).toBe(200);
      expect(await office.fileOf(id)).toMatchObject({ state: 'submitted' });
      const [last] = (await office.events(id)).slice(-1);
      expect(last).toMatchObject({
        ...{ event: 'ask_again', principal: 'cadre' },
        ...{ enteredBy: 'acc_hr', countersignedBy: 'acc_hr2' },
      });
    });

    async function addEvidence(who: PersonName, id: string, name: string, content: string): Promise<string> {
      const answer = await upload(who, id, name, content);
      expect(answer.status).toBe(200);
      return (answer.body as { id: string }).id;
    }
    async function upload(who: PersonName, id: string, name: string, content: string): Promise<Answer> {
      const edge = 'xxEDGExx';
      const head = `--${edge}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
      const body = Buffer.concat([
        Buffer.from(head),
        Buffer.from(content),
        Buffer.from(`\r\n--${edge}--\r\n`),
      ]);
      return (await office.as(who)).post(`/api/files/${id}/evidence`, body, {
        'content-type': `multipart/form-data; boundary=${edge}`,
      });
    }

    test('材料：本人可添加，名不副实的不收，没被指定的人看不到', async () => {
      const id = await correctionIn('submitted');
      const evidenceId = await addEvidence('subject', id, '任免文件.pdf', '%PDF-1.4 虚构');
      for (const [name, content] of [
        ['假的.pdf', 'MZ 不是 PDF'],
        ['程序.exe', 'MZ'],
        ['空.txt', ''],
      ] as const)
        expect(problemOf(await upload('subject', id, name, content))).toBe('/problems/evidence-refused');
      expect((await upload('hr', id, '说明.txt', '说明')).status).toBe(403);
      const path = `/api/files/${id}/evidence/${evidenceId}`;
      const own = await (await office.as('subject')).get(path);
      expect(own).toMatchObject({ status: 200, text: '%PDF-1.4 虚构' });
      expect(own.headers['content-disposition']).toMatch(/^attachment/u);
      for (const who of ['hr', 'kin', 'other'] as const)
        expect((await (await office.as(who)).get(path)).status).toBeGreaterThanOrEqual(403);
      await fired('hr', id, 'verify');
      const verified = (await office.events(id)).at(-1)!;
      expect(verified.evidenceHashes).toHaveLength(1);
      expect(verified.ruleVersion).toMatch(/#[0-9a-f]{16}$/u);
    });

    test('每一步都有审计记录', async () => {
      const id = await correctionIn('corrected');
      const { read: db, tables } = office.store;
      const entries = (await db.select().from(tables.auditEntries)).filter(({ subject }) => subject === id);
      expect(entries.map(({ deed }) => deed).toSorted()).toEqual(
        ['drafted', 'submit', 'verify', 'correct'].map((event) => `correction.${event}`).toSorted(),
      );
    });
  });
});
