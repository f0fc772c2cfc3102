// One declaration as its sides see it, and as HR does.
import type { z } from 'zod';
import { cadresByIds, unitNames } from '../../db/queries/roster.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Actor } from '../permissions/actor.ts';
import type { OwnRelation, RelationView } from './relations.contract.ts';

type Relation = Row<'relations'>;
type Reading = { readonly db: Db; readonly tables: Tables };

const said = (relation: Relation, units: ReadonlyMap<string, string>) => ({
  id: relation.id,
  kind: relation.kind,
  state: relation.state,
  unitName: relation.unitId === null ? null : (units.get(relation.unitId) ?? ''),
  detail: relation.detail,
  declaredAt: relation.declaredAt,
  decidedAt: relation.decidedAt,
  decidedReason: relation.decidedReason,
});

/** The person as declared: what was written, not what the roster says. */
const namedIn = ({ namedStaffNo, namedAs }: Relation) =>
  namedStaffNo === null || namedAs === null ? null : { staffNo: namedStaffNo, name: namedAs };

async function namesFor({ db, tables }: Reading, relations: readonly Relation[]) {
  const declarers = await cadresByIds(
    db,
    tables,
    relations.map(({ cadreId }) => cadreId),
  );
  return { units: await unitNames(db, tables), people: new Map(declarers.map((one) => [one.id, one])) };
}

export async function ownViews(
  reading: Reading,
  relations: readonly Relation[],
  cadreId: string,
): Promise<z.infer<typeof OwnRelation>[]> {
  const { units, people } = await namesFor(reading, relations);
  return relations.map((relation) => {
    const isDeclaredByMe = relation.cadreId === cadreId;
    const declarer = people.get(relation.cadreId);
    const asDeclarer = { staffNo: declarer?.staffNo ?? '', name: declarer?.name ?? '' };
    return {
      ...said(relation, units),
      isDeclaredByMe,
      other: isDeclaredByMe ? namedIn(relation) : asDeclarer,
    };
  });
}

export const isPartOf = (
  { cadreId, otherCadreId, declaredBy }: Relation,
  actor: Pick<Actor, 'accountId' | 'cadreId'>,
): boolean =>
  declaredBy === actor.accountId ||
  (actor.cadreId !== null && [cadreId, otherCadreId].includes(actor.cadreId));

export async function viewsForHr(
  reading: Reading,
  relations: readonly Relation[],
  actor: Actor,
): Promise<z.infer<typeof RelationView>[]> {
  const { units, people } = await namesFor(reading, relations);
  return relations.map((relation) => {
    const { cadreId, otherCadreId, version } = relation;
    const declarer = people.get(cadreId);
    const named = namedIn(relation);
    return {
      ...said(relation, units),
      declarer: { cadreId, staffNo: declarer?.staffNo ?? '', name: declarer?.name ?? '' },
      named: named && { ...named, isInRoster: otherCadreId !== null },
      version,
      isMine: isPartOf(relation, actor),
    };
  });
}
