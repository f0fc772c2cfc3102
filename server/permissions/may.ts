// Effective right = cell ∧ relation. Default deny: what no cell gives is refused.
import type { Actor, Touched } from './actor.ts';
import { type Cell, cellOf, type Permission, type Principal } from './matrix.ts';

/** How far an actor's right to something reaches, all roles taken together. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'units'; readonly units: ReadonlySet<string> }
  | { readonly kind: 'own'; readonly cadreId: string }
  | { readonly kind: 'none' };

interface Standing {
  readonly principal: Principal;
  /** Null = the whole school. */
  readonly units: ReadonlySet<string> | null;
}

/** As whom somebody may act. Any signed-in person without office is at least a requester. */
function standingsOf(actor: Actor): Standing[] {
  if (actor.isAnonymous) return [{ principal: 'anon', units: null }];
  const standings: Standing[] = actor.roles.map(({ role, units }) => ({ principal: role, units }));
  if (actor.cadreId !== null) standings.push({ principal: 'cadre', units: null });
  return standings.length > 0 ? standings : [{ principal: 'requester', units: null }];
}

const cellsOf = (actor: Actor, permission: Permission) =>
  standingsOf(actor).map((standing) => ({ ...standing, cell: cellOf(permission, standing.principal) }));

type Held = Standing & { readonly cell: Cell };

function reaches({ cell, units }: Held, actor: Actor, touched: Touched | undefined): boolean {
  switch (cell.reach) {
    case 'all':
      return true;
    case 'own':
      return touched === undefined || (touched.cadreId !== undefined && touched.cadreId === actor.cadreId);
    case 'units':
      if (touched === undefined || units === null) return true;
      return touched.unitId !== undefined && units.has(touched.unitId);
    // Nobody is assigned to a file yet.
    case 'assigned':
    case 'none':
      return false;
  }
}

/** Whether the actor may do it: to what is touched, or without that, to anything at all. */
export const may = (actor: Actor, permission: Permission, touched?: Touched): boolean =>
  cellsOf(actor, permission).some((held) => reaches(held, actor, touched));

/** Whether all the actor may see of it is names, units, states and counts. */
export function seesMasked(actor: Actor, permission: Permission, touched?: Touched): boolean {
  const held = cellsOf(actor, permission).filter((each) => reaches(each, actor, touched));
  return held.length > 0 && held.every(({ cell }) => cell.isMasked);
}

/** What a list may hold for this actor; the own file beside units is asked for by `may`. */
export function scopeOf(actor: Actor, permission: Permission): Scope {
  const held = cellsOf(actor, permission);
  if (held.some(({ cell, units }) => cell.reach === 'all' || (cell.reach === 'units' && units === null)))
    return { kind: 'all' };
  const inUnits = held.filter(({ cell }) => cell.reach === 'units');
  if (inUnits.length > 0)
    return { kind: 'units', units: new Set(inUnits.flatMap(({ units }) => [...units!])) };
  if (actor.cadreId !== null && held.some(({ cell }) => cell.reach === 'own'))
    return { kind: 'own', cadreId: actor.cadreId };
  return { kind: 'none' };
}

/** In which duty an actor does something: what the audit entry names. */
export const dutyOf = (actor: Actor, permission: Permission, touched?: Touched): Principal | 'none' =>
  cellsOf(actor, permission).find((held) => reaches(held, actor, touched))?.principal ?? 'none';
