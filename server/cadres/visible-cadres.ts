// Whose files an actor may list and open: the scope of the permission, for leaders nobody above themselves,
// and for nobody those he stands back from.
import { cadreById, unitsBelow } from '../../db/queries/roster.ts';
import type { Db } from '../../db/store.ts';
import type { Tables } from '../../db/tables/index.ts';
import { type Rank, RANKS } from '../../scoring/index.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { may, scopeOf } from '../permissions/may.ts';
import { guardsOf, type Permission } from '../permissions/matrix.ts';

export interface VisibleCadres {
  /** Null = the whole school. */
  readonly unitIds: readonly string[] | null;
  readonly hiddenRanks: readonly Rank[];
  /** Kin and conflicts of whoever asks: left out, figures and all. */
  readonly hiddenCadres: readonly string[];
}

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly actor: Actor;
  readonly permission: Permission;
}

/** What a list may hold; whoever may see the own file only has no list, here or anywhere. */
export async function visibleCadres(asked: Asked): Promise<VisibleCadres> {
  const scope = scopeOf(asked.actor, asked.permission);
  if (scope.kind === 'own' || scope.kind === 'none') throw new Refused(notFound);
  return {
    unitIds: scope.kind === 'all' ? null : [...scope.units],
    hiddenRanks: await superiorRanks(asked),
    hiddenCadres: recusedFrom(asked),
  };
}

const recusedFrom = ({ actor, permission }: Asked): readonly string[] =>
  guardsOf(permission).includes('R') ? [...(actor.recused ?? [])] : [];

/** Whether one person's file is among them, or the actor's own; what is not may just as well not exist. */
export async function seesFile(
  asked: Asked,
  file: { readonly cadreId: string; readonly unitId: string; readonly rank: Rank | null },
): Promise<boolean> {
  if (!may(asked.actor, asked.permission, file)) return false;
  if (file.cadreId === asked.actor.cadreId || file.rank === null) return true;
  return !(await superiorRanks(asked)).includes(file.rank);
}

/** Leaders never see the files of their own superiors, unless another office of theirs lets them. */
export async function superiorRanks({ db, tables, actor, permission }: Asked): Promise<readonly Rank[]> {
  // Whoever is no leader has no superiors in this sense: an officer named in a file finds it whatever its rank.
  if (!actor.roles.some(({ role }) => role === 'leader')) return [];
  const otherwise = { ...actor, roles: actor.roles.filter(({ role }) => role !== 'leader') };
  const { kind } = scopeOf(otherwise, permission);
  if (actor.cadreId === null || kind === 'all' || kind === 'units') return [];
  const rank = (await cadreById(db, tables, actor.cadreId))?.rank ?? null;
  return rank === null ? [] : RANKS.slice(0, RANKS.indexOf(rank));
}

/** A unit chosen in a filter stands for its subtree, as far as that is in reach. */
export async function narrowedTo(
  unit: string | undefined,
  { unitIds }: VisibleCadres,
  { db, tables }: Pick<Asked, 'db' | 'tables'>,
): Promise<readonly string[] | null> {
  if (unit === undefined) return unitIds;
  const below = await unitsBelow(db, tables, [unit]);
  return unitIds === null ? below : below.filter((id) => unitIds.includes(id));
}
