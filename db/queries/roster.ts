import { and, asc, count, eq, gt, inArray, isNull, notInArray, or, type SQL } from 'drizzle-orm';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Rank } from '../../scoring/index.ts';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { keyAfter, pageOf, type Page, type PageRequest } from './page.ts';
import { personMatches } from './person-search.ts';

type Kept = PgTable & { withdrawnAt: AnyPgColumn };

/** The visible rows whose column is one of the values, however many those are. */
async function visibleWhere<T extends Kept>(
  db: Db,
  table: T,
  column: AnyPgColumn,
  values: readonly string[],
): Promise<T['$inferSelect'][]> {
  const found: T['$inferSelect'][] = [];
  for (const some of inChunks([...new Set(values)])) {
    const rows = await db
      .select()
      .from<PgTable>(table)
      .where(and(inArray(column, [...some]), isNull(table.withdrawnAt)));
    found.push(...(rows as T['$inferSelect'][]));
  }
  return found;
}

export const unitsByCode = (db: Db, { units }: Tables, codes: readonly string[]) =>
  visibleWhere(db, units, units.code, codes);

export const postsByCode = (db: Db, { posts }: Tables, codes: readonly string[]) =>
  visibleWhere(db, posts, posts.code, codes);

export const cadresByStaffNo = (db: Db, { cadres }: Tables, staffNos: readonly string[]) =>
  visibleWhere(db, cadres, cadres.staffNo, staffNos);

/** `lookups` are made by `store.sealed.lookup`: the store never sees a citizen ID in the clear. */
export const cadresByCitizenId = (db: Db, { cadres }: Tables, lookups: readonly string[]) =>
  visibleWhere(db, cadres, cadres.citizenIdLookup, lookups);

export async function appointmentsOf(db: Db, { appointments }: Tables, cadreIds: readonly string[]) {
  const found = await visibleWhere(db, appointments, appointments.cadreId, cadreIds);
  return found.sort((a, b) => (a.fromOn < b.fromOn ? -1 : Number(a.fromOn > b.fromOn)));
}

export const visibleUnits = (db: Db, { units }: Tables) =>
  db.select().from(units).where(isNull(units.withdrawnAt)).orderBy(asc(units.code));

export const visiblePosts = (db: Db, { posts }: Tables) =>
  db.select().from(posts).where(isNull(posts.withdrawnAt)).orderBy(asc(posts.code));

/** The units a scope covers: the given ones and all below them. */
export async function unitsBelow(db: Db, { units }: Tables, rootIds: readonly string[]): Promise<string[]> {
  const all = await db
    .select({ id: units.id, parentId: units.parentId })
    .from(units)
    .where(isNull(units.withdrawnAt));
  const children = Map.groupBy(all, (unit) => unit.parentId);
  const known = new Set(all.map((unit) => unit.id));
  const reached = new Set(rootIds.filter((id) => known.has(id)));
  // A set grows while it is walked, and takes nothing twice: a circle of parents ends too.
  for (const id of reached) for (const child of children.get(id) ?? []) reached.add(child.id);
  return [...reached].sort();
}

export async function cadreById(db: Db, { cadres }: Tables, id: string): Promise<Row<'cadres'> | undefined> {
  const [cadre] = await db
    .select()
    .from(cadres)
    .where(and(eq(cadres.id, id), isNull(cadres.withdrawnAt)));
  return cadre;
}

export interface CadreFilter {
  search: string;
  /** Null = everybody. */
  unitIds: readonly string[] | null;
  /** Nobody of these ranks. */
  hiddenRanks?: readonly Rank[];
  /** None of these people. */
  hiddenCadres?: readonly string[];
}

const cadresWanted = (
  { cadres }: Tables,
  { search, unitIds, hiddenRanks = [], hiddenCadres = [] }: CadreFilter,
): SQL | undefined =>
  and(
    isNull(cadres.withdrawnAt),
    unitIds ? inArray(cadres.unitId, [...unitIds]) : undefined,
    hiddenRanks.length > 0 ? or(isNull(cadres.rank), notInArray(cadres.rank, [...hiddenRanks])) : undefined,
    hiddenCadres.length > 0 ? notInArray(cadres.id, [...hiddenCadres]) : undefined,
    personMatches(search, cadres),
  );

export type ListedCadre = Pick<
  Row<'cadres'>,
  | 'id'
  | 'staffNo'
  | 'name'
  | 'nameKey'
  | 'unitId'
  | 'postTitle'
  | 'rank'
  | 'template'
  | 'cadreSince'
  | 'version'
>;

/** The roster in the order of a Chinese reader, a page at a time. */
export async function cadrePage(
  db: Db,
  tables: Tables,
  filter: CadreFilter & PageRequest,
): Promise<Page<ListedCadre>> {
  const { cadres } = tables;
  const after = keyAfter(filter.after, ['string', 'string']);
  const beyond =
    after && or(gt(cadres.nameKey, after[0]), and(eq(cadres.nameKey, after[0]), gt(cadres.id, after[1])));
  const { id, staffNo, name, nameKey, unitId, postTitle, rank, template, cadreSince, version } = cadres;
  const rows = await db
    .select({ id, staffNo, name, nameKey, unitId, postTitle, rank, template, cadreSince, version })
    .from(cadres)
    .where(and(cadresWanted(tables, filter), beyond ?? undefined))
    .orderBy(asc(cadres.nameKey), asc(cadres.id))
    .limit(filter.limit + 1);
  return pageOf(rows, filter.limit, (row) => [row.nameKey, row.id]);
}

export async function cadreCount(db: Db, tables: Tables, filter: CadreFilter): Promise<number> {
  const [row] = await db.select({ count: count() }).from(tables.cadres).where(cadresWanted(tables, filter));
  return row?.count ?? 0;
}

/** How many cadres each unit has by itself, its subtree not counted. */
export const cadresPerUnit = (db: Db, tables: Tables, filter: CadreFilter) =>
  db
    .select({ unitId: tables.cadres.unitId, cadreCount: count() })
    .from(tables.cadres)
    .where(cadresWanted(tables, filter))
    .groupBy(tables.cadres.unitId)
    .orderBy(asc(tables.cadres.unitId));

/** Everybody a new year would appraise. */
export const cadresToEnrol = (db: Db, { cadres }: Tables) =>
  db
    .select({ id: cadres.id, unitId: cadres.unitId, rank: cadres.rank, template: cadres.template })
    .from(cadres)
    .where(isNull(cadres.withdrawnAt))
    .orderBy(asc(cadres.id));

/** Names for ids that a stored result holds; a unit withdrawn since keeps its name. */
export const unitNames = async (db: Db, { units }: Tables): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (await db.select({ id: units.id, name: units.name }).from(units)).map(({ id, name }) => [id, name]),
  );

export const postNames = async (
  db: Db,
  { posts }: Tables,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> =>
  new Map(
    (
      await db
        .select({ id: posts.id, name: posts.name })
        .from(posts)
        .where(inArray(posts.id, [...ids]))
    ).map(({ id, name }) => [id, name]),
  );

/** People by their ids, withdrawn ones too: for what was said about them. */
export async function cadresByIds(
  db: Db,
  { cadres }: Tables,
  ids: readonly string[],
): Promise<Row<'cadres'>[]> {
  const found: Row<'cadres'>[] = [];
  for (const some of inChunks([...new Set(ids)]))
    found.push(
      ...(await db
        .select()
        .from(cadres)
        .where(inArray(cadres.id, [...some]))),
    );
  return found;
}

export const unitsByName = (db: Db, { units }: Tables, name: string) =>
  visibleWhere(db, units, units.name, [name]);
