// Who is related to whom, and what follows from it: whom somebody must not act upon, which units he answers for.
import { and, asc, desc, eq, inArray, isNotNull, lt, or, type SQL } from 'drizzle-orm';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import type { RelationKind, RelationState } from '../tables/trust.ts';
import { keyAfter, type Page, pageOf, type PageRequest } from './page.ts';

/** Kin and declared conflicts: they stand between two people, in both directions alike. */
const BETWEEN_PEOPLE: readonly RelationKind[] = ['spouse', 'relative', 'conflict'];
/** A declaration counts at once, so that nobody acts while HR is still looking at it. */
const COUNTING: readonly RelationState[] = ['declared', 'confirmed'];

const concerns = ({ relations }: Tables, cadreId: string): SQL | undefined =>
  or(eq(relations.cadreId, cadreId), eq(relations.otherCadreId, cadreId));

/** Everything that was ever declared by or about somebody, the latest first. */
export const relationsOfCadre = (db: Db, tables: Tables, cadreId: string): Promise<Row<'relations'>[]> =>
  db
    .select()
    .from(tables.relations)
    .where(concerns(tables, cadreId))
    .orderBy(desc(tables.relations.declaredAt), desc(tables.relations.id));

/** Whom a person must not act upon: kin and conflicts, until HR refuses or ends them. */
export async function recusals(db: Db, tables: Tables, cadreId: string): Promise<ReadonlySet<string>> {
  const { relations } = tables;
  const rows = await db
    .select({ one: relations.cadreId, other: relations.otherCadreId })
    .from(relations)
    .where(
      and(
        concerns(tables, cadreId),
        isNotNull(relations.otherCadreId),
        inArray(relations.kind, [...BETWEEN_PEOPLE]),
        inArray(relations.state, [...COUNTING]),
      ),
    );
  return new Set(rows.map(({ one, other }) => (one === cadreId ? other! : one)));
}

/** Whom and which units each of several people must not act upon. */
export async function standBacksOf(
  db: Db,
  tables: Tables,
  cadreIds: readonly string[],
): Promise<
  ReadonlyMap<string, { readonly people: ReadonlySet<string>; readonly units: ReadonlySet<string> }>
> {
  const { relations } = tables;
  const found = new Map(cadreIds.map((id) => [id, { people: new Set<string>(), units: new Set<string>() }]));
  for (const some of inChunks([...found.keys()])) {
    const those = [...some];
    const rows = await db
      .select()
      .from(relations)
      .where(
        and(
          or(inArray(relations.cadreId, those), inArray(relations.otherCadreId, those)),
          inArray(relations.kind, [...BETWEEN_PEOPLE, 'formerUnit']),
          inArray(relations.state, [...COUNTING]),
        ),
      )
      .orderBy(asc(relations.id));
    for (const { cadreId, otherCadreId, unitId, kind } of rows) {
      if (kind === 'formerUnit') {
        if (unitId !== null) found.get(cadreId)?.units.add(unitId);
      } else if (otherCadreId !== null) {
        found.get(cadreId)?.people.add(otherCadreId);
        found.get(otherCadreId)?.people.add(cadreId);
      }
    }
  }
  return found;
}

async function unitsBy(
  db: Db,
  { relations }: Tables,
  cadreId: string,
  wanted: { kind: RelationKind; states: readonly RelationState[] },
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ unitId: relations.unitId })
    .from(relations)
    .where(
      and(
        eq(relations.cadreId, cadreId),
        eq(relations.kind, wanted.kind),
        isNotNull(relations.unitId),
        inArray(relations.state, [...wanted.states]),
      ),
    );
  return new Set(rows.map(({ unitId }) => unitId!));
}

/** The units somebody answers for: a power, so HR must have confirmed it. */
export const unitsRepresentedBy = (db: Db, tables: Tables, cadreId: string) =>
  unitsBy(db, tables, cadreId, { kind: 'represents', states: ['confirmed'] });

/** The units left behind: a limit, so it counts from the moment it is declared. */
export const formerUnitsOf = (db: Db, tables: Tables, cadreId: string) =>
  unitsBy(db, tables, cadreId, { kind: 'formerUnit', states: COUNTING });

export async function relationById(
  db: Db,
  { relations }: Tables,
  id: string,
): Promise<Row<'relations'> | undefined> {
  const [relation] = await db.select().from(relations).where(eq(relations.id, id));
  return relation;
}

export interface RelationFilter {
  readonly state: RelationState | null;
  /** Of the people of these units; null = everybody. */
  readonly unitIds: readonly string[] | null;
}

const wantedBy = ({ relations, cadres }: Tables, { state, unitIds }: RelationFilter): SQL | undefined =>
  and(
    state === null ? undefined : eq(relations.state, state),
    unitIds === null ? undefined : inArray(cadres.unitId, [...unitIds]),
  );

/** What the people of some units declared, the latest first. */
export async function relationPage(
  db: Db,
  tables: Tables,
  { after, limit, ...filter }: RelationFilter & PageRequest,
): Promise<Page<Row<'relations'>>> {
  const { relations, cadres } = tables;
  const key = keyAfter(after, ['number', 'string']);
  const beyond =
    key &&
    or(lt(relations.declaredAt, key[0]), and(eq(relations.declaredAt, key[0]), lt(relations.id, key[1])));
  const rows = await db
    .select({ relation: relations })
    .from(relations)
    .innerJoin(cadres, eq(cadres.id, relations.cadreId))
    .where(and(wantedBy(tables, filter), beyond ?? undefined))
    .orderBy(desc(relations.declaredAt), desc(relations.id))
    .limit(limit + 1);
  return pageOf(
    rows.map(({ relation }) => relation),
    limit,
    (row) => [row.declaredAt, row.id],
  );
}

/** Declarations of the people of some units that HR has not decided yet; those somebody made himself left out. */
export async function relationsToDecide(
  db: Db,
  tables: Tables,
  { unitIds, notBy }: { unitIds: readonly string[] | null; notBy: string },
): Promise<Row<'relations'>[]> {
  const { relations, cadres } = tables;
  const rows = await db
    .select({ relation: relations })
    .from(relations)
    .innerJoin(cadres, eq(cadres.id, relations.cadreId))
    .where(wantedBy(tables, { state: 'declared', unitIds }))
    .orderBy(asc(relations.declaredAt), asc(relations.id));
  return rows.map(({ relation }) => relation).filter(({ declaredBy }) => declaredBy !== notBy);
}
