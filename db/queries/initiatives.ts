// What files of initiative (担当作为) say, found by what is asked of them.
import { and, asc, count, eq, inArray, isNull, ne, notInArray, or, sql } from 'drizzle-orm';
import type { Area, Quality } from '../../scoring/index.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { type FileFilter, filesAmong, type FilesWanted } from './file-pages.ts';
import { personMatches, textHas } from './person-search.ts';

export interface InitiativeFilter {
  readonly area?: number | undefined;
  readonly cadreId?: string | undefined;
  /** Null = of any unit. */
  readonly unitIds: readonly string[] | null;
  /** Words of the summary or the title, or the person's name. */
  readonly q?: string | undefined;
}

/** Files of initiative of one area, one person, some units, or with some words in them. */
export function initiativeMatches(
  { files, initiativeFiles: i, cadres }: Tables,
  { area, cadreId, unitIds, q = '' }: InitiativeFilter,
): FileFilter {
  const isNamed = personMatches(q, cadres);
  const isPersons =
    isNamed && sql`exists (select 1 from ${cadres} where ${cadres.id} = ${i.cadreId} and ${isNamed})`;
  const wanted = and(
    sql`${i.fileId} = ${files.id}`,
    area === undefined ? undefined : eq(i.area, area as Area),
    cadreId === undefined ? undefined : eq(i.cadreId, cadreId),
    isPersons && or(textHas(q, i.summary), textHas(q, files.title), isPersons),
  );
  return and(
    sql`exists (select 1 from ${i} where ${wanted})`,
    unitIds === null ? undefined : inArray(files.unitId, [...unitIds]),
  );
}

/** What several of them say, each with the file's version, by file. */
export async function initiativesIn(
  db: Db,
  { files, initiativeFiles }: Tables,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, Row<'initiativeFiles'> & { readonly fileVersion: number }>> {
  if (fileIds.length === 0) return new Map();
  const rows = await db
    .select({ said: initiativeFiles, fileVersion: files.version })
    .from(initiativeFiles)
    .innerJoin(files, eq(files.id, initiativeFiles.fileId))
    .where(inArray(initiativeFiles.fileId, [...fileIds]));
  return new Map(rows.map(({ said, fileVersion }) => [said.fileId, { ...said, fileVersion }]));
}

/** How many there are in each area and state. */
export const initiativeTally = (
  db: Db,
  tables: Tables,
  wanted: FilesWanted,
): Promise<{ area: Area; state: string; files: number }[]> => {
  const { files, initiativeFiles: i } = tables;
  return db
    .select({ area: i.area, state: files.state, files: count() })
    .from(files)
    .innerJoin(i, eq(i.fileId, files.id))
    .where(filesAmong(tables, wanted))
    .groupBy(i.area, files.state)
    .orderBy(asc(i.area), asc(files.state));
};

/** A record of a fact, in the ledger already or on its way there. */
export interface OfOneFact {
  readonly area: Area;
  readonly quality: Quality | null;
  readonly occurredOn: string;
  readonly countsOn: string | null;
  /** Null where it has not been weighed yet. */
  readonly finding: string | null;
}

/** Files that came to nothing, and drafts that may yet. */
const NOT_ON_ITS_WAY = ['draft', 'withdrawn', 'dismissed', 'revoked'];

/** The other initiatives of a person that share a fact: what the ledger holds, and files that may get there. */
export async function initiativesOfFact(
  db: Db,
  { files, initiativeFiles: i, conductRecords: c }: Tables,
  { cadreId, factId, besideFileId }: { cadreId: string; factId: string; besideFileId: string | null },
): Promise<OfOneFact[]> {
  const kept = await db
    .select({
      ...{ area: c.area, quality: c.quality, occurredOn: c.occurredOn },
      ...{ countsOn: c.countsOn, finding: c.finding },
    })
    .from(c)
    .where(
      and(
        ...[eq(c.cadreId, cadreId), eq(c.ledger, 'initiative'), eq(c.factId, factId), isNull(c.withdrawnAt)],
        // A file's record has the file's own id.
        besideFileId === null ? undefined : ne(c.id, besideFileId),
      ),
    )
    .orderBy(asc(c.occurredOn), asc(c.id));
  const onTheirWay = await db
    .select({ area: i.area, quality: i.quality, occurredOn: i.occurredOn })
    .from(i)
    .innerJoin(files, eq(files.id, i.fileId))
    .where(
      and(
        ...[eq(i.cadreId, cadreId), eq(i.factId, factId), isNull(i.recordId)],
        notInArray(files.state, NOT_ON_ITS_WAY),
        besideFileId === null ? undefined : ne(i.fileId, besideFileId),
      ),
    )
    .orderBy(asc(i.occurredOn), asc(i.fileId));
  return [...kept, ...onTheirWay.map((row) => ({ ...row, countsOn: null, finding: null }))];
}
