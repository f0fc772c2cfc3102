// One import a year: tried first, taken whole or not at all, the former kept; time limits follow it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditEntries } from '../../../db/queries/audit.ts';
import { calendarInForce, missingYears } from '../../../server/calendar/calendar-in-force.ts';
import { oddDaysIn, placesWrong, workingDaysIn } from '../../../server/calendar/plan-calendar.ts';
import { demoCalendars } from '../../../server/demo/calendars.ts';
import { deadline } from '../../../server/procedures/working-days.ts';
import { anApp, type TestApp, type Visitor, withAccounts } from '../../support/app.ts';
import { fileRequest } from '../../support/calendar.ts';
import { engines } from '../../support/store.ts';

const CSV = `日期,类别,名称
2026-01-01,放假,元旦
2026年1月2日,放假,元旦
2026.01.03,休,元旦
20260104,上班,元旦
2026-02-15,放假,春节
2026-02-16,放假,春节
2026-02-17,放假,春节
2026-02-14,补班,春节
`;
const SOURCE = '国办发明电〔2025〕7号';
interface DryRun {
  readonly days: readonly { day: string; kind: string; name: string }[];
  readonly replaces: string | null;
  readonly workingDays: number;
  readonly oddDays: readonly string[];
  readonly problems: readonly { row: number; column: string; code: string }[];
}
interface View {
  readonly years: readonly {
    id: string;
    year: number;
    source: string;
    workingDays: number;
    days: unknown[];
  }[];
  readonly missing: readonly number[];
}

