// Files of one kind that somebody may see, page by page.
import { and, desc, eq, inArray, isNull, ne, not, notInArray, or, sql, type SQL } from 'drizzle-orm';
import type { Rank } from '../../scoring/index.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { keyAfter, pageOf, type Page, type PageRequest } from './page.ts';

/** What a feature asks of its files beside that; made by its own queries. */
export type FileFilter = SQL | undefined;

/** Whose files a list may hold. */
export interface FilesWanted {
  readonly machine: string;
  /** States in which a file is its author's alone: drafts. */
  readonly authorsOnly: readonly string[];
  readonly by: string;
  /** The author whose own files it holds; null = whoever asks may open none any more. */
  readonly author: string | null;
  readonly states: readonly string[] | null;
  /** Any of: in these units, concerning this person, the author's own, or naming this account so; null = all. */
  readonly within: {
    readonly units: readonly string[];
    readonly cadreId: string | null;
    readonly accountId: string;
    readonly namedAs: readonly string[];
  } | null;
  /** Persons whose files this actor must not see. */
  readonly without: readonly string[];
  /** Ranks above a leader's own: their files he does not see. */
  readonly notOfRanks: readonly Rank[];
  /** States known to the person concerned and the file's officers only; `office` = the units where the actor is one by office. */
  readonly confidential: {
    readonly states: readonly string[];
    readonly office: 'all' | readonly string[];
    readonly accountId: string;
    readonly cadreId: string | null;
  };
  /** States that the person concerned learns of by a notice. */
  readonly beforeNotice: readonly string[];
  /** Where the list holds what this actor sees names, units and states of only; null = nowhere. */
  readonly masked: {
    readonly units: 'all' | readonly string[];
    readonly wholeUnits: readonly string[];
    readonly wholeAs: readonly string[];
  } | null;
  readonly filter?: FileFilter | undefined;
}

const isBy = ({ files }: Tables, author: string | null): SQL =>
  author === null ? sql`1 = 0` : eq(files.openedBy, author);

/** Officers of a file by what they did in it or are named in it. */
function toldOf(
  tables: Tables,
  { confidential, beforeNotice, author }: Pick<FilesWanted, 'confidential' | 'beforeNotice' | 'author'>,
) {
  const { files, assignments, fileEvents, deliveries } = tables;
  const { states, office, accountId, cadreId } = confidential;
  const isNamed = sql`exists (select 1 from ${assignments} where ${assignments.fileId} = ${files.id} and ${assignments.accountId} = ${accountId} and ${assignments.endedAt} is null)`;
  const hadDuty = sql`exists (select 1 from ${fileEvents} where ${fileEvents.fileId} = ${files.id} and ${fileEvents.duty} is not null and (${fileEvents.actor} = ${accountId} or ${fileEvents.countersignedBy} = ${accountId}))`;
  const isServed = sql`exists (select 1 from ${deliveries} where ${deliveries.fileId} = ${files.id})`;
  const isOwn = cadreId === null ? undefined : eq(files.cadreId, cadreId);
  const byOffice =
    office === 'all' ? sql`1 = 1` : office.length > 0 ? inArray(files.unitId, [...office]) : undefined;
  const isOpened = isBy(tables, author);
  return and(
    states.length === 0
      ? undefined
      : or(notInArray(files.state, [...states]), isOwn, isOpened, byOffice, isNamed, hadDuty),
    beforeNotice.length === 0 || cadreId === null
      ? undefined
      : or(
          isNull(files.cadreId),
          ne(files.cadreId, cadreId),
          notInArray(files.state, [...beforeNotice]),
          isOpened,
          isServed,
        ),
  );
}

const isNamedIn = ({ files, assignments }: Tables, accountId: string, as: readonly string[]): SQL =>
  sql`exists (select 1 from ${assignments} where ${assignments.fileId} = ${files.id} and ${assignments.accountId} = ${accountId} and ${inArray(assignments.principal, [...as])} and ${assignments.endedAt} is null)`;

/** Whether what a file says is open to the actor: of the rest nothing may be asked, counted or searched by it. Undefined = all are. */
export function readInWhole(
  tables: Tables,
  { masked, by, author, authorsOnly, confidential: { cadreId } }: Omit<FilesWanted, 'filter'>,
): SQL | undefined {
  if (masked === null) return undefined;
  const { files } = tables;
  const { units, wholeUnits, wholeAs } = masked;
  return or(
    units === 'all' ? undefined : notInArray(files.unitId, [...units]),
    wholeUnits.length > 0 ? inArray(files.unitId, [...wholeUnits]) : undefined,
    cadreId === null ? undefined : eq(files.cadreId, cadreId),
    wholeAs.length > 0 ? isNamedIn(tables, by, wholeAs) : undefined,
    and(isBy(tables, author), inArray(files.state, [...authorsOnly])),
  );
}

/** Whether a file is one of those. */
export const filesAmong = (tables: Tables, wanted: FilesWanted): SQL | undefined => {
  const { machine, authorsOnly, author, states, within, without, notOfRanks } = wanted;
  const { files, cadres } = tables;
  const isOpened = isBy(tables, author);
  const isSuperiors = sql`exists (select 1 from ${cadres} where ${cadres.id} = ${files.cadreId} and ${inArray(cadres.rank, [...notOfRanks])})`;
  return and(
    eq(files.machine, machine),
    or(notInArray(files.state, [...authorsOnly]), isOpened),
    states === null ? undefined : inArray(files.state, [...states]),
    within === null
      ? undefined
      : or(
          within.units.length > 0 ? inArray(files.unitId, [...within.units]) : undefined,
          within.cadreId === null ? undefined : eq(files.cadreId, within.cadreId),
          isOpened,
          within.namedAs.length > 0 ? isNamedIn(tables, within.accountId, within.namedAs) : undefined,
        ),
    without.length > 0
      ? or(isOpened, isNull(files.cadreId), notInArray(files.cadreId, [...without]))
      : undefined,
    notOfRanks.length > 0 ? or(isOpened, not(isSuperiors)) : undefined,
    toldOf(tables, wanted),
    wanted.filter,
  );
};

/** Files of a machine, the latest moved first. */
export async function filesPage(
  db: Db,
  tables: Tables,
  { after, limit, ...wanted }: FilesWanted & PageRequest,
): Promise<Page<Row<'files'>>> {
  const { files } = tables;
  const key = keyAfter(after, ['number', 'string']);
  const beyond =
    key &&
    or(sql`${files.enteredAt} < ${key[0]}`, and(eq(files.enteredAt, key[0]), sql`${files.id} < ${key[1]}`));
  const rows = await db
    .select()
    .from(files)
    .where(and(filesAmong(tables, wanted), beyond ?? undefined))
    .orderBy(desc(files.enteredAt), desc(files.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.enteredAt, row.id]);
}
