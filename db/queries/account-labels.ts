import { and, eq, inArray, isNull } from 'drizzle-orm';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Tables } from '../tables/index.ts';

export interface AccountLabel {
  staffNo: string;
  /** Null where the account is no cadre's. */
  name: string | null;
}

/** Who stands behind accounts, withdrawn ones too: for the history of what was done. */
export async function accountLabels(
  db: Db,
  { accounts, cadres }: Tables,
  ids: readonly string[],
): Promise<Map<string, AccountLabel>> {
  const labels = new Map<string, AccountLabel>();
  for (const some of inChunks([...new Set(ids)])) {
    const rows = await db
      .select({ id: accounts.id, staffNo: accounts.staffNo, name: cadres.name })
      .from(accounts)
      .leftJoin(cadres, and(eq(cadres.staffNo, accounts.staffNo), isNull(cadres.withdrawnAt)))
      .where(inArray(accounts.id, [...some]));
    for (const { id, staffNo, name } of rows) labels.set(id, { staffNo, name });
  }
  return labels;
}
