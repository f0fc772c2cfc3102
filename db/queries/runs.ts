import { and, asc, count, desc, eq, gt, isNull, lt, or } from 'drizzle-orm';
import type { Changed } from '../audit-entry.ts';
import { addRows } from '../rows.ts';
import type { Db, Tx } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { keyAfter, pageOf, type Page, type PageRequest } from './page.ts';
import { type ResultFilter, resultsWanted } from './result-filter.ts';

export async function latestRun(db: Db, { runs }: Tables, year: number): Promise<Row<'runs'> | undefined> {
  const [run] = await db
    .select()
    .from(runs)
    .where(and(eq(runs.year, year), isNull(runs.supersededBy)))
    .orderBy(desc(runs.ranAt), desc(runs.id))
    .limit(1);
  return run;
}

export async function runById(db: Db, { runs }: Tables, id: string): Promise<Row<'runs'> | undefined> {
  const [run] = await db.select().from(runs).where(eq(runs.id, id));
  return run;
}

export const runsOf = (db: Db, { runs }: Tables, year: number) =>
  db.select().from(runs).where(eq(runs.year, year)).orderBy(desc(runs.ranAt), desc(runs.id));

/** What a run's rows are made of; the store adds the column it sorts totals by. */
export type RunResult = Omit<Row<'runResults'>, 'totalOrder'>;

export const keepResults = (
  tx: Tx,
  changed: Changed,
  { runResults }: Tables,
  results: readonly RunResult[],
): Promise<void> =>
  addRows(
    tx,
    changed,
    runResults,
    results.map((result) => ({ ...result, totalOrder: result.total ?? NO_TOTAL })),
  );
const NO_TOTAL = -1;

export async function resultOf(
  db: Db,
  { runResults }: Tables,
  runId: string,
  cadreId: string,
): Promise<Row<'runResults'> | undefined> {
  const [result] = await db
    .select()
    .from(runResults)
    .where(and(eq(runResults.runId, runId), eq(runResults.cadreId, cadreId)));
  return result;
}

/** A person's standing results, the latest year first. */
export const resultsOfCadre = (db: Db, { runs, runResults }: Tables, cadreId: string) =>
  db
    .select({
      runId: runs.id,
      year: runs.year,
      base: runResults.base,
      credits: runResults.credits,
      deductions: runResults.deductions,
      total: runResults.total,
      band: runResults.band,
      ceiling: runResults.ceiling,
      grade: runResults.grade,
      reason: runResults.reason,
    })
    .from(runResults)
    .innerJoin(runs, eq(runs.id, runResults.runId))
    .where(and(eq(runResults.cadreId, cadreId), isNull(runs.supersededBy)))
    .orderBy(desc(runs.year), desc(runs.ranAt));

const storedResult = (r: Tables['runResults']) => ({
  cadreId: r.cadreId,
  facts: r.facts,
  base: r.base,
  balance: r.balance,
  credits: r.credits,
  deductions: r.deductions,
  total: r.total,
  band: r.band,
  ceiling: r.ceiling,
  grade: r.grade,
  reason: r.reason,
  explanation: r.explanation,
});
/** A result as far as it says what `evaluate` was told and answered. */
export type StoredResult = Pick<Row<'runResults'>, keyof ReturnType<typeof storedResult>>;

/** The whole input and output of a run in the order of cadre ids: what a replay compares. */
export async function* resultsInOrder(db: Db, { runResults }: Tables, runId: string, atATime = 500) {
  for (let after = ''; ;) {
    const rows = await db
      .select(storedResult(runResults))
      .from(runResults)
      .where(and(eq(runResults.runId, runId), gt(runResults.cadreId, after)))
      .orderBy(asc(runResults.cadreId))
      .limit(atATime);
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    after = last.cadreId;
  }
}

export type ResultSort = { by: 'total' | 'name'; direction: 'up' | 'down' };

const listed = ({ runResults: r }: Tables) => ({
  cadreId: r.cadreId,
  staffNo: r.staffNo,
  name: r.name,
  nameKey: r.nameKey,
  unitId: r.unitId,
  poolId: r.poolId,
  base: r.base,
  credits: r.credits,
  deductions: r.deductions,
  total: r.total,
  totalOrder: r.totalOrder,
  band: r.band,
  ceiling: r.ceiling,
  grade: r.grade,
  reason: r.reason,
  reviewCount: r.reviewCount,
});
export type ListedResult = Pick<Row<'runResults'>, keyof ReturnType<typeof listed>>;

export async function runPage(
  db: Db,
  tables: Tables,
  request: ResultFilter & PageRequest & { sort: ResultSort },
): Promise<Page<ListedResult>> {
  const { runResults: r } = tables;
  const { by, direction } = request.sort;
  const [beyond, order] = direction === 'up' ? [gt, asc] : [lt, desc];
  const sorted = by === 'total' ? r.totalOrder : r.nameKey;
  const after = keyAfter(request.after, [by === 'total' ? 'number' : 'string', 'string']);
  const rest = after && or(beyond(sorted, after[0]), and(eq(sorted, after[0]), beyond(r.cadreId, after[1])));
  const rows = await db
    .select(listed(tables))
    .from(r)
    .where(and(resultsWanted(tables, request), rest ?? undefined))
    .orderBy(order(sorted), order(r.cadreId))
    .limit(request.limit + 1);
  return pageOf(rows, request.limit, (row) => [by === 'total' ? row.totalOrder : row.nameKey, row.cadreId]);
}

/** Results in which anything weighs, the most deducted first, and how many results there are in all. */
export async function resultsWeighing(
  db: Db,
  tables: Tables,
  filter: ResultFilter,
): Promise<{ rows: Row<'runResults'>[]; cadreCount: number }> {
  const { runResults: r } = tables;
  const wanted = resultsWanted(tables, filter);
  const rows = await db
    .select()
    .from(r)
    .where(and(wanted, or(gt(r.credits, 0), gt(r.deductions, 0))))
    .orderBy(desc(r.deductions), desc(r.credits), asc(r.cadreId));
  return { rows, cadreCount: await db.$count(r, wanted) };
}

/** How many of the results wanted have each grade; leave `grades` null to count beside the filter's own choice. */
export const countsByGrade = (db: Db, tables: Tables, filter: ResultFilter) =>
  db
    .select({ grade: tables.runResults.grade, cadreCount: count() })
    .from(tables.runResults)
    .where(resultsWanted(tables, filter))
    .groupBy(tables.runResults.grade);

export const countsByUnit = (db: Db, tables: Tables, filter: ResultFilter) =>
  db
    .select({ unitId: tables.runResults.unitId, cadreCount: count() })
    .from(tables.runResults)
    .where(resultsWanted(tables, filter))
    .groupBy(tables.runResults.unitId)
    .orderBy(asc(tables.runResults.unitId));
