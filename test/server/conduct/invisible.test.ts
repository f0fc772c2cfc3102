// A school with files that weigh nothing, beside the same school without them: nobody but the person concerned and the
// files' officers can tell the two apart.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCastInSchool } from '../../support/cast.ts';
import { done } from '../../support/cast-deeds.ts';
import { type CastName, everybody, rolesOf } from '../../support/cast-people.ts';
import { courseOf } from '../../support/conduct-course.ts';
import { principal, sectionHead, YEAR } from '../../support/school.ts';
import { engines } from '../../support/store.ts';

type School = Awaited<ReturnType<typeof aCastInSchool>>;
const SUBJECT = sectionHead(2);

/** Everything that lists people, figures or files. */
const LISTS = [
  '/api/years',
  `/api/years/${YEAR}`,
  ...['total', '-total', 'name'].map((sort) => `/api/years/${YEAR}/results?sort=${sort}&limit=200`),
  ...[SUBJECT, sectionHead(1), principal(1)].map((id) => `/api/years/${YEAR}/results/${id}`),
  ...[SUBJECT, sectionHead(1)].map((id) => `/api/ledger/${id}?year=${YEAR}`),
  `/api/ledger?year=${YEAR}`,
  '/api/cadres?limit=200',
  `/api/cadres/${SUBJECT}`,
  '/api/conduct/inactions?limit=200',
  `/api/conduct/inactions?cadre=${SUBJECT}`,
  '/api/exemptions?limit=200',
  '/api/todo',
  '/api/meetings',
  '/api/pilots',
  '/api/my-record',
];
/** What differs between any two schools: moments, and a hash over everything, the person's own view included. */
const ACCIDENTAL = new Set(['ranAt', 'resultHash', 'at', 'id', 'version', 'instance']);
const essence = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(essence);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !ACCIDENTAL.has(key))
      .map(([key, each]) => [key, essence(each)]),
  );
};

/** One file in each state that weighs nothing. */
async function fileEverything(school: School): Promise<void> {
  const course = courseOf(school);
  const { move, name } = school;
  const lead = await school.draft({ code: '1.1' });
  await move('recorder', lead, 'submit');
  const unfounded = await school.draft({ code: '1.2' });
  await move('recorder', unfounded, 'submit');
  await name(unfounded, 'hr', 'verifier');
  await move('verifier', unfounded, 'reject');
  await course.verified({ code: '1.3' });
  await course.notified({ code: '2.1' });
  const dismissed = await course.answered({ code: '2.2' });
  await name(dismissed, 'hr_head', 'reviewer');
  await move('reviewer', dismissed, 'dismiss');
  const confirmed = await course.answered({ code: '3.4' });
  await course.confirmed(confirmed);
  const reviewed = await course.answered({ code: '3.5' });
  await course.confirmed(reviewed);
  await course.reviewedAgain(reviewed);
  const overturned = await course.answered({ code: '3.7' });
  await course.confirmed(overturned);
  await course.appealDecided(overturned, 'overturn');
  const exempted = await course.held(await course.answered({ code: '5.3' }));
  await course.toPanel(exempted.exemption);
  await school.decide('panel', exempted.exemption, 'decide_exempt');
  await course.served(exempted.exemption);
  const held = await course.held(await course.answered({ code: '5.4' }));
  await course.toPanel(held.exemption);
}

describe.each(engines)('不计分的案卷 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let withFiles: School;
    let without: School;
    let officers: ReadonlySet<string>;
    beforeAll(async () => {
      withFiles = await aCastInSchool(dialect);
      without = await aCastInSchool(dialect);
      await fileEverything(withFiles);
      without.clock.now = withFiles.clock.now;
      await withFiles.evaluated();
      await without.evaluated();
      const { read, tables } = withFiles.store;
      const named = await read.select().from(tables.assignments);
      const acted = await read.select().from(tables.fileEvents);
      officers = new Set([...named.map(({ accountId }) => accountId), ...acted.map(({ actor }) => actor)]);
    });
    afterAll(async () => {
      await withFiles.remove();
      await without.remove();
    });

    /** Heads of HR name the officers; the auditor reads that something was done, never what. */
    const isOutside = (name: CastName): boolean =>
      name !== 'subject' &&
      name !== 'auditadmin' &&
      !officers.has(`acc_${name}`) &&
      (name === 'kin' || !(rolesOf(name) as readonly string[]).includes('hr_head'));

    test('有各种状态的案卷', async () => {
      const { read, tables } = withFiles.store;
      const states = (await read.select().from(tables.files)).map(
        ({ machine, state }) => `${machine}.${state}`,
      );
      expect(new Set(states)).toEqual(
        new Set([
          ...['lead', 'unfounded', 'verified', 'notified', 'dismissed', 'confirmed', 'reviewed'].map(
            (state) => `inaction.${state}`,
          ),
          ...['inaction.overturned', 'inaction.exempted', 'inaction.held'],
          ...['exemption.exempt_final', 'exemption.checked'],
        ]),
      );
    });

    test('本人和案卷承办人以外，谁看到的都与没有这些案卷时一样', async () => {
      const observers = everybody.filter(isOutside);
      expect(observers).toEqual(expect.arrayContaining(['kin', 'outsider', 'dean', 'board1', 'inspector']));
      const different: string[] = [];
      for (const observer of observers)
        for (const path of LISTS) {
          // Heads of HR know that a meeting is held; what of its agenda they stand back from is withheld.
          if (path === '/api/meetings' && (rolesOf(observer) as readonly string[]).includes('hr_head'))
            continue;
          const [one, other] = [await withFiles.get(observer, path), await without.get(observer, path)];
          if (
            one.status !== other.status ||
            JSON.stringify(essence(one.body)) !== JSON.stringify(essence(other.body))
          )
            different.push(`${observer} ${path}`);
        }
      expect(different).toEqual([]);
    });

    test('案卷的地址对他们并不存在', async () => {
      const { read, tables } = withFiles.store;
      const files = await read.select().from(tables.files);
      for (const observer of everybody.filter(isOutside))
        for (const { id, machine } of files) {
          const path = machine === 'exemption' ? `/api/exemptions/${id}` : `/api/conduct/${id}`;
          expect([403, 404], `${observer} ${path}`).toContain((await withFiles.get(observer, path)).status);
        }
    });

    test('本人的总分、等次与没有这些案卷时一样，每一条都写明为什么不计分', async () => {
      const own = (school: School) =>
        done<{
          total: number;
          grade: string;
          deductions: number;
          lines: { points: number; recordId: string | null }[];
        }>(school.get('subject', `/api/my-record/${YEAR}`));
      const [one, other] = [await own(withFiles), await own(without)];
      expect([one.total, one.grade, one.deductions]).toEqual([other.total, other.grade, other.deductions]);
      const more = one.lines.filter(({ recordId }) => recordId?.startsWith('file_'));
      // Verified and not told yet: he learns of it by the notice. The lead has nothing to tell.
      expect(more).toHaveLength(7);
      expect(more.every(({ points }) => points === 0)).toBe(true);
    });
  });
});
