// What somebody asks to have corrected in his own record.
import { and, desc, eq, notInArray } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

export async function correctionOf(
  db: Db,
  { corrections }: Tables,
  fileId: string,
): Promise<Row<'corrections'> | undefined> {
  const [correction] = await db.select().from(corrections).where(eq(corrections.fileId, fileId));
  return correction;
}

/** Everything somebody ever asked for, the latest first. */
export const correctionsOfCadre = (
  db: Db,
  { corrections, files }: Tables,
  cadreId: string,
): Promise<{ correction: Row<'corrections'>; file: Row<'files'> }[]> =>
  db
    .select({ correction: corrections, file: files })
    .from(corrections)
    .innerJoin(files, eq(files.id, corrections.fileId))
    .where(eq(corrections.cadreId, cadreId))
    .orderBy(desc(files.openedAt), desc(files.id));

/** The items somebody has asked about and not been answered for good yet, with the file of each. */
export async function fieldsInQuestion(
  db: Db,
  { corrections, files }: Tables,
  { cadreId, ended }: { cadreId: string; ended: readonly string[] },
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ field: corrections.field, fileId: corrections.fileId })
    .from(corrections)
    .innerJoin(files, eq(files.id, corrections.fileId))
    .where(and(eq(corrections.cadreId, cadreId), notInArray(files.state, [...ended])));
  return new Map(rows.map(({ field, fileId }) => [field, fileId]));
}
