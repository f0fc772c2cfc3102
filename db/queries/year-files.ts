// The files through which years are archived and reopened, and what archiving does to other files.
import { and, asc, between, countDistinct, eq, gt, isNull, or } from 'drizzle-orm';
import type { Day } from '../../scoring/index.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

/** A year's file; none before it was archived for the first time. */
export async function yearFileOf(
  db: Db,
  { files, yearFiles }: Tables,
  year: number,
): Promise<Row<'files'> | undefined> {
  const [found] = await db
    .select({ file: files })
    .from(yearFiles)
    .innerJoin(files, eq(files.id, yearFiles.fileId))
    .where(eq(yearFiles.year, year));
  return found?.file;
}

/** The year that a file is about. */
export async function yearOfFile(
  db: Db,
  { years, yearFiles }: Tables,
  fileId: string,
): Promise<Row<'years'> | undefined> {
  const [found] = await db
    .select({ year: years })
    .from(yearFiles)
    .innerJoin(years, eq(years.year, yearFiles.year))
    .where(eq(yearFiles.fileId, fileId));
  return found?.year;
}

interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** Files of initiative in a state whose record counts within a period, in the order of their ids. */
export const initiativesCountingIn = (
  db: Db,
  { files, initiativeFiles: i, conductRecords: c }: Tables,
  { from, to, state }: Period & { readonly state: string },
): Promise<Row<'files'>[]> =>
  db
    .select({ file: files })
    .from(i)
    .innerJoin(files, eq(files.id, i.fileId))
    .innerJoin(c, eq(c.id, i.recordId))
    .where(
      and(
        eq(files.state, state),
        isNull(c.withdrawnAt),
        or(between(c.countsOn, from, to), and(isNull(c.countsOn), between(c.occurredOn, from, to))),
      ),
    )
    .orderBy(asc(files.id))
    .then((rows) => rows.map(({ file }) => file));

/** Archived years of which a record that had counted was dismissed since, the earliest first. */
export const yearsWithRecordsCleared = (
  db: Db,
  { years, yearFiles, files, conductRecords: c }: Tables,
): Promise<{ year: number; fileId: string; recordCount: number }[]> =>
  db
    .select({ year: years.year, fileId: files.id, recordCount: countDistinct(c.id) })
    .from(years)
    .innerJoin(yearFiles, eq(yearFiles.year, years.year))
    .innerJoin(files, eq(files.id, yearFiles.fileId))
    .innerJoin(
      c,
      or(
        between(c.countsOn, years.periodFrom, years.periodTo),
        and(isNull(c.countsOn), between(c.occurredOn, years.periodFrom, years.periodTo)),
      ),
    )
    .where(
      and(
        eq(years.state, 'archived'),
        eq(c.finding, 'dismissed'),
        isNull(c.withdrawnAt),
        // It weighed until then; the file's present state was entered when the year was archived.
        gt(c.weighedAt, files.enteredAt),
      ),
    )
    .groupBy(years.year, files.id)
    .orderBy(asc(years.year));
