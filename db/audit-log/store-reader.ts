// The log in a live store, at one moment.
import { and, asc, count, eq, gt, inArray } from 'drizzle-orm';
import { changesOfEntries, logKeysInUse, unsequencedEntries } from '../queries/log.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import type { Entry } from './leaf.ts';
import type { EntryRead, HeadRead, LeafRead, LogReader } from './reader.ts';
import type { LogNode } from './tree.ts';

const A_PAGE = 500;
const NODES_A_PAGE = 2000;
/** Below every integer column. */
const LOWEST = -(2 ** 31);

export const storeReader = (db: Db, tables: Tables): LogReader => ({
  keys: () => logKeysInUse(db, tables),
  heads: () => heads(db, tables),
  leaves: () => leaves(db, tables),
  pending: () => pending(db, tables),
  tree: { nodes: (level) => nodes(db, tables, level), count: () => db.$count(tables.logNodes) },
  changeCount: () => db.$count(tables.auditChanges),
});

async function* heads(db: Db, { logHeads }: Tables): AsyncGenerator<HeadRead> {
  for (let after = LOWEST; ;) {
    const rows = await db
      .select()
      .from(logHeads)
      .where(gt(logHeads.size, after))
      .orderBy(asc(logHeads.size))
      .limit(A_PAGE);
    yield* rows;
    if (rows.length < A_PAGE) return;
    after = rows.at(-1)!.size;
  }
}

async function* leaves(db: Db, tables: Tables): AsyncGenerator<LeafRead> {
  const { auditEntries, logLeaves } = tables;
  for (let after = LOWEST; ;) {
    const rows = await db
      .select({ leaf: logLeaves, entry: auditEntries })
      .from(logLeaves)
      .leftJoin(auditEntries, eq(auditEntries.id, logLeaves.entryId))
      .where(gt(logLeaves.sequence, after))
      .orderBy(asc(logLeaves.sequence))
      .limit(A_PAGE);
    for await (const { leaf, read } of withChanges(db, tables, rows)) yield { ...leaf, read };
    if (rows.length < A_PAGE) return;
    after = rows.at(-1)!.leaf.sequence;
  }
}

type LeafRow = { leaf: Row<'logLeaves'>; entry: Entry | null };
/** Changes fetched at once; an import changes more rows than a page of ordinary acts. */
const CHANGES_AT_ONCE = 5000;

/** The changes of a page of entries, as many entries at a time as fit. */
async function* withChanges(db: Db, tables: Tables, rows: readonly LeafRow[]) {
  const ids = rows.flatMap(({ entry }) => (entry ? [entry.id] : []));
  const counts = await changeCounts(db, tables, ids);
  for (let from = 0; from < rows.length;) {
    let to = from;
    for (let sum = 0; to < rows.length && (to === from || sum < CHANGES_AT_ONCE); to += 1)
      sum += counts.get(rows[to]!.leaf.entryId) ?? 0;
    const some = rows.slice(from, to);
    const changes = await changesOfEntries(
      db,
      tables,
      some.map(({ leaf }) => leaf.entryId),
    );
    for (const { leaf, entry } of some)
      yield { leaf, read: entry && { entry, changes: changes.get(entry.id) ?? [] } };
    from = to;
  }
}

async function changeCounts(db: Db, { auditChanges }: Tables, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, number>();
  const rows = await db
    .select({ entryId: auditChanges.entryId, changes: count() })
    .from(auditChanges)
    .where(inArray(auditChanges.entryId, [...ids]))
    .groupBy(auditChanges.entryId);
  return new Map(rows.map(({ entryId, changes }) => [entryId, changes]));
}

/** In a store that is in use these are few: what was committed while the log was taking up the last. */
async function* pending(db: Db, tables: Tables): AsyncGenerator<EntryRead> {
  const since = Number.MIN_SAFE_INTEGER;
  const entries = await unsequencedEntries(db, tables, { since, limit: Number.MAX_SAFE_INTEGER });
  for (const entry of entries) {
    const changes = await changesOfEntries(db, tables, [entry.id]);
    yield { entry, changes: changes.get(entry.id) ?? [] };
  }
}

async function* nodes(db: Db, { logNodes }: Tables, level: number): AsyncGenerator<LogNode> {
  for (let after = LOWEST; ;) {
    const rows = await db
      .select()
      .from(logNodes)
      .where(and(eq(logNodes.level, level), gt(logNodes.position, after)))
      .orderBy(asc(logNodes.position))
      .limit(NODES_A_PAGE);
    yield* rows;
    if (rows.length < NODES_A_PAGE) return;
    after = rows.at(-1)!.position;
  }
}
