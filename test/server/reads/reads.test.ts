import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '../../../db/queries/audit.ts';
import { addRows } from '../../../db/rows.ts';
import type { Row } from '../../../db/tables/index.ts';
import type { Visitor } from '../../support/app.ts';
import { anOffice, type Office } from '../../support/office.ts';
import { NOON } from '../../support/rows.ts';
import { sectionHead, YEAR } from '../../support/school.ts';
import { act, engines } from '../../support/store.ts';

const CITIZEN_ID = '440000197001011234';
const PHONE = '19900001234';
const FILE = 'fil_about_one';

const aFile = (id: string, cadreId: string): Row<'files'> => ({
  ...{ id, machine: 'correction', state: 'answering', enteredAt: NOON, cadreId, unitId: 'un_college' },
  ...{ title: '更正', openedBy: 'acc_S1', openedAt: NOON, version: 1 },
});
const anAssignment = (
  id: string,
  fileId: string,
  accountId: string,
  principal: string,
): Row<'assignments'> => ({
  ...{ id, fileId, accountId, principal, assignedBy: 'acc_head2', assignedAt: NOON, reason: '承办' },
  ...{ replaces: null, endedAt: null, endedBy: null, version: 1 },
});

describe.each(engines)('谁看过我的档案 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let office: Office;
    let hr: Visitor;
    const one = sectionHead(1);
    beforeAll(async () => {
      office = await anOffice(dialect);
      await office.evaluate();
      hr = await office.as('hr');
      const { tables } = office.store;
      await office.store.write(act('files.given'), async (tx, changed) => {
        await addRows(tx, changed, tables.files, [aFile(FILE, one), aFile('fil_other', sectionHead(2))]);
        await addRows(tx, changed, tables.assignments, [
          anAssignment('asg_1', FILE, 'acc_hr', 'hr'),
          anAssignment('asg_2', 'fil_other', 'acc_hr', 'hr'),
          { ...anAssignment('asg_3', FILE, 'acc_head', 'hr_head'), endedAt: NOON, endedBy: 'acc_head2' },
        ]);
      });
    });
    afterAll(() => office.remove());

    const unmasked = (visitor: Visitor, body: unknown, id = one) =>
      visitor.post(`/api/cadres/${id}/unmasked`, body);
    const readers = async (name: string) =>
      (await (await office.as(name)).get('/api/my-record/readers')).body as {
        items: { what: string; duty: string; reason: string | null; reader: { staffNo: string } }[];
        next: string | null;
      };

    test('案卷指定的人写明理由才看得到全号；先留痕，再给看', async () => {
      expect(await unmasked(hr, { field: 'citizenId', fileId: FILE })).toMatchObject({
        status: 400,
        body: { type: '/problems/reason-missing', errors: [{ pointer: '/reason' }] },
      });
      const seen = await unmasked(hr, { field: 'citizenId', reason: '核对更正申请', fileId: FILE });
      expect(seen).toMatchObject({ status: 200, body: { value: CITIZEN_ID } });
      expect((await unmasked(hr, { field: 'phone', reason: '通知本人', fileId: FILE })).body).toEqual({
        value: PHONE,
      });
      expect((await readers('S1')).items).toMatchObject([
        { what: 'phone', duty: 'hr', reason: '通知本人', reader: { staffNo: 'hr' } },
        { what: 'citizenId', duty: 'hr', reason: '核对更正申请' },
      ]);
      const { read, tables } = office.store;
      const trail = await auditEntries(read, tables, {
        subject: one,
        actor: 'acc_hr',
        after: null,
        limit: 9,
      });
      expect(trail.items.map(({ deed, reason }) => [deed, reason])).toEqual([
        ['profile.phone.unmasked', '通知本人'],
        ['profile.citizenId.unmasked', '核对更正申请'],
      ]);
    });

    test('再发一遍同一请求不会再给一次，号码哪里都没有留下', async () => {
      const headers = { 'idempotency-key': 'the-same-key-twice' };
      const body = { field: 'citizenId', reason: '核对', fileId: FILE };
      expect((await hr.post(`/api/cadres/${one}/unmasked`, body, headers)).status).toBe(200);
      const again = await hr.post(`/api/cadres/${one}/unmasked`, body, headers);
      expect(again.status).toBe(409);
      expect(again.text).not.toContain(CITIZEN_ID);
      const { read, tables } = office.store;
      expect(JSON.stringify(await read.select().from(tables.idempotency))).not.toContain(CITIZEN_ID);
    });

    test.each([
      ['没有案卷', 'hr', { field: 'citizenId', reason: '想看看' }, 403],
      ['别人的案卷', 'hr', { field: 'citizenId', reason: '想看看', fileId: 'fil_other' }, 403],
      ['没有的案卷', 'hr', { field: 'citizenId', reason: '想看看', fileId: 'fil_none' }, 403],
      ['案卷里已经不是承办人', 'head', { field: 'citizenId', reason: '想看看', fileId: FILE }, 403],
      ['不在案卷中', 'S7', { field: 'citizenId', reason: '想看看', fileId: FILE }, 403],
      ['同事', 'S2', { field: 'citizenId', reason: '想看看', fileId: FILE }, 404],
    ])('%s：看不到，也不算看过', async (_what, name, body, status) => {
      const before = (await readers('S1')).items.length;
      const answer = await unmasked(await office.as(name), body);
      expect(answer.status).toBe(status);
      expect(answer.text).not.toContain(CITIZEN_ID);
      expect((await readers('S1')).items).toHaveLength(before);
    });

    test('本人随时看得到，不留痕', async () => {
      const before = (await readers('S1')).items.length;
      const own = await unmasked(await office.as('S1'), { field: 'citizenId' });
      expect(own.body).toEqual({ value: CITIZEN_ID });
      expect((await readers('S1')).items).toHaveLength(before);
    });

    test('看档案、看结果，每人每天每样记一次；本人看自己不记', async () => {
      const three = sectionHead(3);
      const urls = [`/api/cadres/${three}`, `/api/years/${YEAR}/results/${three}`];
      for (let i = 0; i < 3; i += 1) for (const url of urls) expect((await hr.get(url)).status).toBe(200);
      const own = await office.as('cadre');
      await own.get(`/api/cadres/${three}`);
      await own.get(`/api/my-record/${YEAR}`);
      const seen = (await own.get('/api/my-record/readers')).body as { items: { what: string }[] };
      expect(seen.items.map(({ what }) => what).sort()).toEqual(['profile', 'result']);
      office.app.clock.now += 24 * 3_600_000;
      const later = await office.app.visitorAs('acc_hr');
      await later.get(urls[0]!);
      const cadre = await office.app.visitorAs('acc_cadre');
      const now = (await cadre.get('/api/my-record/readers?limit=2')).body as {
        items: { what: string }[];
        next: string;
      };
      expect(now.items.map(({ what }) => what)).toContain('profile');
      const rest = (await cadre.get(`/api/my-record/readers?limit=2&after=${now.next}`)).body as {
        items: unknown[];
        next: string | null;
      };
      expect([now.items.length, rest.items.length, rest.next]).toEqual([2, 1, null]);
    });

    test('同时看两次也只记一次', async () => {
      const reader = await office.app.visitorAs('acc_head2');
      const url = `/api/cadres/${sectionHead(5)}`;
      const answers = await Promise.all(Array.from({ length: 5 }, () => reader.get(url)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
      const { read, tables } = office.store;
      const rows = await read.select().from(tables.recordReads);
      expect(rows.filter(({ reader: who }) => who === 'acc_head2')).toHaveLength(1);
    });
  });
});
