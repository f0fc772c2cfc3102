// The cast of the attacks: a school with results, a person signed in for every role, and what must not be reachable.
import { grantsInForce } from '../../db/queries/accounts.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Role } from '../../server/permissions/matrix.ts';
import { type Answer, appOn, type TestApp, type Visitor, withAccounts } from './app.ts';
import { aGrant } from './rows.ts';
import { aSchool, people, principal, sectionHead, YEAR } from './school.ts';
import { act } from './store.ts';

/** Whom an attacker of the college must never see: somebody of another unit. */
export const STRANGER = principal(5);
export const STRANGER_NAME = '处长5';
export const OWN = sectionHead(3);
export const CITIZEN_ID = '440000197001011234';

const ROLES: Readonly<Record<string, readonly [Role, string | null]>> = {
  supervisor: ['supervisor', 'un_college'],
  inspector: ['inspector', 'un_college'],
  hr_head: ['hr_head', null],
  hr_head2: ['hr_head', null],
  appeal_body: ['appeal_body', null],
  sysadmin: ['sysadmin', null],
  secadmin: ['secadmin', null],
  auditadmin: ['auditadmin', null],
  college_hr: ['hr', 'un_college'],
};

export interface Stage {
  readonly tested: TestApp;
  /** Somebody signed in; a fresh visitor each time. */
  as(who: string): Promise<Visitor>;
  grantOf(who: string): Promise<Row<'grants'>>;
  /** Changes a grant as an admin's deed would have. */
  changeGrant(who: string, set: Partial<Row<'grants'>>): Promise<void>;
  accountOf(who: string): Promise<Row<'accounts'>>;
  remove(): Promise<void>;
}

export async function aStage(): Promise<Stage> {
  const school = await aSchool('sqlite');
  await school.open();
  await school.measure();
  const tested = await appOn({ home: school });
  const { store } = tested.home;
  const { tables, read } = store;
  await withAccounts(
    tested,
    Object.entries(ROLES).map(([staffNo, [role, unitId]]) => ({ staffNo, role, unitId })),
  );
  await withAccounts(tested, [
    { staffNo: 'S4', role: 'leader', unitId: 'un_college' },
    { staffNo: 'nobody' },
  ]);
  await store.write(act('grants.given'), (tx, changed) =>
    addRows(tx, changed, tables.grants, [
      aGrant({ id: 'gr_hr', accountId: 'acc_hr', role: 'hr' }),
      aGrant({ id: 'gr_board', accountId: 'acc_board', role: 'board' }),
    ]),
  );
  await school.done(school.appraisals.run(people.head, { year: YEAR }));
  const id = (who: string): string => `acc_${who === 'leader' ? 'S4' : who}`;

  const accountOf = async (who: string): Promise<Row<'accounts'>> =>
    (await read.select().from(tables.accounts)).find((account) => account.id === id(who))!;
  const grantOf = async (who: string): Promise<Row<'grants'>> =>
    (await grantsInForce(read, tables, id(who), '2026-12-31'))[0]!;

  return {
    tested,
    as: (who) => (who === 'anon' ? Promise.resolve(tested.visitor()) : tested.visitorAs(id(who))),
    accountOf,
    grantOf,
    changeGrant: async (who, set) => {
      const before = await grantOf(who);
      await store.write(act('grant.changed'), (tx, changed) =>
        changeRow(tx, changed, tables.grants, { before, set }),
      );
    },
    remove: () => tested.remove(),
  };
}

const REFUSED = new Set([400, 401, 403, 404, 405, 409, 413, 415, 422, 429]);
export const isRefused = ({ status }: Answer): boolean => REFUSED.has(status);
