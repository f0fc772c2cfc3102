// Accounts as the security administrator knows them: staff numbers, roles and states; no names.
import { and, asc, eq, gt, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { keyAfter, pageOf, type Page, type PageRequest } from './page.ts';
import { startsWith } from './account-pages.ts';

type Guarded = Pick<Row<'accounts'>, 'id' | 'staffNo' | 'state' | 'totpSince' | 'version'>;

/** Holds now or will: neither over nor ended. */
const isOpen = ({ grants }: Tables, day: string) =>
  and(isNull(grants.endedAt), or(isNull(grants.untilOn), gte(grants.untilOn, day)));

interface Asked extends PageRequest {
  readonly staffNoStart: string;
  /** Only those who hold a role on that day or later. */
  readonly holdersOn: string | null;
}

export async function guardedAccounts(
  db: Db,
  tables: Tables,
  { staffNoStart, holdersOn, after, limit }: Asked,
): Promise<Page<Guarded>> {
  const { accounts, grants } = tables;
  const key = keyAfter(after, ['string']);
  const holders = (day: string) =>
    db.select({ id: grants.accountId }).from(grants).where(isOpen(tables, day));
  const rows = await db
    .select({
      id: accounts.id,
      staffNo: accounts.staffNo,
      state: accounts.state,
      totpSince: accounts.totpSince,
      version: accounts.version,
    })
    .from(accounts)
    .where(
      and(
        isNull(accounts.withdrawnAt),
        staffNoStart === ''
          ? undefined
          : sql`${accounts.staffNo} like ${startsWith(staffNoStart)} escape '\\'`,
        holdersOn === null ? undefined : inArray(accounts.id, holders(holdersOn)),
        key ? gt(accounts.staffNo, key[0]) : undefined,
      ),
    )
    .orderBy(asc(accounts.staffNo))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.staffNo]);
}

/** The grants of accounts that hold now or will, by account. */
export async function openGrantsOf(db: Db, tables: Tables, accountIds: readonly string[], day: string) {
  const { grants, units } = tables;
  if (accountIds.length === 0) return new Map<string, never>();
  const rows = await db
    .select({
      id: grants.id,
      accountId: grants.accountId,
      role: grants.role,
      unitName: units.name,
      fromOn: grants.fromOn,
      untilOn: grants.untilOn,
    })
    .from(grants)
    .leftJoin(units, eq(units.id, grants.unitId))
    .where(and(inArray(grants.accountId, [...accountIds]), isOpen(tables, day)))
    .orderBy(asc(grants.fromOn), asc(grants.id));
  return Map.groupBy(rows, ({ accountId }) => accountId);
}

export async function grantById(db: Db, { grants }: Tables, id: string): Promise<Row<'grants'> | undefined> {
  const [grant] = await db.select().from(grants).where(eq(grants.id, id));
  return grant;
}

export const grantsById = (db: Db, { grants }: Tables, ids: readonly string[]): Promise<Row<'grants'>[]> =>
  db
    .select()
    .from(grants)
    .where(inArray(grants.id, [...ids]));

/** The accounts that hold a role on a day and can sign in. */
export const activeHoldersOf = (db: Db, tables: Tables, role: string, day: string) => {
  const { accounts, grants } = tables;
  return db
    .selectDistinct({ accountId: accounts.id })
    .from(accounts)
    .innerJoin(grants, eq(grants.accountId, accounts.id))
    .where(
      and(
        eq(accounts.state, 'active'),
        isNull(accounts.withdrawnAt),
        eq(grants.role, role),
        isOpen(tables, day),
        lte(grants.fromOn, day),
      ),
    );
};
