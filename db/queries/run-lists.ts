// What lists and counts of a run show beside the page itself.
import { and, asc, count, eq, gt, inArray, isNotNull, like, type SQL } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Tables } from '../tables/index.ts';
import { type ResultFilter, resultsWanted } from './result-filter.ts';

/** How many of the results wanted have a total, a review open, a post due for rotation. */
export async function runFigures(db: Db, tables: Tables, filter: ResultFilter) {
  const { runResults: r } = tables;
  const countWhere = async (more: SQL | undefined): Promise<number> => {
    const [row] = await db
      .select({ cadreCount: count() })
      .from(r)
      .where(and(resultsWanted(tables, filter), more));
    return row?.cadreCount ?? 0;
  };
  return {
    results: await countWhere(undefined),
    withTotal: await countWhere(isNotNull(r.total)),
    withReview: await countWhere(gt(r.reviewCount, 0)),
    // The packed explanation says the status of each post held; no other part of it has this key.
    rotationDue: await countWhere(like(r.explanation, '%"status":"due"%')),
  };
}

/** What a list shows beside the figures: post and rank as they are now, the reasons as they were found. */
export const resultDetails = (
  db: Db,
  { runResults: r, cadres }: Tables,
  runId: string,
  cadreIds: readonly string[],
) =>
  db
    .select({
      cadreId: r.cadreId,
      explanation: r.explanation,
      postTitle: cadres.postTitle,
      rank: cadres.rank,
    })
    .from(r)
    .innerJoin(cadres, eq(cadres.id, r.cadreId))
    .where(and(eq(r.runId, runId), inArray(r.cadreId, [...cadreIds])));

/** People as a run listed them: for the tied of a pool. */
export const listedIn = (db: Db, { runResults: r }: Tables, runId: string, cadreIds: readonly string[]) =>
  db
    .select({ cadreId: r.cadreId, name: r.name, unitId: r.unitId })
    .from(r)
    .where(and(eq(r.runId, runId), inArray(r.cadreId, [...cadreIds])))
    .orderBy(asc(r.nameKey), asc(r.cadreId));
