// What an import compares a file with: the facts that stand or wait, and who is appraised in a year.
import { and, eq, getTableColumns, inArray, isNotNull, isNull, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { tablesBrought } from './imports.ts';

type OfCadre = PgTable & { cadreId: AnyPgColumn; withdrawnAt: AnyPgColumn };

/** Visible facts about people, confirmed or waiting; with a year, only those of it. */
export async function visibleFactsOf<T extends OfCadre>(
  db: Db,
  table: T,
  cadreIds: readonly string[],
  year: number | null,
): Promise<T['$inferSelect'][]> {
  const found: T['$inferSelect'][] = [];
  const source: PgTable = table;
  const inYear = yearIs(table, year);
  for (const some of inChunks([...new Set(cadreIds)])) {
    const rows = await db
      .select()
      .from(source)
      .where(and(inArray(table.cadreId, [...some]), isNull(table.withdrawnAt), inYear));
    found.push(...(rows as T['$inferSelect'][]));
  }
  return found;
}

function yearIs(table: PgTable, year: number | null): SQL | undefined {
  const column = (getTableColumns(table) as Record<string, AnyPgColumn>)['year'];
  return year === null || !column ? undefined : eq(column, year);
}

export const visibleUnitGrades = (db: Db, { unitGrades }: Tables, year: number) =>
  db
    .select()
    .from(unitGrades)
    .where(and(eq(unitGrades.year, year), isNull(unitGrades.withdrawnAt)));

export async function enrolledAmong(
  db: Db,
  { enrolments }: Tables,
  year: number,
  cadreIds: readonly string[],
): Promise<Row<'enrolments'>[]> {
  const found: Row<'enrolments'>[] = [];
  for (const some of inChunks([...new Set(cadreIds)])) {
    const those = and(eq(enrolments.year, year), inArray(enrolments.cadreId, [...some]));
    found.push(...(await db.select().from(enrolments).where(those)));
  }
  return found;
}

export interface Superseded {
  table: PgTable;
  rows: Record<string, unknown>[];
}

/** The facts that those of a batch correct and that still stand: they give way when the batch is confirmed. */
export async function factsSupersededBy(db: Db, tables: Tables, batchId: string): Promise<Superseded[]> {
  const found: Superseded[] = [];
  for (const table of tablesBrought(tables)) {
    const { supersedesId } = getTableColumns(table as PgTable) as Record<string, AnyPgColumn>;
    if (!supersedesId) continue;
    const corrected = db
      .select({ id: supersedesId })
      .from(table)
      .where(and(eq(table.batchId, batchId), isNull(table.withdrawnAt), isNotNull(supersedesId)));
    const rows = await db
      .select()
      .from(table)
      .where(and(inArray(table.id, corrected), isNull(table.withdrawnAt)));
    if (rows.length > 0) found.push({ table, rows });
  }
  return found;
}
