// No audit, no act: who did what, in which duty and why, with hashes of every row before and after,
// written in the same transaction as the change itself.
import { createHash } from 'node:crypto';
import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { canonicalJson } from '../scoring/index.ts';
import type { Tx } from './store.ts';
import type { Tables } from './tables/index.ts';

export interface Act {
  actor: string;
  /** The role or procedural duty in which the actor acts. */
  duty: string;
  deed: string;
  /** The id of what it is done to. */
  subject: string;
  reason: string | null;
}

/** Names one changed row: `before` null = added. Rows are whole rows, as the store holds them. */
export type Changed = (table: PgTable, rowId: string, before: object | null, after: object | null) => void;

/** The act ran to its end but named no change, so nothing of it is kept. */
export class NoChangeRecorded extends Error {
  constructor(deed: string) {
    super(`no change was recorded by ${deed}`);
  }
}

interface Change {
  tableName: string;
  rowId: string;
  oldHash: string | null;
  newHash: string | null;
}
export type EntryStamp = { now: () => number; newId: (prefix: string) => string };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What stands for one row, whatever the order of its columns. */
export const hashOfRow = (row: object): string => sha256(canonicalJson(row));

/** One hash for all rows of an act, in the order they were named; null where no row has that side. */
function folded(hashes: (string | null)[]): string | null {
  return hashes.every((hash) => hash === null) ? null : sha256(hashes.map((hash) => hash ?? '').join('\n'));
}

/** Runs the work of an act and writes its entry. The caller's transaction holds both or neither. */
export async function withEntry<T>(
  { tx, tables, stamp }: { tx: Tx; tables: Tables; stamp: EntryStamp },
  act: Act,
  work: (tx: Tx, changed: Changed) => Promise<T>,
): Promise<T> {
  const changes: Change[] = [];
  const result = await work(tx, (table, rowId, before, after) => {
    changes.push({
      tableName: getTableName(table),
      rowId,
      oldHash: before && hashOfRow(before),
      newHash: after && hashOfRow(after),
    });
  });
  if (changes.length === 0) throw new NoChangeRecorded(act.deed);
  const entryId = stamp.newId('aud');
  await tx.insertAll(tables.auditEntries, [
    {
      id: entryId,
      at: stamp.now(),
      actor: act.actor,
      duty: act.duty,
      deed: act.deed,
      subject: act.subject,
      reason: act.reason,
      oldHash: folded(changes.map((change) => change.oldHash)),
      newHash: folded(changes.map((change) => change.newHash)),
    },
  ]);
  await tx.insertAll(
    tables.auditChanges,
    changes.map((change, position) => ({ entryId, position, ...change })),
  );
  return result;
}
