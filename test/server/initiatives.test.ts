// 担当作为记录 over HTTP: the whole paths, and what the ledger is told after every step.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows } from '../../db/rows.ts';
import { initiativeFinding } from '../../server/conduct/initiative-record.ts';
import type { Answer } from '../support/app.ts';
import { aFileOffice, bodyOf, type FileOffice } from '../support/file-office.ts';
import { aDeed, type Initiatives, initiativesOf, machine, STATES } from '../support/initiatives.ts';
import { anInitiative, aYear } from '../support/rows.ts';
import { act, engines } from '../support/store.ts';

/** procedures.md section 3, word for word; everything else is open. */
const VERIFIED = [
  ...['verified', 'challenged', 'answered', 'revocation_served', 'appealed_revocation', 'verified_closed'],
];
const DISMISSED = ['rejected', 'appealed', 'dismissed', 'revoked'];
const findingAt = (state: string): string =>
  VERIFIED.includes(state) ? 'verified' : DISMISSED.includes(state) ? 'dismissed' : 'open';

const problemOf = ({ body }: Answer) => (body as { type: string }).type;
const pointersOf = ({ body }: Answer) =>
  (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);

test('机器的每个状态都有对应的认定结果', () => {
  expect(STATES).toHaveLength(15);
  for (const state of STATES) expect([state, initiativeFinding(state)]).toEqual([state, findingAt(state)]);
});

