// What the files of the double ledger and of exemption say.
import { and, desc, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

export async function inactionOf(
  db: Db,
  { inactionFiles }: Tables,
  fileId: string,
): Promise<Row<'inactionFiles'> | undefined> {
  const [row] = await db.select().from(inactionFiles).where(eq(inactionFiles.fileId, fileId));
  return row;
}

export async function initiativeOf(
  db: Db,
  { initiativeFiles }: Tables,
  fileId: string,
): Promise<Row<'initiativeFiles'> | undefined> {
  const [row] = await db.select().from(initiativeFiles).where(eq(initiativeFiles.fileId, fileId));
  return row;
}

export async function exemptionOf(
  db: Db,
  { exemptions }: Tables,
  fileId: string,
): Promise<Row<'exemptions'> | undefined> {
  const [row] = await db.select().from(exemptions).where(eq(exemptions.fileId, fileId));
  return row;
}

/** The exemptions asked for in a file of inaction, the latest first. */
export const exemptionsOf = (
  db: Db,
  { exemptions, files }: Tables,
  inactionFileId: string,
): Promise<{ exemption: Row<'exemptions'>; file: Row<'files'> }[]> =>
  db
    .select({ exemption: exemptions, file: files })
    .from(exemptions)
    .innerJoin(files, eq(files.id, exemptions.fileId))
    .where(eq(exemptions.inactionFileId, inactionFileId))
    .orderBy(desc(files.openedAt), desc(files.id));

/** Decided exemptions beside this one: precedents. */
export const exemptionsDecided = (
  db: Db,
  { exemptions }: Tables,
  besideFileId: string,
): Promise<Row<'exemptions'>[]> =>
  db
    .select()
    .from(exemptions)
    .where(and(isNotNull(exemptions.outcome), ne(exemptions.fileId, besideFileId)))
    .orderBy(desc(exemptions.decidedOn), desc(exemptions.fileId));

export async function recordById(
  db: Db,
  { conductRecords }: Tables,
  id: string,
): Promise<Row<'conductRecords'> | undefined> {
  const [row] = await db.select().from(conductRecords).where(eq(conductRecords.id, id));
  return row;
}

/** Standing records of a person that share a fact. */
export const recordsOfFact = (
  db: Db,
  { conductRecords: c }: Tables,
  { cadreId, ledger, factId }: Pick<Row<'conductRecords'>, 'cadreId' | 'ledger'> & { factId: string },
): Promise<Row<'conductRecords'>[]> =>
  db
    .select()
    .from(c)
    .where(and(eq(c.cadreId, cadreId), eq(c.ledger, ledger), eq(c.factId, factId), isNull(c.withdrawnAt)));

/** The files that say what some records say: file id by record id. */
export async function filesOfRecords(
  db: Db,
  { inactionFiles, initiativeFiles }: Tables,
  recordIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (recordIds.length === 0) return new Map();
  const found = new Map<string, string>();
  for (const table of [inactionFiles, initiativeFiles]) {
    const rows = await db
      .select({ fileId: table.fileId, recordId: table.recordId })
      .from(table)
      .where(inArray(table.recordId, [...recordIds]));
    for (const { fileId, recordId } of rows) found.set(recordId!, fileId);
  }
  return found;
}
