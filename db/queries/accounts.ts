import { and, asc, desc, eq, gt, gte, inArray, isNull, lte, or } from 'drizzle-orm';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

export async function accountByStaffNo(
  db: Db,
  { accounts }: Tables,
  staffNo: string,
): Promise<Row<'accounts'> | undefined> {
  const [account] = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.staffNo, staffNo), isNull(accounts.withdrawnAt)));
  return account;
}

export async function accountsByStaffNo(
  db: Db,
  { accounts }: Tables,
  staffNos: readonly string[],
): Promise<Row<'accounts'>[]> {
  const found: Row<'accounts'>[] = [];
  for (const some of inChunks([...new Set(staffNos)])) {
    const those = and(inArray(accounts.staffNo, [...some]), isNull(accounts.withdrawnAt));
    found.push(...(await db.select().from(accounts).where(those)));
  }
  return found;
}

export async function accountById(
  db: Db,
  { accounts }: Tables,
  id: string,
): Promise<Row<'accounts'> | undefined> {
  const [account] = await db
    .select()
    .from(accounts)
    .where(and(eq(accounts.id, id), isNull(accounts.withdrawnAt)));
  return account;
}

/** The account and session behind a cookie, while the session runs. */
export async function sessionRunning(db: Db, { accounts, sessions }: Tables, id: string, at: number) {
  const [found] = await db
    .select({ session: sessions, account: accounts })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(
      and(
        eq(sessions.id, id),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, at),
        isNull(accounts.withdrawnAt),
      ),
    );
  return found;
}

const holdsOn = ({ grants }: Tables, day: string) =>
  and(lte(grants.fromOn, day), or(isNull(grants.untilOn), gte(grants.untilOn, day)), isNull(grants.endedAt));

/** What the account may act as on a day: read at every request, never from a token. */
export const grantsInForce = (db: Db, tables: Tables, accountId: string, day: string) =>
  db
    .select()
    .from(tables.grants)
    .where(and(eq(tables.grants.accountId, accountId), holdsOn(tables, day)))
    .orderBy(asc(tables.grants.id));

export const holdersOf = (db: Db, tables: Tables, role: string, day: string) =>
  db
    .select()
    .from(tables.grants)
    .where(and(eq(tables.grants.role, role), holdsOn(tables, day)))
    .orderBy(asc(tables.grants.id));

/** Every grant an account ever had, the latest first. */
export const grantsOf = (db: Db, { grants }: Tables, accountId: string) =>
  db
    .select()
    .from(grants)
    .where(eq(grants.accountId, accountId))
    .orderBy(desc(grants.fromOn), desc(grants.id));

/** Whether a role was ever granted, ended or not: the first hr_head is granted without a proposal, once. */
export async function wasEverGranted(db: Db, { grants }: Tables, role: string): Promise<boolean> {
  const rows = await db.select({ id: grants.id }).from(grants).where(eq(grants.role, role)).limit(1);
  return rows.length > 0;
}

export const proposalsAwaitingDecision = (db: Db, { grantProposals }: Tables) =>
  db
    .select()
    .from(grantProposals)
    .where(eq(grantProposals.state, 'proposed'))
    .orderBy(asc(grantProposals.proposedAt), asc(grantProposals.id));

export async function proposalWithLines(db: Db, { grantProposals, grantProposalLines }: Tables, id: string) {
  const [proposal] = await db.select().from(grantProposals).where(eq(grantProposals.id, id));
  if (!proposal) return undefined;
  const lines = await db
    .select()
    .from(grantProposalLines)
    .where(eq(grantProposalLines.proposalId, id))
    .orderBy(asc(grantProposalLines.id));
  return { ...proposal, lines };
}

/** Accounts nobody has activated yet, with the person each belongs to: what HR prints slips for. */
export const accountsAwaitingActivation = (db: Db, { accounts, cadres }: Tables) =>
  db
    .select({
      accountId: accounts.id,
      staffNo: accounts.staffNo,
      version: accounts.version,
      slipExpiresAt: accounts.slipExpiresAt,
      cadreId: cadres.id,
      name: cadres.name,
      unitId: cadres.unitId,
    })
    .from(accounts)
    .leftJoin(cadres, and(eq(cadres.id, accounts.cadreId), isNull(cadres.withdrawnAt)))
    .where(and(eq(accounts.state, 'created'), isNull(accounts.withdrawnAt)))
    .orderBy(asc(accounts.staffNo));
