// The facts of the cadres between two ids, one query a table, each person's rows crossing as one value.
import { and, between, eq, isNotNull, isNull, lt, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Cadre, VoteFinding } from '../../scoring/index.ts';
import { packed } from '../columns.ts';
import type { Db } from '../store.ts';
import type { Tables } from '../tables/index.ts';
import { bundleConduct, bundleConstraint, conductColumns, constraintColumns } from './bundle-records.ts';

/** The first and last cadre id, both included. */
export type Between = { first: string; last: string };

/** A fact counts from its confirmation until it is withdrawn. */
export const standing = (table: { confirmedAt: AnyPgColumn; withdrawnAt: AnyPgColumn }): SQL | undefined =>
  and(isNotNull(table.confirmedAt), isNull(table.withdrawnAt));

type OfCadre = PgTable & { id: AnyPgColumn; cadreId: AnyPgColumn };

async function byCadre<const C extends readonly AnyPgColumn[]>(
  db: Db,
  table: OfCadre,
  columns: C,
  which: { in: Between; where: SQL | undefined; orderBy?: AnyPgColumn },
) {
  const rows = await db
    .select({ cadreId: table.cadreId, list: packed(columns, which.orderBy ?? table.id) })
    .from(table)
    .where(and(between(table.cadreId, which.in.first, which.in.last), which.where))
    .groupBy(table.cadreId);
  const lists = new Map(rows.map((row) => [row.cadreId as string, row.list]));
  return (cadreId: string) => lists.get(cadreId) ?? [];
}

type Figure = 'measures' | 'quarters' | 'grades' | 'voteFindings' | 'inspectionFindings';

/** What was measured and graded: of the year itself, and the grades of the years before. */
export async function figuresBetween(db: Db, tables: Tables, year: number, between: Between) {
  const { measures: m, quarterGrades: q, pastGrades: g, reviewFindings: r } = tables;
  const ofYear = (table: typeof m | typeof q | typeof r) => ({
    in: between,
    where: and(eq(table.year, year), standing(table)),
  });
  const before = { in: between, where: and(lt(g.year, year), standing(g)), orderBy: g.year };
  const measures = await byCadre(db, m, [m.measure, m.value], { ...ofYear(m), orderBy: m.measure });
  const quarters = await byCadre(db, q, [q.grade], { ...ofYear(q), orderBy: q.quarter });
  const grades = await byCadre(db, g, [g.year, g.grade], before);
  const findings = await byCadre(db, r, [r.kind, r.id, r.code, r.onDay], ofYear(r));
  return (cadreId: string): Pick<Cadre, Figure> => ({
    measures: Object.fromEntries(measures(cadreId)),
    quarters: quarters(cadreId).map(([grade]) => grade),
    grades: grades(cadreId).map(([year, grade]) => ({ year, grade })),
    voteFindings: findings(cadreId)
      .filter(([kind]) => kind === 'vote')
      .map(([, , code]) => code as VoteFinding),
    inspectionFindings: findings(cadreId)
      .filter(([kind]) => kind === 'inspection')
      .map(([, id, kind, on]) => ({ id, kind, on })),
  });
}

/** What follows a person through the years: conduct, constraints, posts held. */
export async function filesBetween(db: Db, tables: Tables, between: Between) {
  const { conductRecords: c, constraints: d, appointments: a } = tables;
  const conduct = await byCadre(db, c, conductColumns(tables), { in: between, where: standing(c) });
  const constraints = await byCadre(db, d, constraintColumns(tables), { in: between, where: standing(d) });
  const held = [a.postId, a.unitId, a.rank, a.fromOn, a.toOn, a.isSensitive] as const;
  const visible = { in: between, where: isNull(a.withdrawnAt), orderBy: a.fromOn };
  const appointments = await byCadre(db, a, held, visible);
  return (cadreId: string): Pick<Cadre, 'conduct' | 'constraints' | 'appointments'> => ({
    conduct: conduct(cadreId).map(bundleConduct),
    constraints: constraints(cadreId).map(bundleConstraint),
    appointments: appointments(cadreId).map(([postId, unitId, rank, from, to, sensitive]) => ({
      postId,
      unitId,
      rank,
      from,
      to,
      sensitive,
    })),
  });
}
