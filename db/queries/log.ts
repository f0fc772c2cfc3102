// What the log holds. Proofs are computed in db/audit-log from the complete subtrees asked for here.
import { and, asc, desc, eq, gte, inArray, isNull, or } from 'drizzle-orm';
import type { LogNode, Place } from '../audit-log/tree.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

export async function latestHead(db: Db, { logHeads }: Tables): Promise<Row<'logHeads'> | undefined> {
  const [head] = await db.select().from(logHeads).orderBy(desc(logHeads.size)).limit(1);
  return head;
}

export async function headOfSize(db: Db, { logHeads }: Tables, size: number) {
  const [head] = await db.select().from(logHeads).where(eq(logHeads.size, size));
  return head;
}

/** How many leaves there are if none is missing: one more than the last one's place. */
export async function leafCount(db: Db, { logLeaves }: Tables): Promise<number> {
  const [last] = await db
    .select({ sequence: logLeaves.sequence })
    .from(logLeaves)
    .orderBy(desc(logLeaves.sequence))
    .limit(1);
  return last ? last.sequence + 1 : 0;
}

export async function leafOfEntry(db: Db, { logLeaves }: Tables, entryId: string) {
  const [leaf] = await db.select().from(logLeaves).where(eq(logLeaves.entryId, entryId));
  return leaf;
}

export async function leafAt(db: Db, { logLeaves }: Tables, sequence: number) {
  const [leaf] = await db.select().from(logLeaves).where(eq(logLeaves.sequence, sequence));
  return leaf;
}

/** The roots of some complete subtrees, single leaves among them, in no order. */
export async function subtreeRoots(
  db: Db,
  { logLeaves, logNodes }: Tables,
  places: readonly Place[],
): Promise<LogNode[]> {
  const single = places.filter(({ level }) => level === 0).map(({ position }) => position);
  const larger = places.filter(({ level }) => level > 0);
  const leaves =
    single.length === 0 ? [] : await db.select().from(logLeaves).where(inArray(logLeaves.sequence, single));
  const nodes =
    larger.length === 0
      ? []
      : await db
          .select()
          .from(logNodes)
          .where(
            or(
              ...larger.map((place) =>
                and(eq(logNodes.level, place.level), eq(logNodes.position, place.position)),
              ),
            ),
          );
  return [...leaves.map((leaf) => ({ level: 0, position: leaf.sequence, hash: leaf.leafHash })), ...nodes];
}

/** The oldest first, as they were published. */
export const logKeysInUse = (db: Db, { logKeys }: Tables) =>
  db.select().from(logKeys).orderBy(asc(logKeys.at), asc(logKeys.id));

/** Entries that the log has not taken up yet, from a moment on, in the order in which it takes them. */
export async function unsequencedEntries(
  db: Db,
  { auditEntries, logLeaves }: Tables,
  { since, limit }: { since: number; limit: number },
): Promise<Row<'auditEntries'>[]> {
  const rows = await db
    .select({ entry: auditEntries })
    .from(auditEntries)
    .leftJoin(logLeaves, eq(logLeaves.entryId, auditEntries.id))
    .where(and(gte(auditEntries.at, since), isNull(logLeaves.entryId)))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id))
    .limit(limit);
  return rows.map(({ entry }) => entry);
}

/** The changed rows of some entries, by entry, in the order in which the acts named them. */
export async function changesOfEntries(
  db: Db,
  { auditChanges }: Tables,
  entryIds: readonly string[],
): Promise<ReadonlyMap<string, Row<'auditChanges'>[]>> {
  if (entryIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(auditChanges)
    .where(inArray(auditChanges.entryId, [...entryIds]))
    .orderBy(asc(auditChanges.entryId), asc(auditChanges.position));
  return Map.groupBy(rows, ({ entryId }) => entryId);
}

export const hasEntries = async (db: Db, { auditEntries }: Tables): Promise<boolean> =>
  (await db.select({ id: auditEntries.id }).from(auditEntries).limit(1)).length > 0;
