import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyStore } from '../../db/audit-log/verify.ts';
import { runsOf } from '../../db/queries/runs.ts';
import { yearsKept } from '../../db/queries/years.ts';
import { evaluate } from '../../scoring/index.ts';
import type { ResultListItem } from '../../server/appraisals/appraisals.contract.ts';
import { bundleOfRun, resultOfRun } from '../../server/appraisals/stored-run.ts';
import { command as evaluateCommand } from '../../server/commands/evaluate.ts';
import { DEMO_YEARS } from '../../server/demo/fill-demo.ts';
import { demoLogins, headOfPersonnel, ordinaryCadre, OWN_COLLEGE } from '../../server/demo/logins.ts';
import { people } from '../../server/demo/people.ts';
import { faultOfCitizenId } from '../../server/imports/citizen-id.ts';
import { aDemo, type Demo } from '../support/demo.ts';
import { engines } from '../support/store.ts';
import type { z } from 'zod';

type Item = z.infer<typeof ResultListItem>;
const FILL_LIMIT_MS = 240_000;

/** What `dandang evaluate` prints for a bundle. */
async function printed(bundle: unknown): Promise<string> {
  let out = '';
  const given = { positionals: ['-'], values: {} };
  const exit = await evaluateCommand.run(given, {
    language: 'zh',
    read: async () => JSON.stringify(bundle),
    out: (text) => {
      out += text;
    },
    say: (text) => {
      throw new Error(text);
    },
  });
  expect(exit).toBe(0);
  return out;
}

test('五百人、没有重名，证件号码校验无误却不属于任何地区', () => {
  expect(people).toHaveLength(500);
  for (const key of ['name', 'staffNo', 'citizenId', 'phone'] as const)
    expect(new Set(people.map((person) => person[key])).size).toBe(500);
  for (const { citizenId } of people) {
    expect(faultOfCitizenId(citizenId)).toBeNull();
    expect(citizenId).toMatch(/^440000/u);
  }
});

/** What the school looks like, ids apart: the same wherever it is filled. */
const seen: string[][] = [];

