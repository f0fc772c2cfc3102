// The small school with people in office, asked over HTTP: some of them are cadres themselves.
import { addRows } from '../../db/rows.ts';
import type { Dialect } from '../../db/columns.ts';
import type { Role } from '../../server/permissions/matrix.ts';
import { appOn, type Visitor, withAccounts } from './app.ts';
import { aGrant } from './rows.ts';
import { aSchool, YEAR } from './school.ts';
import { act } from './store.ts';

/** Section heads of the school by staff number, with the office each holds. */
const IN_OFFICE: Readonly<Record<string, { role?: Role; unitId?: string | null }>> = {
  /** A clerk of the whole school, and one of the college alone. */
  S7: { role: 'hr' },
  S9: { role: 'hr', unitId: 'un_college' },
  /** No office. */
  S1: {},
  S2: {},
};
const ACCOUNTS_THERE: Readonly<Record<string, Role>> = { hr: 'hr', head: 'hr_head', head2: 'hr_head' };

export async function anOffice(dialect: Dialect, more: Parameters<typeof appOn>[1] = {}) {
  const school = await aSchool(dialect);
  const { store } = school;
  const app = await appOn({ home: school }, more);
  await withAccounts(
    app,
    Object.entries(IN_OFFICE).map(([staffNo, office]) => ({ staffNo, ...office })),
  );
  const grants = Object.entries(ACCOUNTS_THERE).map(([name, role]) =>
    aGrant({ id: `gr_${name}`, accountId: `acc_${name}`, role }),
  );
  await store.write(act('grants.given'), (tx, changed) => addRows(tx, changed, store.tables.grants, grants));
  const visitors = new Map<string, Visitor>();
  /** Somebody of the office by the name of the account: hr, head, S7 … `cadre` is S3. */
  const as = async (name: string): Promise<Visitor> => {
    const visitor = visitors.get(name) ?? (await app.visitorAs(`acc_${name}`));
    visitors.set(name, visitor);
    return visitor;
  };
  /** Opens the year and evaluates it. */
  const evaluate = async () => {
    await school.open();
    await school.measure();
    const { job } = await school.appraisals.run(
      {
        accountId: 'acc_hr',
        staffNo: 'hr',
        cadreId: null,
        roles: [{ role: 'hr', units: null }],
        language: 'zh',
      },
      { year: YEAR },
    );
    await school.jobs.ended(job.id);
  };
  return { school, store, app, as, evaluate, remove: () => app.remove() };
}
export type Office = Awaited<ReturnType<typeof anOffice>>;
