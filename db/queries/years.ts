import { and, asc, count, countDistinct, desc, eq, gt, inArray, isNull, lt, lte, or } from 'drizzle-orm';
import type { Rank } from '../../scoring/index.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { standing } from './facts-by-cadre.ts';

export const yearsKept = (db: Db, { years }: Tables) => db.select().from(years).orderBy(desc(years.year));

export async function yearOf(db: Db, { years }: Tables, year: number): Promise<Row<'years'> | undefined> {
  const [found] = await db.select().from(years).where(eq(years.year, year));
  return found;
}

/** The year before it that was opened last: its pools are the model of the next. */
export async function yearBefore(db: Db, { years }: Tables, year: number): Promise<Row<'years'> | undefined> {
  const [found] = await db
    .select()
    .from(years)
    .where(lt(years.year, year))
    .orderBy(desc(years.year))
    .limit(1);
  return found;
}

export const poolsOf = (db: Db, { pools }: Tables, year: number) =>
  db.select().from(pools).where(eq(pools.year, year)).orderBy(asc(pools.id));

/** Every unit the bundle of a year speaks of: where its cadres are appraised and where they ever held a post. */
export function unitsOfYear(db: Db, { units, enrolments, appointments }: Tables, year: number) {
  const { id, code, name, kind, parentId } = units;
  const appraisedIn = db.select({ id: enrolments.unitId }).from(enrolments).where(eq(enrolments.year, year));
  const servedIn = db
    .select({ id: appointments.unitId })
    .from(appointments)
    .innerJoin(enrolments, eq(enrolments.cadreId, appointments.cadreId))
    .where(and(eq(enrolments.year, year), isNull(appointments.withdrawnAt)));
  return db
    .select({ id, code, name, kind, parentId })
    .from(units)
    .where(or(inArray(id, appraisedIn), inArray(id, servedIn)))
    .orderBy(asc(id));
}

export async function enrolmentOf(
  db: Db,
  { enrolments }: Tables,
  year: number,
  cadreId: string,
): Promise<Row<'enrolments'> | undefined> {
  const [enrolment] = await db
    .select()
    .from(enrolments)
    .where(and(eq(enrolments.year, year), eq(enrolments.cadreId, cadreId)));
  return enrolment;
}

/** How many are appraised, in some units or (null) everywhere. */
export async function enrolledCount(
  db: Db,
  { enrolments }: Tables,
  year: number,
  unitIds: readonly string[] | null,
): Promise<number> {
  const inUnits = unitIds ? inArray(enrolments.unitId, [...unitIds]) : undefined;
  const [row] = await db
    .select({ cadreCount: count() })
    .from(enrolments)
    .where(and(eq(enrolments.year, year), inUnits));
  return row?.cadreCount ?? 0;
}

/** In which pool everybody of a year was. */
export const enrolmentsOf = (db: Db, { enrolments }: Tables, year: number) =>
  db
    .select({ cadreId: enrolments.cadreId, poolId: enrolments.poolId })
    .from(enrolments)
    .where(eq(enrolments.year, year))
    .orderBy(asc(enrolments.cadreId));

/** The years a person is appraised in, the latest first. */
export const yearsEnrolled = async (db: Db, { enrolments }: Tables, cadreId: string): Promise<number[]> =>
  (
    await db
      .select({ year: enrolments.year })
      .from(enrolments)
      .where(eq(enrolments.cadreId, cadreId))
      .orderBy(desc(enrolments.year))
  ).map(({ year }) => year);

/** What people decided on ties that still stands. */
export const tieDecisionsOf = (db: Db, { tieDecisions }: Tables, year: number) =>
  db
    .select()
    .from(tieDecisions)
    .where(and(eq(tieDecisions.year, year), isNull(tieDecisions.supersededBy)))
    .orderBy(asc(tieDecisions.decidedAt), asc(tieDecisions.id));

/** How many are appraised in each pool. */
export const poolSizes = (db: Db, { enrolments }: Tables, year: number) =>
  db
    .select({ poolId: enrolments.poolId, cadreCount: count() })
    .from(enrolments)
    .where(eq(enrolments.year, year))
    .groupBy(enrolments.poolId)
    .orderBy(asc(enrolments.poolId));

/** How far the figures of a year have come: of each measure, how many cadres have one that counts. */
export const measureCounts = (db: Db, { measures, enrolments }: Tables, year: number) =>
  db
    .select({ measure: measures.measure, cadreCount: countDistinct(measures.cadreId) })
    .from(measures)
    .innerJoin(enrolments, and(eq(enrolments.cadreId, measures.cadreId), eq(enrolments.year, measures.year)))
    .where(and(eq(measures.year, year), standing(measures)))
    .groupBy(measures.measure)
    .orderBy(asc(measures.measure));

/** The five dimensions of a person's democratic evaluation, for the radar. */
export const dimensionScoresOf = (db: Db, { dimensionScores: d }: Tables, year: number, cadreId: string) =>
  db
    .select({ dimension: d.dimension, value: d.value })
    .from(d)
    .where(and(eq(d.year, year), eq(d.cadreId, cadreId), standing(d)))
    .orderBy(asc(d.dimension));

/** The same of everybody of one rank, for a median to compare with. */
export const dimensionScoresOfRank = (
  db: Db,
  { dimensionScores: d, cadres }: Tables,
  year: number,
  rank: Rank,
) =>
  db
    .select({ dimension: d.dimension, value: d.value })
    .from(d)
    .innerJoin(cadres, and(eq(cadres.id, d.cadreId), isNull(cadres.withdrawnAt)))
    .where(and(eq(d.year, year), eq(cadres.rank, rank), standing(d)))
    .orderBy(asc(d.dimension), asc(d.value));

/** The grades a person brought along from years before, the latest first. */
export const pastGradesOf = (db: Db, { pastGrades: g }: Tables, cadreId: string) =>
  db
    .select({ year: g.year, grade: g.grade })
    .from(g)
    .where(and(eq(g.cadreId, cadreId), standing(g)))
    .orderBy(desc(g.year));

/** Whether anything that enters the evaluation of a year was confirmed, withdrawn, decided or weighed after a moment. */
export async function factsChangedSince(
  db: Db,
  { importBatches: b, policyValues: v, tieDecisions: d, conductRecords: c, years }: Tables,
  year: number,
  at: number,
): Promise<boolean> {
  const ofYear = or(isNull(b.year), lte(b.year, year));
  const tookEffect = or(
    and(eq(b.state, 'confirmed'), gt(b.confirmedAt, at)),
    and(eq(b.state, 'undone'), gt(b.undoneAt, at)),
    and(eq(b.state, 'applied'), eq(b.kind, 'roster'), gt(b.appliedAt, at)),
  );
  const batches = await db.select({ id: b.id }).from(b).where(and(ofYear, tookEffect)).limit(1);
  const values = await db
    .select({ id: v.id })
    .from(v)
    .where(and(eq(v.state, 'adopted'), gt(v.decidedAt, at)))
    .limit(1);
  const decisions = await db
    .select({ id: d.id })
    .from(d)
    .where(and(eq(d.year, year), gt(d.decidedAt, at)))
    .limit(1);
  // A record of an earlier year may weigh on a later one: whoever was told of it before answers for more.
  const records = await db
    .select({ id: c.id })
    .from(c)
    .innerJoin(years, and(eq(years.year, year), lte(c.occurredOn, years.periodTo)))
    .where(gt(c.weighedAt, at))
    .limit(1);
  return batches.length + values.length + decisions.length + records.length > 0;
}