describe.each(engines)('担当作为记录 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let office: FileOffice;
    let files: Initiatives;
    beforeAll(async () => {
      office = await aFileOffice(dialect);
      files = initiativesOf(office);
    });
    afterAll(() => office.remove());

    const stateOf = async (id: string) => (await office.fileOf(id)).state;
    const dayNow = () => new Date(office.app.clock.now + 8 * 3_600_000).toISOString().slice(0, 10);

    test('填报、他人核实并更正层级、公示、期满认定，进入台账', { timeout: 60_000 }, async () => {
      const { id } = bodyOf(await files.draft('subject', { level: 'provincial', factId: '导师组' }));
      await files.fired('subject', id, 'submit', { reason: undefined });
      expect(await files.recordOf(id)).toBeUndefined();
      const data = { level: 'school', levelReason: '文件由学校印发' };
      const checked = await files.fired('hr', id, 'verify', { data });
      expect(checked.initiative).toMatchObject({ level: 'school', facts: { levelReason: '文件由学校印发' } });
      expect(await files.recordOf(id)).toMatchObject({
        ...{ ledger: 'initiative', cadreId: 'cad_subject', area: 2, quality: 'explore', level: 'school' },
        ...{ role: 'lead', finding: 'open', factId: '导师组', countsOn: null, weighedAt: null },
      });
      await files.fired('hr', id, 'publicise', { reason: undefined });
      const noticed = (await (await files.as('other')).get('/api/public-notices')).body as {
        items: { id: string; personName: string; lastDay: string; version: number }[];
      };
      expect(noticed.items).toMatchObject([
        { id, personName: '李明', level: 'school', lastDay: '2027-01-07', version: 4 },
      ]);
      // Thursday 2026-12-31: five working days end on the Thursday after.
      await files.later(7);
      expect(await stateOf(id)).toBe('public_notice');
      await files.later(1);
      expect(await stateOf(id)).toBe('verified');
      expect(await files.recordOf(id)).toMatchObject({ finding: 'verified', countsOn: null });
      expect((await files.recordOf(id))!.weighedAt).toBeGreaterThan(0);
      const after = (await (await files.as('other')).get('/api/public-notices')).body as { items: unknown[] };
      expect(after.items).toEqual([]);
      expect((await files.read('other', id)).status).toBe(404);
    });

    test('不予认定、申诉、撤销原决定、公示、认定', { timeout: 60_000 }, async () => {
      const id = await files.fileIn('submitted');
      expect(problemOf(await files.fire('hr', id, 'reject', { reason: undefined }))).toBe(
        '/problems/reason-missing',
      );
      await files.fired('hr', id, 'reject', { reason: '看不出本人起了什么作用' });
      expect(await files.recordOf(id)).toBeUndefined();
      await files.signed(id);
      const data = { grounds: '会议纪要写明由本人牵头' };
      const appealed = await files.fired('subject', id, 'appeal', { data, reason: undefined });
      expect(appealed.initiative.facts).toMatchObject({
        finding: 'dismissed',
        said: [{ event: 'appeal', text: '会议纪要写明由本人牵头' }],
      });
      expect(problemOf(await files.fire('appealBody', id, 'overturn'))).toMatch(/not-found/u);
      await files.decideAppeal(id, 'overturn');
      expect(await stateOf(id)).toBe('checked');
      expect(await files.recordOf(id)).toMatchObject({ finding: 'open' });
      await files.fired('hr2', id, 'publicise');
      await files.later(10);
      expect(await files.recordOf(id)).toMatchObject({ finding: 'verified' });
    });

    test('质疑、答复、撤销、申诉期满，台账不再计入', { timeout: 60_000 }, async () => {
      const id = await files.fileIn('verified');
      await files.fired('inspector', id, 'challenge', { reason: '牵头人另有其人' });
      expect((await files.recordOf(id))!.finding).toBe('verified');
      await files.signed(id);
      const data = { statement: '分工文件写明由本人牵头' };
      await files.fired('subject', id, 'respond', { data, reason: undefined });
      expect((await files.fire('head', id, 'revoke')).status).toBe(403);
      expect((await files.assign('head2', id, 'head', 'hr_head')).status).toBe(200);
      await files.fired('head', id, 'revoke', { reason: '材料不足以证明' });
      expect(await stateOf(id)).toBe('revocation_served');
      expect((await files.recordOf(id))!.finding).toBe('verified');
      const { weighedAt } = (await files.recordOf(id))!;
      await files.signed(id);
      await files.later(30);
      expect(await stateOf(id)).toBe('revocation_served');
      await files.later(1);
      expect(await stateOf(id)).toBe('revoked');
      expect(await files.recordOf(id)).toMatchObject({ finding: 'dismissed' });
      expect((await files.recordOf(id))!.weighedAt).toBeGreaterThan(weighedAt!);
    });

    test('撤销后申诉，申诉机构撤销原决定：仍然计入', { timeout: 60_000 }, async () => {
      const id = await files.fileIn('revocation_served');
      await files.signed(id);
      await files.fired('subject', id, 'appeal', { data: { grounds: '未看到新材料' }, reason: undefined });
      await files.decideAppeal(id, 'overturn');
      expect([await stateOf(id), (await files.recordOf(id))!.finding]).toEqual(['verified', 'verified']);
    });

    test('不答复：期满也进入复核', async () => {
      const id = await files.fileIn('challenged');
      await files.signed(id);
      await files.later(20);
      expect(await stateOf(id)).toBe('answered');
    });

    test('走遍机器：每个事件之后，台账与状态一致', { timeout: 120_000 }, async () => {
      for (const event of machine.events) {
        const id = await files.fileIn(event.from);
        await files.carried(id, event);
        const record = await files.recordOf(id);
        const events = (await office.events(id)).map(({ toState }) => toState);
        const isTold = events.includes('checked');
        expect([event.from, event.event, record?.finding]).toEqual([
          ...[event.from, event.event, isTold ? findingAt(event.to) : undefined],
        ]);
        const weighs = events.some((state) => VERIFIED.includes(state));
        expect(record?.weighedAt != null).toBe(weighs);
      }
    });

    test('年度已归档才认定的，计入认定之日的年度；同一事实的另一条随之', { timeout: 60_000 }, async () => {
      const { store } = office;
      const archived = { ...aYear(2024), state: 'archived' as const };
      await store.write(act('year.archived'), (tx, changed) =>
        addRows(tx, changed, store.tables.years, [archived]),
      );
      const late = { occurredOn: '2024-06-01', factId: '补录' };
      const beside = await files.fileIn('checked', 'leader', { ...late, role: 'core' });
      const id = await files.fileIn('public_notice', 'leader', late);
      await files.later(10);
      expect(await files.recordOf(id)).toMatchObject({ finding: 'verified', countsOn: dayNow() });
      expect(await files.recordOf(beside)).toMatchObject({ finding: 'open', countsOn: dayNow() });
    });

    test('年度归档后复核维持：随即随年度关闭，不再可质疑', { timeout: 60_000 }, async () => {
      const id = await files.fileIn('verified', 'leader', { occurredOn: '2023-06-01' });
      await files.fired('hr', id, 'challenge');
      const { store } = office;
      await store.write(act('year.archived'), (tx, changed) =>
        addRows(tx, changed, store.tables.years, [{ ...aYear(2023), state: 'archived' as const }]),
      );
      await files.signed(id);
      await files.later(20);
      expect((await files.assign('head2', id, 'head', 'hr_head')).status).toBe(200);
      await files.fired('head', id, 'keep');
      expect(await stateOf(id)).toBe('verified');
      await files.later(0);
      expect(await stateOf(id)).toBe('verified_closed');
      expect(await files.recordOf(id)).toMatchObject({ finding: 'verified' });
      expect(problemOf(await files.fire('hr', id, 'challenge'))).toBe('/problems/event-not-open');
    });

    test('同一事实的记录须同一方面、品质、年度：起草时、提交时、核实时都拦下，并说出是哪一条', async () => {
      const factId = `事实${dialect}`;
      await files.fileIn('checked', 'leader', { factId });
      const wrong = [{ area: 3 }, { quality: 'deliver' }, { occurredOn: '2025-05-03' }];
      for (const more of wrong) {
        const answer = await files.draft('subject', { factId, ...more });
        expect(answer).toMatchObject({ status: 422, body: { type: '/problems/initiative-fact-incoherent' } });
        expect(pointersOf(answer)).toEqual(['/factId']);
        expect(answer.text).toContain('2026-05-03');
      }
      // Who may not know of a pending record is told that there is one, not which.
      const hidden = await files.draft('supervisor', { staffNo: 'subject', factId, area: 3 });
      expect(hidden.status).toBe(422);
      expect(hidden.text).not.toContain('2026-05-03');
      expect((await files.draft('subject', { factId, role: 'core' })).status).toBe(200);
      // A draft that was right when it was written may not be so any more.
      const other = `${factId}二`;
      const late = bodyOf(await files.draft('subject', { factId: other, area: 3 }));
      await files.fileIn('submitted', 'leader', { factId: other });
      expect(await files.fire('subject', late.id, 'submit')).toMatchObject({
        status: 422,
        body: { type: '/problems/closed-by-facts' },
      });
      const amended = await (
        await files.as('subject')
      ).send('PUT', `/api/conduct/initiatives/${late.id}`, {
        ...aDeed({ factId: other, area: 3 }),
        version: 1,
      });
      expect(problemOf(amended)).toBe('/problems/initiative-fact-incoherent');
      // What an import brought in meanwhile stands in the way at verification.
      const third = `${factId}三`;
      const id = await files.fileIn('submitted', 'leader', { factId: third });
      const { store } = office;
      const imported = { id: `con_${third}`, cadreId: 'cad_subject', factId: third, area: 4 as const };
      await store.write(act('conduct.imported'), (tx, changed) =>
        addRows(tx, changed, store.tables.conductRecords, [anInitiative(imported)]),
      );
      const refused = await files.fire('hr', id, 'verify');
      expect(refused).toMatchObject({ status: 422, body: { type: '/problems/closed-by-facts' } });
      expect(refused.text).toContain('落实分工任务');
      expect(await stateOf(id)).toBe('submitted');
    });

    test('核实与填报不一致须写理由；一致则不必', async () => {
      const id = await files.fileIn('submitted');
      const bare = await files.fire('hr', id, 'verify', { data: { level: 'unit', role: 'core' } });
      expect(bare.status).toBe(422);
      expect(pointersOf(bare)).toEqual(['/data/levelReason', '/data/roleReason']);
      expect(await stateOf(id)).toBe('submitted');
      const same = await files.fired('hr', id, 'verify', { data: { level: 'school', role: 'lead' } });
      expect(same.initiative).toMatchObject({ level: 'school', role: 'lead' });
      expect((await files.fire('hr', id, 'verify', { data: { points: 5 } })).status).toBe(400);
    });

    test('每一步都有审计记录，公示和不予认定都送达本人', async () => {
      const id = await files.fileIn('submitted', 'subject');
      await files.fired('hr', id, 'reject');
      const body = (await files.read('subject', id)).body as { deliveries: { isMine: boolean }[] };
      expect(body.deliveries).toMatchObject([{ isMine: true }]);
      const entries = (await office.store.read.select().from(office.store.tables.auditEntries)).filter(
        ({ subject }) => subject === id,
      );
      expect(entries.map(({ deed }) => deed)).toEqual([
        ...['initiative.drafted', 'initiative.submit', 'initiative.reject'],
      ]);
    });
  });
});