describe.each(engines)('the demo school on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let demo: Demo;
    const head = () => demo.actor(headOfPersonnel.staffNo);
    async function everybody(year: number): Promise<Item[]> {
      const items: Item[] = [];
      const actor = await head();
      for (let after: string | undefined; ;) {
        const more = after === undefined ? {} : { after };
        const page = await demo.services.appraisals.page(actor, { year, sort: 'name', limit: 200, ...more });
        items.push(...page.items);
        if (page.next === null) return items;
        after = page.next;
      }
    }
    beforeAll(async () => {
      demo = await aDemo(dialect);
    }, FILL_LIMIT_MS);
    afterAll(() => demo?.remove());

    test('每个角色都有登录，人数够走完程序，密码相同，所见各异', async () => {
      const people = Map.groupBy(demoLogins, ({ role }) => role);
      expect(Object.fromEntries([...people].map(([role, logins]) => [role, logins.length]))).toEqual({
        ...{ hr: 2, hr_head: 3, leader: 3, supervisor: 1, inspector: 3, board: 3, appeal_body: 3, cadre: 4 },
        ...{ sysadmin: 1, secadmin: 1, auditadmin: 1 },
      });
      expect(new Set(demoLogins.map(({ staffNo }) => staffNo)).size).toBe(demoLogins.length);
      for (const { role, staffNo, password } of demoLogins) {
        expect(password.length).toBeGreaterThanOrEqual(15);
        const { roles, cadreId } = await demo.actor(staffNo);
        expect(roles.map((held) => held.role)).toEqual(role === 'cadre' ? [] : [role]);
        expect(cadreId === null).toBe(role.endsWith('admin'));
      }
    });

    test('四十个单位、五百人；领导只看到本学院', async () => {
      const { services } = demo;
      const units = await services.cadres.units(await head());
      expect(units.items).toHaveLength(40);
      expect(units.items.find(({ parentId }) => parentId === null)).toMatchObject({ cadreCount: 500 });
      const leader = await demo.actor(demoLogins.find(({ role }) => role === 'leader')!.staffNo);
      const page = await services.appraisals.page(leader, { year: 2026, sort: 'name', limit: 200 });
      expect(new Set(page.items.map(({ unitName }) => unitName))).toEqual(new Set([OWN_COLLEGE]));
      expect(page.total).toBe(page.items.length);
    });

    test('三个年度都有结果：往年名额已定，最近一年留有待定的同分和机动名额', async () => {
      const { read, tables } = demo.store;
      expect((await yearsKept(read, tables)).map(({ year }) => year)).toEqual([2026, 2025, 2024]);
      for (const year of DEMO_YEARS) {
        const summary = await demo.services.appraisals.summary(await head(), { year });
        expect(summary).toMatchObject({ enrolled: 500, batchesAwaiting: 0, run: { isStale: false } });
        expect(summary.numbers.undecided > 0).toBe(year === 2026);
        expect(summary.reserveLeft).toBe(year === 2026 ? 1 : 0);
        const share = (summary.numbers.excellent / summary.enrolled) * 100;
        expect(share).toBeGreaterThan(17);
        expect(share).toBeLessThanOrEqual(20);
      }
    });

    test('各种等次、理由、轮岗情形都有人', async () => {
      const items = (await Promise.all(DEMO_YEARS.map(everybody))).flat();
      const kinds = (of: (item: Item) => string | null) => [...new Set(items.map(of))].map(String).sort();
      expect(kinds(({ grade }) => grade)).toEqual(
        ['excellent', 'competent', 'basic', 'incompetent', 'commentOnly', 'undetermined', null]
          .map(String)
          .sort(),
      );
      expect(kinds(({ reason }) => reason)).toEqual(
        ['band', 'ceiling', 'forced', 'quota', 'tie', 'decided', 'incomplete'].sort(),
      );
      expect(kinds(({ rotation }) => rotation)).toEqual(
        expect.arrayContaining(['due', 'soon', 'exempt', 'notDue']),
      );
      expect(items.filter(({ credits }) => credits > 0).length).toBeGreaterThan(200);
      expect(items.filter(({ deductions }) => deductions > 0).length).toBeGreaterThan(20);
      seen.push(
        items.map(({ staffNo, name, total, grade, reason, rotation }) =>
          [staffNo, name, total, grade, reason, rotation].join(' '),
        ),
      );
    });

    test('不同引擎上的演示学校一模一样', () => {
      expect(new Set(seen.map((school) => JSON.stringify(school))).size).toBe(1);
    });

    test('以前的不为认定都告知过本人、听取过陈述、由另一人确认；补录的还没有告知', async () => {
      const { read, tables } = demo.store;
      const files = await read.select().from(tables.files);
      const final = files.filter(({ machine, state }) => machine === 'inaction' && state === 'final');
      expect(final.length).toBeGreaterThan(25);
      const events = Map.groupBy(await read.select().from(tables.fileEvents), ({ fileId }) => fileId);
      for (const { id } of final) {
        const course = events.get(id)!.toSorted((a, b) => a.version - b.version);
        expect(course.map(({ event }) => event)).toEqual(['import_past', 'notify', 'respond', 'accept_past']);
        const [entered, , , accepted] = course;
        expect(new Set([entered!.actor, entered!.countersignedBy, accepted!.actor]).size).toBe(3);
      }
      const weighing = (await read.select().from(tables.conductRecords)).filter(
        ({ ledger, finding }) => ledger === 'inaction' && ['upheld', 'mitigated'].includes(finding),
      );
      expect(weighing).toHaveLength(final.length);
      expect(files.filter(({ state }) => state === 'imported')).toHaveLength(3);
    });

    test('近来的案卷各在一步：各个角色登录进来都有可看、可办的', async () => {
      const { read, tables } = demo.store;
      const files = await read.select().from(tables.files);
      const steps = files
        .filter(({ state }) => !['final', 'imported'].includes(state))
        .map(({ machine, state }) => `${machine} ${state}`);
      expect(steps.toSorted()).toEqual([
        ...['exemption appealed_refuse', 'exemption checked', 'exemption exempt_final'],
        ...['inaction exempted', 'inaction held', 'inaction held', 'inaction lead', 'inaction notified'],
        ...['initiative public_notice', 'initiative submitted', 'pilot registered'],
      ]);
      for (const role of ['hr', 'hr_head', 'inspector', 'cadre'] as const) {
        const { items } = await demo.services.todo.of(
          await demo.actor(demoLogins.find((login) => login.role === role)!.staffNo),
        );
        expect([role, items.length > 0]).toEqual([role, true]);
      }
    });

    test('普通干部看到自己的三年', async () => {
      const cadre = await demo.actor(ordinaryCadre.staffNo);
      expect(await demo.services.myRecord.years(cadre)).toEqual({
        name: ordinaryCadre.name,
        years: [2026, 2025, 2024],
      });
      const own = await demo.services.myRecord.result(cadre, { year: 2026 });
      expect(own.lines.map(({ reason, points }) => [reason, points])).toEqual(
        expect.arrayContaining([
          ['counts', -50],
          ['exempt', 0],
          ['counts', 300],
        ]),
      );
      expect(own.dimensions).toHaveLength(5);
      expect(own.dimensions.every(({ rankMedian }) => rankMedian !== null)).toBe(true);
      expect(own.history.map(({ year }) => year)).toEqual([2025, 2024, 2023, 2022, 2021]);
      expect(own.timeline.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['post', 'grade']));
    });

    test('核验日志：没有一处误报，每一行都在日志的担保之下', async () => {
      const { store } = demo;
      await store.log.sequenced();
      const { faults, findings } = await verifyStore(store);
      expect(faults).toEqual([]);
      expect(findings?.size).toBe(await store.read.$count(store.tables.auditEntries));
      expect(await store.read.$count(store.tables.runResults)).toBeGreaterThan(0);
    });

    test.each(DEMO_YEARS)(
      '重演 %i 年的每次计算：与保存的结果、与命令行 evaluate 逐字节相同',
      async (year) => {
        const { read, tables } = demo.store;
        const runs = await runsOf(read, tables, year);
        expect(runs.length).toBeGreaterThan(0);
        for (const run of runs) {
          const bundle = await bundleOfRun(read, tables, run);
          const text = JSON.stringify(await resultOfRun(read, tables, run));
          expect(JSON.stringify(evaluate(bundle)) === text).toBe(true);
          expect((await printed(bundle)) === `${text}\n`).toBe(true);
          expect(text.endsWith(`"hash":"${run.resultHash}"}`)).toBe(true);
        }
      },
    );
  });
});
