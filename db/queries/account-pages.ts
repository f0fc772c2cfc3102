// Accounts and grant proposals as lists of staff numbers: what those see who may see no names.
import { and, asc, desc, eq, gt, inArray, isNull, lt, or, sql } from 'drizzle-orm';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { keyAfter, pageOf, type Page, type PageRequest } from './page.ts';

export const startsWith = (text: string): string => `${text.replaceAll(/[\\%_]/gu, String.raw`\$&`)}%`;

export async function accountPage(
  db: Db,
  { accounts }: Tables,
  { staffNoStart, after, limit }: PageRequest & { staffNoStart: string },
): Promise<Page<Pick<Row<'accounts'>, 'id' | 'staffNo' | 'state'>>> {
  const key = keyAfter(after, ['string']);
  const rows = await db
    .select({ id: accounts.id, staffNo: accounts.staffNo, state: accounts.state })
    .from(accounts)
    .where(
      and(
        isNull(accounts.withdrawnAt),
        staffNoStart === ''
          ? undefined
          : sql`${accounts.staffNo} like ${startsWith(staffNoStart)} escape '\\'`,
        key ? gt(accounts.staffNo, key[0]) : undefined,
      ),
    )
    .orderBy(asc(accounts.staffNo))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.staffNo]);
}

/** The staff numbers behind account ids, withdrawn ones too. */
export async function staffNosOf(
  db: Db,
  { accounts }: Tables,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of inChunks([...new Set(ids)])) {
    const rows = await db
      .select({ id: accounts.id, staffNo: accounts.staffNo })
      .from(accounts)
      .where(inArray(accounts.id, [...some]));
    for (const { id, staffNo } of rows) found.set(id, staffNo);
  }
  return found;
}

export async function unitNamesOf(
  db: Db,
  { units }: Tables,
  ids: readonly string[],
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const some of inChunks([...new Set(ids)])) {
    const rows = await db
      .select({ id: units.id, name: units.name })
      .from(units)
      .where(inArray(units.id, [...some]));
    for (const { id, name } of rows) found.set(id, name);
  }
  return found;
}

/** Whoever has no password yet and holds no slip that still holds: for them slips are to be printed. */
export const accountsWithoutSlip = (db: Db, { accounts }: Tables, at: number) =>
  db
    .select()
    .from(accounts)
    .where(
      and(
        eq(accounts.state, 'created'),
        isNull(accounts.passwordHash),
        isNull(accounts.withdrawnAt),
        or(isNull(accounts.slipExpiresAt), lt(accounts.slipExpiresAt, at)),
      ),
    )
    .orderBy(asc(accounts.staffNo));

/** Every proposal with its lines, those to be decided first, then the latest. */
export async function proposalsWithLines(
  db: Db,
  { grantProposals, grantProposalLines: lines, accounts, units }: Tables,
  states: readonly Row<'grantProposals'>['state'][],
) {
  const proposals = await db
    .select()
    .from(grantProposals)
    .where(inArray(grantProposals.state, [...states]))
    .orderBy(
      sql`case ${grantProposals.state} when 'proposed' then 0 else 1 end`,
      desc(grantProposals.proposedAt),
      desc(grantProposals.id),
    );
  const found = await db
    .select({
      id: lines.id,
      proposalId: lines.proposalId,
      staffNo: accounts.staffNo,
      role: lines.role,
      unitName: units.name,
      fromOn: lines.fromOn,
      untilOn: lines.untilOn,
      endsGrantId: lines.endsGrantId,
    })
    .from(lines)
    .innerJoin(grantProposals, eq(grantProposals.id, lines.proposalId))
    .innerJoin(accounts, eq(accounts.id, lines.accountId))
    .leftJoin(units, eq(units.id, lines.unitId))
    .where(inArray(grantProposals.state, [...states]))
    .orderBy(asc(lines.id));
  const byProposal = Map.groupBy(found, (line) => line.proposalId);
  return proposals.map((proposal) => ({ ...proposal, lines: byProposal.get(proposal.id) ?? [] }));
}

/** Which of the accounts hold, or ever held, one of the roles. */
export async function holdersAmong(
  db: Db,
  { grants }: Tables,
  accountIds: readonly string[],
  roles: readonly string[],
): Promise<Set<string>> {
  const found = new Set<string>();
  for (const some of inChunks([...new Set(accountIds)])) {
    const rows = await db
      .select({ accountId: grants.accountId })
      .from(grants)
      .where(and(inArray(grants.accountId, [...some]), inArray(grants.role, [...roles])));
    for (const { accountId } of rows) found.add(accountId);
  }
  return found;
}
