// What the files of the double ledger and of exemption say.
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, ne, not, or, sql } from 'drizzle-orm';
import type { BehaviourCode } from '../../scoring/index.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { type FileFilter, filesAmong, type FilesWanted, readInWhole } from './file-pages.ts';
import { personMatches, textHas } from './person-search.ts';

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

export interface InactionFilter {
  readonly area?: number | undefined;
  readonly cadreId?: string | undefined;
  /** The person's name, pinyin or number, or words of the title. */
  readonly q?: string | undefined;
  readonly states?: readonly string[] | undefined;
  /** One of these. */
  readonly fileIds?: readonly string[] | undefined;
  /** Which of them may be asked for by what they say, and not by name and state only. */
  readonly inWhole: FileFilter;
}

/** Files of inaction by their area, person, name or state; their text is not searched, since some may not read it. */
export function inactionMatches(
  { files, inactionFiles: i, cadres }: Tables,
  { area, cadreId, q = '', states, fileIds, inWhole }: InactionFilter,
): FileFilter {
  const isNamed = personMatches(q, cadres);
  const isPersons =
    isNamed && sql`exists (select 1 from ${cadres} where ${cadres.id} = ${i.cadreId} and ${isNamed})`;
  const wanted = and(
    sql`${i.fileId} = ${files.id}`,
    area === undefined ? undefined : and(inWhole, sql`${i.code} like ${`${area}.%`}`),
    cadreId === undefined ? undefined : eq(i.cadreId, cadreId),
    isPersons && or(and(inWhole, textHas(q, files.title)), isPersons),
  );
  return and(
    sql`exists (select 1 from ${i} where ${wanted})`,
    states && inArray(files.state, [...states]),
    fileIds && (fileIds.length === 0 ? sql`1 = 0` : inArray(files.id, [...fileIds])),
  );
}

/** How many there are of each behaviour and state; null = the behaviour is not told to whoever asks. */
export async function inactionTally(
  db: Db,
  tables: Tables,
  wanted: FilesWanted,
): Promise<{ code: BehaviourCode | null; state: string; files: number }[]> {
  const { files, inactionFiles: i } = tables;
  const inWhole = readInWhole(tables, wanted);
  const told = await db
    .select({ code: i.code, state: files.state, files: count() })
    .from(files)
    .innerJoin(i, eq(i.fileId, files.id))
    .where(and(filesAmong(tables, wanted), inWhole))
    .groupBy(i.code, files.state)
    .orderBy(asc(i.code), asc(files.state));
  if (inWhole === undefined) return told;
  const masked = await db
    .select({ state: files.state, files: count() })
    .from(files)
    .where(and(filesAmong(tables, wanted), not(inWhole)))
    .groupBy(files.state)
    .orderBy(asc(files.state));
  return [...told, ...masked.map((each) => ({ ...each, code: null }))];
}

/** What several files of inaction say, by file. */
export async function inactionsOf(
  db: Db,
  { inactionFiles }: Tables,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, Row<'inactionFiles'>>> {
  if (fileIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(inactionFiles)
    .where(inArray(inactionFiles.fileId, [...fileIds]));
  return new Map(rows.map((row) => [row.fileId, row]));
}

/** What several files of exemption say, by file. */
export async function exemptionsIn(
  db: Db,
  { exemptions, files }: Tables,
  fileIds: readonly string[],
): Promise<{ exemption: Row<'exemptions'>; file: Row<'files'> }[]> {
  if (fileIds.length === 0) return [];
  return db
    .select({ exemption: exemptions, file: files })
    .from(exemptions)
    .innerJoin(files, eq(files.id, exemptions.fileId))
    .where(inArray(exemptions.fileId, [...fileIds]))
    .orderBy(asc(files.id));
}
