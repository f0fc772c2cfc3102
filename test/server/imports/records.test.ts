import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { NewSheet } from '../../../server/adapters/spreadsheet.ts';
import { conductWorkbook, constraintsWorkbook } from '../../../server/imports/templates.ts';
import {
  aRoster,
  bringSheets,
  head,
  type Imports,
  importsOver,
  staffNoOf,
  trySheets,
} from '../../support/imports.ts';
import { aStore, type TestStore } from '../../support/store.ts';

let home: TestStore;
let here: Imports;
beforeAll(async () => {
  home = await aStore('sqlite');
  here = importsOver(home);
  await bringSheets(here, aRoster(6), { kind: 'roster' });
});
afterAll(() => home?.remove());

const [staffNo, other] = [staffNoOf(0), staffNoOf(1)];
const codesOf = async (kind: 'constraints' | 'conduct', sheets: readonly NewSheet[]) =>
  (await trySheets(here, sheets, { kind })).problems.map(({ sheet, header, code }) => [sheet, header, code]);

const leave = { staffNo, type: 'sick', from: '2026-01-01', to: '2026-03-01' } as const;
const inaction = {
  staffNo,
  code: '1.4',
  occurredOn: '2025-05-03',
  severity: 'general',
  responsibility: 'direct',
  finding: 'upheld',
  conditions: ['keyWorkMissed'],
  documentNo: '校纪〔2025〕1号',
  summary: '重点工作未按期完成',
} as const;
const initiative = {
  staffNo,
  area: 2,
  quality: 'explore',
  occurredOn: '2025-03-01',
  level: 'school',
  role: 'lead',
  finding: 'verified',
  documentNo: '校发〔2025〕7号',
  summary: '率先试点',
} as const;

describe('constraints', () => {
  test('each kind finds its columns, and waits for a second person', async () => {
    const sheets = constraintsWorkbook({
      disciplines: [
        { staffNo, source: 'party', measure: 'party.probation', effectiveOn: '2026-03-01', months: 24 },
        {
          staffNo: other,
          source: 'organisational',
          measure: 'organisational.admonition',
          effectiveOn: '2026-04-01',
        },
      ],
      investigations: [{ staffNo, openedOn: '2026-02-01', closedOn: '2026-06-01' }],
      leaves: [leave],
      probations: [{ staffNo, from: '2026-05-01', to: '2027-04-30' }],
      refusals: [{ staffNo: other, year: 2025 }],
    });
    const batch = await bringSheets(here, sheets, { kind: 'constraints' });
    expect(batch.counts).toMatchObject({ added: 6, updated: 0 });
    const rows = await home.store.read.select().from(home.store.tables.constraints);
    expect(
      rows.map(({ kind, measure, months, confirmedAt }) => [kind, measure, months, confirmedAt]),
    ).toEqual(
      expect.arrayContaining([
        ['discipline', 'probation', 24, null],
        ['discipline', 'admonition', null, null],
        ['refusedAppraisal', null, null, null],
      ]),
    );
    const decision = { kind: 'constraints' as const, id: batch.id, version: 1, reason: '已核对' };
    await here.batches.decide(head, { ...decision, event: 'confirm' });
    const longer = constraintsWorkbook({ leaves: [{ ...leave, to: '2026-04-01' }] });
    expect((await trySheets(here, longer, { kind: 'constraints' })).counts).toMatchObject({ updated: 1 });
  });

  test('what cannot be is refused where it stands', async () => {
    const sheets = constraintsWorkbook({
      disciplines: [
        { staffNo, source: 'party', measure: 'administrative.warning', effectiveOn: '2026-03-02' },
        { staffNo, source: 'party', measure: 'party.probation', effectiveOn: '2026-03-03', months: 18 },
      ],
      investigations: [{ staffNo, openedOn: '2026-07-01', closedOn: '2026-06-01' }],
      leaves: [{ ...leave, from: '2026-09-02', to: '2026-09-01' }],
      refusals: [{ staffNo, year: 1900 }],
    });
    expect(await codesOf('constraints', sheets)).toEqual([
      ['处分处理', '处分处理', 'notInDictionary'],
      ['处分处理', '察看月数', 'outOfRange'],
      ['立案', '结案日期', 'toBeforeFrom'],
      ['请假', '止', 'toBeforeFrom'],
      ['拒绝考核', '年度', 'outOfRange'],
    ]);
    const { problems } = await trySheets(here, sheets, { kind: 'constraints' });
    expect(problems[0]?.suggestion).toBe('是否“党内警告”');
  });
});

describe('conduct decided in the past', () => {
  test('both ledgers come in with their documents and wait for a second person', async () => {
    const sheets = conductWorkbook({ inactions: [inaction], initiatives: [initiative] });
    const batch = await bringSheets(here, sheets, { kind: 'conduct' });
    expect(batch).toMatchObject({ counts: { added: 2 }, needsConfirmation: true });
    const rows = await home.store.read.select().from(home.store.tables.conductRecords);
    expect(rows).toMatchObject([
      {
        ledger: 'inaction',
        code: '1.4',
        area: 1,
        conditions: ['keyWorkMissed'],
        documentNo: '校纪〔2025〕1号',
      },
      { ledger: 'initiative', area: 2, quality: 'explore', level: 'school', conditions: [] },
    ]);
    await here.batches.decide(head, {
      ...{ kind: 'conduct', id: batch.id, version: 1, event: 'confirm', reason: '已核对文号' },
    });
    expect((await trySheets(here, sheets, { kind: 'conduct' })).counts).toMatchObject({ unchanged: 2 });
  });

  test('conditions that the behaviour does not have, and one fact over two areas or years, are refused', async () => {
    const next = { ...inaction, documentNo: '校纪〔2025〕2号' };
    const sheets = conductWorkbook({
      inactions: [
        { ...next, conditions: ['leadUnit'] },
        { ...next, occurredOn: '2025-06-01', code: '5.1', conditions: [], factId: 'f1' },
        { ...next, occurredOn: '2025-06-02', code: '5.2', conditions: [], factId: 'f1' },
        { ...next, occurredOn: '2024-06-02', code: '5.2', conditions: [], factId: 'f1' },
        { ...next, occurredOn: '2025-06-03', code: '2.1', conditions: [], factId: 'f1' },
      ],
      initiatives: [{ ...initiative, documentNo: '' }],
    });
    expect(await codesOf('conduct', sheets)).toEqual([
      ['不为记录', '附加条件', 'notACondition'],
      ['不为记录', '事实编号', 'incoherentFact'],
      ['不为记录', '事实编号', 'incoherentFact'],
      ['担当记录', '文号', 'missingRequired'],
    ]);
  });
});