describe.each(engines)('工作日历 on $dialect', ({ dialect, isHere }) => {
  let tested: TestApp;
  let head: Visitor;
  let leader: Visitor;

  beforeAll(async () => {
    if (!isHere) return;
    tested = await anApp(dialect);
    await withAccounts(tested, [
      { staffNo: 'head', role: 'hr_head' },
      { staffNo: 'leader', role: 'leader' },
    ]);
    head = await tested.visitorAs('acc_head');
    leader = await tested.visitorAs('acc_leader');
  });
  afterAll(async () => {
    if (isHere) await tested.remove();
  });

  async function tried(text: string, year = 2026): Promise<DryRun> {
    const { body, headers } = fileRequest(text);
    const answer = await head.post(`/api/calendar/${year}/dry-runs`, body, headers);
    expect(answer.status).toBe(200);
    return answer.body as DryRun;
  }
  const put = (body: object, year = 2026) => head.send('PUT', `/api/calendar/${year}`, body);

  test.runIf(isHere)('没有日历时如实说：今年和（12 月起）明年都缺，组织部负责人有待办', async () => {
    expect((await leader.get('/api/calendar')).body).toEqual({ years: [], missing: [2026, 2027] });
    const todos = (await head.get('/api/todo')).body as { items: { kind: string; href: string }[] };
    const wanted = todos.items.filter(({ kind }) => kind === 'calendarToImport');
    expect(wanted).toMatchObject([{ href: '/calendar?year=2026', count: 2 }]);
    const others = (await leader.get('/api/todo')).body as { items: { kind: string }[] };
    expect(others.items.some(({ kind }) => kind === 'calendarToImport')).toBe(false);
    expect(missingYears('2026-11-30', new Set([2026]))).toEqual([]);
    expect(missingYears('2026-12-01', new Set([2026]))).toEqual([2027]);
  });

  test.runIf(isHere)('试导入什么也不写；各种写法的日期都认得', async () => {
    const result = await tried(CSV);
    expect(result).toMatchObject({ holidays: 6, workdays: 2, replaces: null, problems: [], oddDays: [] });
    // 261 weekdays; 1, 2 January and 16, 17 February off; two weekend days worked.
    expect(result.workingDays).toBe(261 - 4 + 2);
    expect(result.days[0]).toEqual({ day: '2026-01-01', kind: 'holiday', name: '元旦' });
    expect((await leader.get('/api/calendar')).body).toMatchObject({ years: [] });
  });

  test.runIf(isHere)('不合适的行按行列指出', async () => {
    const result = await tried(
      '日期\t类别\t名称\n2025-12-31\t放假\t元旦\n2026-02-30\t放假\t春节\n2026-05-01\t值班\t劳动节\n2026-05-02\t放假\t\n2026-10-01\t放假\t国庆\n2026-10-01\t放假\t国庆\n2026-10-12\t上班\t国庆\n',
    );
    expect(result.problems.map(({ row, column, code }) => `${column}${row} ${code}`)).toEqual([
      'A2 outOfRange',
      'A3 impossibleDay',
      'B4 notInDictionary',
      'C5 missingRequired',
      'A7 duplicateKey',
    ]);
    expect(result.oddDays).toEqual(['2026-10-12']);
    expect((await tried('日期,类别,名称\n')).problems).toMatchObject([{ code: 'missingRequired' }]);
    expect((await tried('甲,乙\n1,2\n')).problems.length).toBeGreaterThan(0);
  });

  test.runIf(isHere)('导入即生效，留痕；再导入取代前一份，前一份仍在', async () => {
    const { days } = await tried(CSV);
    const first = await put({ source: SOURCE, days, replaces: null });
    expect(first.status).toBe(200);
    const { years, missing } = first.body as View;
    expect(missing).toEqual([2027]);
    expect(years).toMatchObject([{ year: 2026, source: SOURCE, workingDays: 259, days }]);
    const { read, tables } = tested.home.store;
    const limit = { count: 2, unit: 'workingDays' } as const;
    const calendar = await calendarInForce(read, tables);
    // Served on Friday the 13th: the make-up Saturday counts, the three days off do not.
    expect(deadline(calendar, '2026-02-13', limit)).toEqual({ lastDay: '2026-02-18', assumedYears: [] });

    const stale = await put({ source: SOURCE, days, replaces: null });
    expect(stale).toMatchObject({ status: 409, body: { type: '/problems/calendar-changed' } });
    const { replaces } = await tried(CSV);
    expect(replaces).toBe(years[0]!.id);
    const second = await put({ source: '更正后的通知', days: days.slice(0, 4), replaces });
    expect(second.body).toMatchObject({ years: [{ year: 2026, source: '更正后的通知' }] });
    const kept = await read.select().from(tables.calendarYears);
    expect(kept.filter(({ replacedAt }) => replacedAt !== null).map(({ id }) => id)).toEqual([replaces]);
    const subject = 'calendar/2026';
    const { items } = await auditEntries(read, tables, { subject, actor: null, after: null, limit: 9 });
    expect(items.map(({ deed, actor }) => `${deed} ${actor}`)).toEqual(
      Array.from({ length: 2 }, () => 'calendar.imported acc_head'),
    );
    expect((await calendarInForce(read, tables)).days.has('2026-02-15')).toBe(false);
  });

  test.runIf(isHere)('不经试导入直接递交，也逐日核对', async () => {
    const day = { kind: 'holiday', name: '元旦' };
    const twice = [
      { ...day, day: '2028-01-01' },
      { ...day, day: '2028-01-01' },
      { ...day, day: '2027-12-31' },
      { ...day, day: '2028-02-30' },
    ];
    const refused = await put({ source: SOURCE, days: twice, replaces: null }, 2028);
    expect(refused.status).toBe(422);
    expect((refused.body as { errors: { pointer: string }[] }).errors.map(({ pointer }) => pointer)).toEqual([
      '/days/1/day',
      '/days/2/day',
      '/days/3/day',
    ]);
    // Kinds the wrong way round: a hundred weekdays off.
    const hundred = Array.from({ length: 12 }, (_, month) => month + 1).flatMap((month) =>
      Array.from({ length: 10 }, (_, date) => ({
        ...day,
        day: `2028-${String(month).padStart(2, '0')}-${String(date + 1).padStart(2, '0')}`,
      })),
    );
    const implausible = await put({ source: SOURCE, days: hundred, replaces: null }, 2028);
    expect(implausible).toMatchObject({ status: 422, body: { type: '/problems/calendar-implausible' } });
    expect((await put({ source: SOURCE, days: [], replaces: null }, 2028)).status).toBe(400);
  });

  test.runIf(isHere)('模板读回来是空的；别的身份写不了', async () => {
    const template = await head.get('/api/calendar/template?year=2027');
    expect(template.status).toBe(200);
    expect(template.headers['content-type']).toContain('spreadsheet');
    const { days } = await tried(CSV);
    const denied = await leader.send('PUT', '/api/calendar/2026', { source: SOURCE, days, replaces: null });
    expect(denied.status).toBe(403);
    expect((await tested.visitor().get('/api/calendar')).status).toBe(401);
  });
});

test('演示用的日历：全年工作日数与国务院办公厅公布的一致，没有多余的补班日', () => {
  // The year less 104 days of rest (in 2024 as in the others) and 11 statutory holidays, 13 from 2025 on.
  expect(demoCalendars.map(({ year, days }) => [year, workingDaysIn(year, days)])).toEqual([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ]);
  for (const { year, days } of demoCalendars) {
    expect(placesWrong(days, year)).toEqual([]);
    expect(oddDaysIn(days)).toEqual([]);
  }
});
