// No audit, no act: who did what, in which duty and why, with hashes of every row before and after,
// written in the same transaction as the change itself.
import { hash } from 'node:crypto';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Change, Entry } from './audit-log/leaf.ts';
import { storedJson } from './audit-log/stored-json.ts';
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

export type EntryStamp = { now: () => number; newId: (prefix: string) => string };

/** What an act answered, and what it left in the audit trail. */
export interface Recorded<T> {
  readonly result: T;
  readonly entry: Entry;
  readonly changes: readonly Change[];
}

/**
 * What stands for one row, whatever the order of its columns. Empty columns do not count: a column that a later
 * version adds leaves the hashes of earlier rows as they are.
 */
export const hashOfRow = (row: object): string =>
  hash('sha256', storedJson(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null))));

/** Stands for a row of which nothing but the hash is known. */
export class RowHash {
  readonly hash: string;
  constructor(hash: string) {
    this.hash = hash;
  }
}

/** The same of what somebody holds for a row of the table: what is no column of it does not count. */
function hashFor(table: PgTable, row: object): string {
  if (row instanceof RowHash) return row.hash;
  const held = row as Readonly<Record<string, unknown>>;
  return hashOfRow(
    Object.fromEntries(Object.keys(getTableColumns(table)).map((key) => [key, held[key] ?? null])),
  );
}

type Side = 'oldHash' | 'newHash';

/** One hash for all rows of an act, in the order they were named; null where no row has that side. */
export function folded(changes: readonly Change[], side: Side): string | null {
  if (changes.every((change) => change[side] === null)) return null;
  return hash('sha256', changes.map((change) => change[side] ?? '').join('\n'));
}

/** Runs the work of an act and writes its entry. The caller's transaction holds both or neither. */
export async function withEntry<T>(
  { tx, tables, stamp }: { tx: Tx; tables: Tables; stamp: EntryStamp },
  act: Act,
  work: (tx: Tx, changed: Changed) => Promise<T>,
): Promise<Recorded<T>> {
  const changes: Change[] = [];
  const result = await work(tx, (table, rowId, before, after) => {
    changes.push({
      tableName: getTableName(table),
      rowId,
      oldHash: before && hashFor(table, before),
      newHash: after && hashFor(table, after),
    });
  });
  if (changes.length === 0) throw new NoChangeRecorded(act.deed);
  const entry: Entry = {
    id: stamp.newId('aud'),
    at: stamp.now(),
    actor: act.actor,
    duty: act.duty,
    deed: act.deed,
    subject: act.subject,
    reason: act.reason,
    oldHash: folded(changes, 'oldHash'),
    newHash: folded(changes, 'newHash'),
  };
  await tx.insertAll(tables.auditEntries, [entry]);
  await tx.insertAll(
    tables.auditChanges,
    changes.map((change, position) => ({ entryId: entry.id, position, ...change })),
  );
  return { result, entry, changes };
}
