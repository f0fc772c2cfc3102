// Relations: a cadre declares them, HR confirms, refuses or ends them, both sides see them.
import type { z } from 'zod';
import { relationById, relationPage, relationsOfCadre } from '../../db/queries/relations.ts';
import { cadreById, unitsByName } from '../../db/queries/roster.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { RelationState } from '../../db/tables/trust.ts';
import { notFound, Refused, staleVersion } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { dutyOf, scopeOf } from '../permissions/may.ts';
import { namedPerson } from './named-person.ts';
import { isPartOf, ownViews, viewsForHr } from './relation-views.ts';
import type {
  DecideRelation,
  DeclareRelation,
  OwnRelation,
  OwnRelations,
  RelationPage,
  RelationQuery,
  RelationView,
} from './relations.contract.ts';
import {
  decidedAlready,
  deciderIsParty,
  personNotInRoster,
  relationDeclaredAlready,
  relationToSelf,
  unknownUnit,
} from './relations.problems.ts';

type Declaration = z.infer<typeof DeclareRelation>;
type Decision = z.infer<typeof DecideRelation>;

export interface RelationsService {
  own(actor: Actor): Promise<z.infer<typeof OwnRelations>>;
  /** Answered alike whether or not there is such a person. */
  declare(actor: Actor, declaration: Declaration): Promise<z.infer<typeof OwnRelation>>;
  page(actor: Actor, query: z.infer<typeof RelationQuery>): Promise<z.infer<typeof RelationPage>>;
  decide(actor: Actor, decision: Decision & { id: string }): Promise<z.infer<typeof RelationView>>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
}

const CONFIRM = 'relation.confirm';
const COUNTING: readonly RelationState[] = ['declared', 'confirmed'];

const OUTCOMES = {
  confirm: { from: 'declared', to: 'confirmed', deed: 'relation.confirmed' },
  refuse: { from: 'declared', to: 'refused', deed: 'relation.refused' },
  end: { from: 'confirmed', to: 'ended', deed: 'relation.ended' },
} as const satisfies Record<Decision['event'], { from: RelationState; to: RelationState; deed: string }>;

