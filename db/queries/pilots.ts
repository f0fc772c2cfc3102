// What a pilot (试错备案) says, and which pilots there are.
import { and, asc, desc, eq, gte, inArray, lt, lte, notInArray, or, type SQL } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { keyAfter, type Page, pageOf, type PageRequest } from './page.ts';
import { textHas } from './person-search.ts';

export async function pilotOf(
  db: Db,
  { pilots }: Tables,
  fileId: string,
): Promise<Row<'pilots'> | undefined> {
  const [pilot] = await db.select().from(pilots).where(eq(pilots.fileId, fileId));
  return pilot;
}

/** What was reported about a pilot, the earliest first. */
export const reportsOf = (db: Db, { pilotReports }: Tables, fileId: string): Promise<Row<'pilotReports'>[]> =>
  db
    .select()
    .from(pilotReports)
    .where(eq(pilotReports.fileId, fileId))
    .orderBy(asc(pilotReports.at), asc(pilotReports.id));

export interface PilotFilter {
  readonly search: string;
  /** Null = of the whole school. */
  readonly unitIds: readonly string[] | null;
  readonly state: string | null;
  /** Whose drafts are listed: nobody else's are. */
  readonly by: string;
  readonly authorsOnly: readonly string[];
  /** Those that were registered and whose term holds this day; null = all. */
  readonly coversOn: string | null;
}
const WERE_REGISTERED = ['registered', 'closed'];
export interface ListedPilot {
  readonly file: Row<'files'>;
  readonly pilot: Row<'pilots'>;
}

const wanted = ({ files, pilots }: Tables, filter: PilotFilter): SQL | undefined =>
  and(
    eq(files.machine, 'pilot'),
    or(notInArray(files.state, [...filter.authorsOnly]), eq(files.openedBy, filter.by)),
    filter.state === null ? undefined : eq(files.state, filter.state),
    filter.coversOn === null
      ? undefined
      : and(
          inArray(files.state, WERE_REGISTERED),
          lte(pilots.startsOn, filter.coversOn),
          gte(pilots.endsOn, filter.coversOn),
        ),
    filter.unitIds === null ? undefined : inArray(files.unitId, [...filter.unitIds]),
    or(textHas(filter.search, files.title), textHas(filter.search, pilots.purpose)),
  );

/** Pilots, the latest moved first. */
export async function pilotPage(
  db: Db,
  tables: Tables,
  { after, limit, ...filter }: PilotFilter & PageRequest,
): Promise<Page<ListedPilot>> {
  const { files, pilots } = tables;
  const key = keyAfter(after, ['number', 'string']);
  const beyond =
    key && or(lt(files.enteredAt, key[0]), and(eq(files.enteredAt, key[0]), lt(files.id, key[1])));
  const rows = await db
    .select({ file: files, pilot: pilots })
    .from(files)
    .innerJoin(pilots, eq(pilots.fileId, files.id))
    .where(and(wanted(tables, filter), beyond ?? undefined))
    .orderBy(desc(files.enteredAt), desc(files.id))
    .limit(limit + 1);
  return pageOf(rows, limit, ({ file }) => [file.enteredAt, file.id]);
}
