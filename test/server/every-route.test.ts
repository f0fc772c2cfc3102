// What every route says to every principal: nobody's name, number or record leaks. Who may at all: test/server/matrix.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addRows } from '../../db/rows.ts';
import type { DeclaredRoute } from '../../server/http/declared-routes.ts';
import { type Actor, anonymous } from '../../server/permissions/actor.ts';
import type { Role } from '../../server/permissions/matrix.ts';
import { type Answer, appOn, type TestApp, type Visitor, withAccounts } from '../support/app.ts';
import { aGrant } from '../support/rows.ts';
import { aSchool, principal, type School, sectionHead, YEAR } from '../support/school.ts';
import { act } from '../support/store.ts';

const COLLEGE = new Set(['un_college', 'un_office']);
const ROLES = {
  supervisor: null,
  inspector: null,
  leader: 'un_college',
  hr: 'un_college',
  hr_head: null,
  board: null,
  appeal_body: null,
  sysadmin: null,
  secadmin: null,
  auditadmin: null,
} as const satisfies Partial<Record<Role, string | null>>;

const base = { staffNo: '', cadreId: null, language: 'zh' } as const;
/** The actor behind each account, as the matrix sees it. */
const ACTORS: Readonly<Record<string, Actor>> = {
  anon: anonymous('zh'),
  requester: { ...base, accountId: 'acc_requester', roles: [] },
  cadre: { ...base, accountId: 'acc_cadre', cadreId: sectionHead(3), roles: [] },
  ...Object.fromEntries(
    Object.entries(ROLES).map(([role, unitId]) => [
      role,
      { ...base, accountId: `acc_${role}`, roles: [{ role: role as Role, units: unitId && COLLEGE }] },
    ]),
  ),
};
const PEOPLE = {
  own: { cadreId: sectionHead(3), unitId: 'un_college' },
  inScope: { cadreId: sectionHead(2), unitId: 'un_college' },
  outOfScope: { cadreId: principal(5), unitId: 'un_registry' },
} as const;
/** Routes about one person, by the name of the parameter that says whose. */
const PERSONAL: Readonly<Record<string, string>> = {
  '/api/cadres/:id': 'id',
  '/api/years/:year/results/:cadreId': 'cadreId',
};
/** What a role that may at all does not reach because there is nothing of its own. */
const ONLY_OWN = /^\/api\/(?:cadres|units|my-record|years\/:year\/(?:results|summary))/u;

const filled = (url: string, person: string): string =>
  url
    .replace('/cadres/:id', `/cadres/${person}`)
    .replace(':cadreId', person)
    .replace(':year', String(YEAR))
    .replaceAll(/:\w+/gu, 'none');

describe('每条路由 × 每个身份', () => {
  let school: School;
  let tested: TestApp;
  const visitors = new Map<string, Visitor>();

  beforeAll(async () => {
    school = await aSchool('sqlite');
    await school.open();
    await school.measure();
    tested = await appOn({ home: school });
    await withAccounts(tested, [
      { staffNo: 'requester' },
      ...Object.entries(ROLES).flatMap(([role, unitId]) =>
        ['leader', 'hr', 'board'].includes(role) ? [] : [{ staffNo: role, role: role as Role, unitId }],
      ),
    ]);
    await grantExisting();
    await school.done(school.appraisals.run(ACTORS['hr_head']!, { year: YEAR }));
    for (const [name, { accountId }] of Object.entries(ACTORS))
      visitors.set(name, name === 'anon' ? tested.visitor() : await tested.visitorAs(accountId));
  });
  afterAll(() => tested.remove());

  /** The school has accounts of these staff numbers, without an office. */
  async function grantExisting(): Promise<void> {
    const { store } = tested.home;
    const grants = (['leader', 'hr', 'board'] as const).map((role) =>
      aGrant({ id: `gr_${role}`, accountId: `acc_${role}`, role, unitId: ROLES[role] }),
    );
    await store.write(act('grants.given'), (tx, changed) =>
      addRows(tx, changed, store.tables.grants, grants),
    );
  }

  /** Changes carry a body that no contract takes: whoever passes the gate is told so, and nothing changes. */
  const ask = (visitor: Visitor, { method, url }: DeclaredRoute, person: string): Promise<Answer> =>
    method === 'GET'
      ? visitor.get(filled(url, person))
      : visitor.send(method as 'POST', filled(url, person), { nonsense: true });

  test('路由表不是空的，每条都有权限', () => {
    expect(tested.routes.length).toBeGreaterThan(25);
    for (const { permission } of tested.routes) expect(permission).toMatch(/^[a-z_.]+$/u);
  });

  /** Whatever a principal can read; templates are the same for everybody. */
  const everythingRead = async (name: string): Promise<string> => {
    const read = tested.routes.filter(
      ({ method, url }) => method === 'GET' && !/docs|openapi|template/u.test(url),
    );
    const answers: string[] = [];
    for (const route of read) {
      const people = route.url in PERSONAL ? Object.values(PEOPLE) : [PEOPLE.own];
      for (const { cadreId } of people) answers.push((await ask(visitors.get(name)!, route, cadreId)).text);
    }
    return answers.join('\n');
  };

  test.each(['anon', 'requester', 'sysadmin', 'secadmin', 'auditadmin'])(
    '%s 看不到任何人的姓名',
    async (name) => {
      const text = await everythingRead(name);
      expect(text).not.toMatch(/科长\d|处长\d/u);
    },
  );

  test('干部只看到自己，别人的姓名和工号都没有', async () => {
    const text = await everythingRead('cadre');
    expect(text).toContain('科长3');
    expect(text.replaceAll(/科长3(?!\d)/gu, '')).not.toMatch(/科长\d|处长\d/u);
  });

  test('身份证号和电话对谁都不露全貌', async () => {
    for (const name of Object.keys(ACTORS)) {
      const text = await everythingRead(name);
      expect(text).not.toContain('440000197001011234');
      expect(text).not.toContain('19900001234');
    }
  });

  test('名单里没有范围外的人', async () => {
    for (const name of ['leader', 'hr']) {
      const lists = tested.routes.filter(
        ({ url }) => ONLY_OWN.test(url) && !url.includes(':cadreId') && !url.includes(':id'),
      );
      for (const route of lists.filter(({ method }) => method === 'GET')) {
        const { text } = await ask(visitors.get(name)!, route, sectionHead(2));
        expect(text, `${route.url} ${name}`).not.toMatch(/处长[2-8]|科长(?:[6-9]|1\d|2\d)/u);
      }
    }
  });
});