export function relationsService({ store, now, newId }: Needed): RelationsService {
  const { read: db, tables } = store;

  async function rowFor(
    tx: Tx,
    { accountId, staffNo }: Actor,
    cadreId: string,
    declaration: Declaration,
  ): Promise<Row<'relations'>> {
    const { kind, detail } = declaration;
    const fresh = {
      ...{ id: newId('rel'), cadreId, kind, detail, state: 'declared' as const },
      ...{ declaredBy: accountId, declaredAt: now(), version: 1 },
      ...{ decidedBy: null, decidedAt: null, decidedReason: null },
    };
    if ('unitName' in declaration) {
      const [unit, ...more] = await unitsByName(tx, tables, declaration.unitName);
      if (!unit || more.length > 0) throw new Refused(unknownUnit, { places: [atUnitName] });
      return { ...fresh, unitId: unit.id, otherCadreId: null, namedStaffNo: null, namedAs: null };
    }
    if (declaration.staffNo === staffNo) throw new Refused(relationToSelf);
    const other = await namedPerson(tx, tables, declaration);
    const named = { namedStaffNo: declaration.staffNo, namedAs: declaration.name };
    return { ...fresh, unitId: null, otherCadreId: other?.id ?? null, ...named };
  }

  /** Compared by what was written: the answer says nothing about the roster. */
  async function refuseRepeat(tx: Tx, row: Row<'relations'>): Promise<void> {
    const before = await relationsOfCadre(tx, tables, row.cadreId);
    const isSame = (one: Row<'relations'>) =>
      one.cadreId === row.cadreId &&
      one.kind === row.kind &&
      one.unitId === row.unitId &&
      one.namedStaffNo === row.namedStaffNo &&
      COUNTING.includes(one.state);
    if (before.some(isSame)) throw new Refused(relationDeclaredAlready);
  }

  /** The declaration, if its person is within reach and the one who decides is no part of it. */
  async function relationFor(tx: Tx, actor: Actor, { id, event, version }: Decision & { id: string }) {
    const relation = await relationById(tx, tables, id);
    const declarer = relation && (await cadreById(tx, tables, relation.cadreId));
    const scope = scopeOf(actor, CONFIRM);
    const isInReach =
      scope.kind === 'all' || (scope.kind === 'units' && scope.units.has(declarer?.unitId ?? ''));
    if (!relation || !declarer || !isInReach) throw new Refused(notFound);
    if (isPartOf(relation, actor)) throw new Refused(deciderIsParty);
    if (relation.state !== OUTCOMES[event].from) throw new Refused(decidedAlready);
    if (relation.version !== version) throw new Refused(staleVersion);
    return relation;
  }

  /** A person who has come into the roster since the declaration is found now. */
  async function otherSide(tx: Tx, actor: Actor, relation: Row<'relations'>): Promise<string | null> {
    const { namedStaffNo, namedAs } = relation;
    if (namedStaffNo === null || namedAs === null) return null;
    const other = await namedPerson(tx, tables, { staffNo: namedStaffNo, name: namedAs });
    const otherCadreId = relation.otherCadreId ?? other?.id ?? null;
    if (otherCadreId === null) throw new Refused(personNotInRoster);
    if (isPartOf({ ...relation, otherCadreId }, actor)) throw new Refused(deciderIsParty);
    return otherCadreId;
  }

  return {
    async own({ cadreId }) {
      if (cadreId === null) throw new Refused(notFound);
      const relations = await relationsOfCadre(db, tables, cadreId);
      return { items: await ownViews({ db, tables }, relations, cadreId) };
    },

    async declare(actor, declaration) {
      const { cadreId } = actor;
      if (cadreId === null) throw new Refused(notFound);
      const duty = dutyOf(actor, 'relation.declare', { cadreId });
      const act = { actor: actor.accountId, duty, deed: 'relation.declared', subject: cadreId };
      // What is said about kin stays with the relation: the log is read by others.
      const row = await store.write({ ...act, reason: null }, async (tx, changed) => {
        const added = await rowFor(tx, actor, cadreId, declaration);
        await refuseRepeat(tx, added);
        await addRows(tx, changed, tables.relations, [added]);
        return added;
      });
      const [view] = await ownViews({ db, tables }, [row], cadreId);
      return view!;
    },

    async page(actor, { state, after, limit }) {
      const scope = scopeOf(actor, CONFIRM);
      if (scope.kind === 'own' || scope.kind === 'none') throw new Refused(notFound);
      const unitIds = scope.kind === 'all' ? null : [...scope.units];
      const filter = { state: state ?? null, unitIds };
      const found = await relationPage(db, tables, { ...filter, after: after ?? null, limit });
      return { items: await viewsForHr({ db, tables }, found.items, actor), next: found.next };
    },

    async decide(actor, decision) {
      const { to, deed } = OUTCOMES[decision.event];
      const duty = dutyOf(actor, CONFIRM);
      const act = { actor: actor.accountId, duty, deed, subject: decision.id, reason: decision.reason };
      const after = await store.write(act, async (tx, changed) => {
        const relation = await relationFor(tx, actor, decision);
        const found = to === 'confirmed' ? { otherCadreId: await otherSide(tx, actor, relation) } : {};
        return changeRow(tx, changed, tables.relations, {
          before: relation,
          set: {
            ...found,
            state: to,
            decidedBy: actor.accountId,
            decidedAt: now(),
            decidedReason: decision.reason,
          },
        });
      });
      const [view] = await viewsForHr({ db, tables }, [after], actor);
      return view!;
    },
  };
}

const atUnitName = { pointer: '/unitName', detail: unknownUnit.title };
