// Decisions taken before the product: the rows of a batch that speak against somebody, and the files that keep a record.
import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

/** The findings that weigh: only a decision that takes something from a person has to be told and accepted anew. */
const WEIGHING = ['upheld', 'mitigated'] as const;

const weighing = ({ conductRecords: c }: Tables, batchIds: readonly string[]) =>
  and(
    inArray(c.batchId, [...batchIds]),
    isNull(c.withdrawnAt),
    eq(c.ledger, 'inaction'),
    inArray(c.finding, [...WEIGHING]),
  );

/** The past decisions that a batch brought, the earliest first. */
export const pastDecisionsOf = (
  db: Db,
  tables: Tables,
  batchId: string,
): Promise<Row<'conductRecords'>[]> => {
  const { conductRecords: c } = tables;
  return db
    .select()
    .from(c)
    .where(weighing(tables, [batchId]))
    .orderBy(asc(c.occurredOn), asc(c.id));
};

/** How many past decisions each of some batches brought. */
export async function pastDecisionCounts(
  db: Db,
  tables: Tables,
  batchIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (batchIds.length === 0) return new Map();
  const { batchId } = tables.conductRecords;
  const rows = await db
    .select({ batchId, count: count() })
    .from(tables.conductRecords)
    .where(weighing(tables, batchIds))
    .groupBy(batchId);
  return new Map(rows.map((row) => [row.batchId!, row.count]));
}

/** What the file of a record says of it. */
export interface KeptByFile {
  readonly state: string;
  /** Null for an initiative. */
  readonly isMitigated: boolean | null;
}

/** Of some records those that a file keeps: by record id. */
export async function recordsKeptByFiles(
  db: Db,
  { files, inactionFiles: i, initiativeFiles: v }: Tables,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, KeptByFile>> {
  const kept = new Map<string, KeptByFile>();
  for (const ids of inChunks(recordIds)) {
    const inactions = await db
      .select({ recordId: i.recordId, state: files.state, isMitigated: i.isMitigated })
      .from(i)
      .innerJoin(files, eq(files.id, i.fileId))
      .where(inArray(i.recordId, [...ids]));
    const initiatives = await db
      .select({ recordId: v.recordId, state: files.state })
      .from(v)
      .innerJoin(files, eq(files.id, v.fileId))
      .where(inArray(v.recordId, [...ids]));
    for (const { recordId, ...file } of inactions) kept.set(recordId!, file);
    for (const { recordId, state } of initiatives) kept.set(recordId!, { state, isMitigated: null });
  }
  return kept;
}
