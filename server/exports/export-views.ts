// One export as its requester and whoever releases it see it.
import type { z } from 'zod';
import { accountLabels } from '../../db/queries/account-labels.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { ExportView } from './exports.contract.ts';

/** Asked for or released, it can be fetched for three days. */
export const FETCHABLE_MS = 3 * 24 * 3_600_000;

/** Until when an export can be fetched; null = not at all as it stands. */
export function fetchableUntil({ state, requestedAt, decidedAt }: Row<'exports'>): number | null {
  if (state === 'ready') return requestedAt + FETCHABLE_MS;
  return state === 'released' && decidedAt !== null ? decidedAt + FETCHABLE_MS : null;
}

export async function exportViews(
  { db, tables }: { readonly db: Db; readonly tables: Tables },
  rows: readonly Row<'exports'>[],
): Promise<z.infer<typeof ExportView>[]> {
  const accountIds = rows.flatMap(({ requestedBy, decidedBy }) =>
    decidedBy === null ? [requestedBy] : [requestedBy, decidedBy],
  );
  const labels = await accountLabels(db, tables, accountIds);
  const who = (accountId: string) => labels.get(accountId) ?? { staffNo: accountId, name: null };
  return rows.map((row) => ({
    id: row.id,
    what: row.what as z.infer<typeof ExportView>['what'],
    query: row.query,
    reason: row.reason,
    people: row.people,
    state: row.state,
    requestedBy: who(row.requestedBy),
    requestedAt: row.requestedAt,
    decidedBy: row.decidedBy === null ? null : who(row.decidedBy),
    decidedAt: row.decidedAt,
    decidedReason: row.decidedReason,
    until: fetchableUntil(row),
    contentHash: row.contentHash,
    version: row.version,
  }));
}
