// 试算 over HTTP: what would be if a finding were another; for whoever may ask, about whom he may, and nothing is kept.
import { getTableName } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { addRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import type { TrialRecords, TrialView } from '../../server/trials/trials.contract.ts';
import type { Answer } from '../support/app.ts';
import { nameOf } from '../support/meeting.ts';
import { anInaction, NOON } from '../support/rows.ts';
import { principal, sectionHead, YEAR } from '../support/school.ts';
import { act } from '../support/store.ts';
import { aLedgerFile, anInactionFile, aYearEnd, type YearEnd } from '../support/year-end.ts';

type Trial = z.infer<typeof TrialView>;
type Records = z.infer<typeof TrialRecords>;
type Change = { recordId: string; finding: string };

const pointersOf = ({ body }: Answer) =>
  (body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer);
/** What grows with every look: who looked, and the log of it. */
const OF_LOOKING = /^(record_reads|denials|audit_|log_|sessions)/u;

describe('试算', () => {
  let year: YearEnd;
  const rowCounts = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const table of Object.values(year.tables))
      counts[getTableName(table)] = (await year.read.select().from(table)).length;
    return counts;
  };
  const lasting = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).filter(([name]) => !OF_LOOKING.test(name)));
  const records = async (who: string, cadreId: string): Promise<Answer> =>
    (await year.as(who)).get(`/api/trials/records?year=${YEAR}&cadreId=${cadreId}`);
  const compute = async (who: string, cadreId: string, ...changes: Change[]): Promise<Answer> =>
    (await year.as(who)).post('/api/trials', { year: YEAR, cadreId, changes });
  const asTrial = ({ status, text, body }: Answer): Trial => {
    expect(status, text).toBe(200);
    return body as Trial;
  };
  const exempt = { recordId: 'con_upheld', finding: 'exempt' };

  beforeAll(async () => {
    year = await aYearEnd('sqlite');
    const { store, tables } = year;
    await year.put(
      'conductRecords',
      anInaction({
        id: 'con_before',
        cadreId: sectionHead(6),
        occurredOn: '2025-12-20',
        notifiedOn: '2026-01-05',
      }),
      anInaction({ id: 'con_after', cadreId: sectionHead(6), occurredOn: '2027-01-20', notifiedOn: null }),
      anInaction({
        id: 'con_secret',
        cadreId: sectionHead(6),
        code: '2.1',
        area: 2,
        conditions: [],
        finding: 'open',
      }),
      anInaction({ id: 'con_kin', cadreId: sectionHead(8) }),
    );
    await year.put(
      'files',
      aLedgerFile({ id: 'file_s', machine: 'inaction', state: 'answered', cadreId: sectionHead(6) }),
    );
    const said = anInactionFile({ fileId: 'file_s', code: '2.1', conditions: [], recordId: 'con_secret' });
    await year.put('inactionFiles', said);
    const relation: Row<'relations'> = {
      ...{
        id: 'rel_1',
        cadreId: sectionHead(7),
        kind: 'relative',
        otherCadreId: sectionHead(8),
        unitId: null,
      },
      ...{ namedStaffNo: null, namedAs: null, detail: '虚构', state: 'confirmed', declaredBy: 'acc_S7' },
      ...{ declaredAt: NOON, decidedBy: null, decidedAt: null, decidedReason: null, version: 1 },
    };
    await store.write(act('relation.declared'), (tx, changed) =>
      addRows(tx, changed, tables.relations, [relation]),
    );
  });
  afterAll(() => year.remove());

  test('免责后总分正好加回这条记录扣的分，位次随之变化；还没有测算过也能试', async () => {
    const { before, after, lines, pool } = asTrial(await compute('hr', sectionHead(6), exempt));
    const [line, ...others] = lines;
    expect(others).toEqual([]);
    expect(line).toMatchObject({ recordId: 'con_upheld', after: { points: 0 } });
    expect(line!.before!.points).toBeLessThan(0);
    expect(after.total! - before.total!).toBe(0 - line!.before!.points);
    expect(before.deductions - after.deductions).toBe(0 - line!.before!.points);
    expect([before.base, after.base]).toEqual([9200, 9200]);
    expect(line!.after!.because.zh).not.toBe(line!.before!.because.zh);
    // Those above: 95, 94, three with 93; and the one whose initiative lifts him.
    expect(after.position!.place).toBeLessThan(before.position!.place);
    expect([before.position!.of, after.position!.of]).toEqual([21, 21]);
    expect(pool).toMatchObject({ name: '科级', places: 4 });
  });

  test('以前的记录也能试：它使后来的同类行为加重', async () => {
    const { body } = await records('hr', sectionHead(6));
    const { records: listed, name } = body as Records;
    expect(name).toBe('科长6');
    expect(listed.map(({ id, countsHere, finding }) => [id, countsHere, finding])).toEqual([
      ['con_upheld', true, 'upheld'],
      ['con_before', false, 'upheld'],
    ]);
    expect(listed[0]!.choices.map(({ finding }) => finding)).toEqual([
      ...['upheld', 'mitigated', 'exempt', 'dismissed'],
    ]);
    const trial = await compute('hr', sectionHead(6), { recordId: 'con_before', finding: 'dismissed' });
    const { before, after, lines } = asTrial(trial);
    expect(after.total!).toBeGreaterThan(before.total!);
    expect(lines.map(({ recordId }) => recordId)).toEqual(['con_upheld']);
  });

  test('担当记录不成立，加分没有了；与现状相同的试算什么也不变', async () => {
    const { before, after } = asTrial(
      await compute('hr', sectionHead(7), { recordId: 'con_led', finding: 'dismissed' }),
    );
    expect([before.credits > 0, after.credits]).toEqual([true, 0]);
    const same = asTrial(await compute('hr', sectionHead(7), { recordId: 'con_led', finding: 'verified' }));
    expect(same.after).toEqual(same.before);
    expect(same.lines).toEqual([]);
    expect(same.findings).toEqual({ gone: [], come: [] });
  });

  test('什么也不留下：除了谁看过；再试一次，一行也不多', async () => {
    const before = await rowCounts();
    asTrial(await compute('head', sectionHead(6), exempt));
    const after = await rowCounts();
    expect(lasting(after)).toEqual(lasting(before));
    expect(after['record_reads']).toBe(before['record_reads']! + 1);
    expect((await year.read.select().from(year.tables.recordReads)).at(-1)).toMatchObject({
      ...{ cadreId: sectionHead(6), what: 'result', duty: 'hr_head', reader: 'acc_head' },
    });
    const stored = await year.read.select().from(year.tables.conductRecords);
    asTrial(await compute('head', sectionHead(6), exempt, { recordId: 'con_before', finding: 'exempt' }));
    expect(await rowCounts()).toEqual(after);
    expect(await year.read.select().from(year.tables.conductRecords)).toEqual(stored);
  });

  test('答复里没有别人：没有姓名、编号、分数', async () => {
    const { text } = await compute('hr', sectionHead(6), exempt);
    for (const n of [1, 2, 3, 4, 5, 7])
      expect(text).not.toMatch(new RegExp(`科长${n}|${sectionHead(n)}`, 'u'));
    expect(text).not.toMatch(/9500|9400|9300/u);
  });

  test('没有这项权限的一律 403，本人也不行', async () => {
    for (const who of ['leader', 'B1', 'S1', 'cadre']) {
      expect((await compute(who, sectionHead(3), exempt)).status, who).toBe(403);
      expect((await records(who, sectionHead(3))).status, who).toBe(403);
    }
    const nobody = year.app.visitor();
    expect((await nobody.get(`/api/trials/records?year=${YEAR}&cadreId=${sectionHead(3)}`)).status).toBe(401);
  });

  test('不为自己、不为亲属试算：403，留痕；范围之外的人 404', async () => {
    const denials = async () => (await year.read.select().from(year.tables.denials)).length;
    const before = await denials();
    const led = { recordId: 'con_led', finding: 'dismissed' };
    const kin = { recordId: 'con_kin', finding: 'exempt' };
    expect(nameOf(await compute('S7', sectionHead(7), led))).toBe('recused');
    expect(nameOf(await compute('S7', sectionHead(8), kin))).toBe('recused');
    expect(nameOf(await records('S7', sectionHead(8)))).toBe('recused');
    expect(await denials()).toBe(before + 3);
    asTrial(await compute('S7', sectionHead(6), exempt));
    // S9 answers for the college: the registry's people are not there for him.
    expect((await records('S9', sectionHead(1))).status).toBe(200);
    for (const cadreId of [sectionHead(6), principal(2), 'cad_nobody']) {
      expect((await records('S9', cadreId)).status).toBe(404);
      expect((await compute('S9', cadreId, exempt)).status).toBe(404);
    }
    const other = { year: YEAR + 1, cadreId: sectionHead(6), changes: [exempt] };
    expect((await (await year.as('hr')).post('/api/trials', other)).status).toBe(404);
  });

  test('别人的记录、没有的记录、以后的记录、重复的记录、不合的认定：逐处指出', async () => {
    const wrong: [Change[], string[]][] = [
      [[{ recordId: 'con_led', finding: 'dismissed' }], ['/changes/0/recordId']],
      [[{ recordId: 'con_none', finding: 'dismissed' }], ['/changes/0/recordId']],
      [[{ recordId: 'con_after', finding: 'dismissed' }], ['/changes/0/recordId']],
      [[exempt, { recordId: 'con_upheld', finding: 'upheld' }], ['/changes/1/recordId']],
      [[{ recordId: 'con_upheld', finding: 'verified' }], ['/changes/0/finding']],
    ];
    for (const [changes, pointers] of wrong) {
      const answer = await compute('hr', sectionHead(6), ...changes);
      expect([answer.status, nameOf(answer)]).toEqual([422, 'not-to-try']);
      expect(pointersOf(answer)).toEqual(pointers);
    }
    expect((await compute('hr', sectionHead(6))).status).toBe(400);
    expect((await compute('hr', sectionHead(6), { recordId: 'con_upheld', finding: 'open' })).status).toBe(
      400,
    );
  });

  test('未决的案卷只有承办人能试；对别人就像没有这条记录', async () => {
    const secret = { recordId: 'con_secret', finding: 'upheld' };
    const ids = async (who: string) =>
      ((await records(who, sectionHead(6))).body as Records).records.map(({ id }) => id);
    expect(await ids('hr')).not.toContain('con_secret');
    expect(pointersOf(await compute('hr', sectionHead(6), secret))).toEqual(['/changes/0/recordId']);
    expect((await compute('hr', sectionHead(6), exempt)).text).not.toContain('con_secret');
    // Whoever names the officers of a file is one of them.
    expect(await ids('head')).toContain('con_secret');
    const { before, after, lines } = asTrial(await compute('head', sectionHead(6), secret));
    expect(after.total!).toBeLessThan(before.total!);
    expect(lines.map(({ recordId }) => recordId)).toContain('con_secret');
    const named = { staffNo: 'hr', principal: 'hr', reason: '按分工承办' };
    const head = await year.as('head');
    expect((await head.post('/api/files/file_s/assignments', named)).status).toBe(200);
    expect(await ids('hr')).toContain('con_secret');
    asTrial(await compute('hr', sectionHead(6), secret));
  });

  test('已归档的年度也能试算', async () => {
    await year.change('years', await year.kept(), { state: 'archived' });
    const { before, after } = asTrial(await compute('hr', sectionHead(6), exempt));
    expect(after.total!).toBeGreaterThan(before.total!);
  });
});
