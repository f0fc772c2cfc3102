// Effective right = cell ∧ relation ∧ recusal. Default deny: what no cell gives is refused.
import { type Actor, ANY_FILE, type Touched } from './actor.ts';
import {
  type Cell,
  cellOf,
  guardsOf,
  isAdminRole,
  type Permission,
  type Principal,
  PRINCIPALS,
} from './matrix.ts';

/** How far an actor's right to something reaches, all roles taken together. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'units'; readonly units: ReadonlySet<string> }
  | { readonly kind: 'own'; readonly cadreId: string }
  | { readonly kind: 'none' };

/** Where a list holds what somebody sees masked, and what he reads in whole there all the same, his own files aside. */
export interface MaskedScope {
  readonly units: 'all' | readonly string[];
  readonly wholeUnits: readonly string[];
  /** Being named so opens a file in whole. */
  readonly wholeAs: readonly Principal[];
}

interface Standing {
  readonly principal: Principal;
  /** Null = the whole school. */
  readonly units: ReadonlySet<string> | null;
}

const isNamed = (touched: Touched | undefined, principal: Principal): boolean =>
  touched?.assigned === 'anything' || touched?.assigned?.has(principal) === true;

/** As whom somebody may act. Any signed-in person without office is at least a requester. */
function standingsOf(actor: Actor, touched?: Touched): Standing[] {
  if (actor.isAnonymous) return [{ principal: 'anon', units: null }];
  const standings: Standing[] = actor.roles.map(({ role, units }) => ({ principal: role, units }));
  if (actor.cadreId !== null) standings.push({ principal: 'cadre', units: null });
  // A panel is named file by file; nobody holds it as an office, and the three admins are never named.
  const isAdmin = actor.roles.some(({ role }) => isAdminRole(role));
  if (isNamed(touched, 'panel') && !isAdmin) standings.push({ principal: 'panel', units: null });
  return standings.length > 0 ? standings : [{ principal: 'requester', units: null }];
}

/** Guard R: nobody acts in an office upon himself, his kin, or somebody he is in conflict with. */
const standsBack = ({ cadreId, recused }: Actor, permission: Permission, touched: Touched): boolean =>
  touched.cadreId !== undefined &&
  guardsOf(permission).includes('R') &&
  (touched.cadreId === cadreId || recused?.has(touched.cadreId) === true);

/** The cells that count: of what somebody stands back from, those of his own file only. */
function cellsOf(actor: Actor, permission: Permission, touched?: Touched) {
  const cells = standingsOf(actor, touched).map((standing) => ({
    ...standing,
    cell: cellOf(permission, standing.principal),
  }));
  const isRecused = touched !== undefined && standsBack(actor, permission, touched);
  return isRecused ? cells.filter(({ cell }) => cell.reach === 'own') : cells;
}

type Held = Standing & { readonly cell: Cell };

function reaches({ cell, principal, units }: Held, actor: Actor, touched: Touched | undefined): boolean {
  switch (cell.reach) {
    case 'all':
      return true;
    case 'own':
      if (touched === undefined || touched === ANY_FILE) return true;
      return touched.cadreId === undefined
        ? touched.isRepresented === true
        : touched.cadreId === actor.cadreId;
    case 'units':
      if (touched === undefined || touched === ANY_FILE || units === null) return true;
      return touched.unitId !== undefined && units.has(touched.unitId);
    case 'assigned':
      return isNamed(touched, principal);
    case 'none':
      return false;
  }
}

/** Whether the actor may do it: to what is touched, or without that, to anything at all. */
export const may = (actor: Actor, permission: Permission, touched?: Touched): boolean =>
  cellsOf(actor, permission, touched).some((held) => reaches(held, actor, touched));

/** Whether it is recusal alone that stands between the actor and what is touched: the refusal says so. */
export const isRecusedFrom = (actor: Actor, permission: Permission, touched: Touched): boolean =>
  standsBack(actor, permission, touched) &&
  !may(actor, permission, touched) &&
  cellsOf(actor, permission).some((held) => reaches(held, actor, touched));

/** Whether all the actor may see of it is names, units, states and counts. */
export function seesMasked(actor: Actor, permission: Permission, touched?: Touched): boolean {
  const held = cellsOf(actor, permission, touched).filter((each) => reaches(each, actor, touched));
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

/** Null where whatever a list may hold for this actor is open to him in whole. */
export function maskedScopeOf(actor: Actor, permission: Permission): MaskedScope | null {
  const listed = cellsOf(actor, permission).filter(({ cell }) => ['all', 'units'].includes(cell.reach));
  const unitsOf = (isMasked: boolean): 'all' | readonly string[] => {
    const some = listed.filter(({ cell }) => cell.isMasked === isMasked);
    const isEverywhere = some.some(({ cell, units }) => cell.reach === 'all' || units === null);
    return isEverywhere ? 'all' : some.flatMap(({ units }) => [...units!]);
  };
  const [units, wholeUnits] = [unitsOf(true), unitsOf(false)];
  if (wholeUnits === 'all' || units.length === 0) return null;
  const opens = (as: Principal): boolean => {
    const named = { assigned: new Set([as]) };
    return may(actor, permission, named) && !seesMasked(actor, permission, named);
  };
  return { units, wholeUnits, wholeAs: PRINCIPALS.filter(opens) };
}

/** In which duty an actor does something: what the audit entry names. */
export const dutyOf = (actor: Actor, permission: Permission, touched?: Touched): Principal | 'none' =>
  cellsOf(actor, permission, touched).find((held) => reaches(held, actor, touched))?.principal ?? 'none';

/** As whom of `among` the actor may do it to what is touched; several offices may lead there. */
export const reachingAs = (
  actor: Actor,
  permission: Permission,
  touched: Touched,
  among: readonly Principal[],
): Principal[] =>
  cellsOf(actor, permission, touched)
    .filter((held) => among.includes(held.principal) && reaches(held, actor, touched))
    .map(({ principal }) => principal);

/** Whether one of the actor's offices, or being a cadre, has a cell at all: the file alone decides the rest. */
export const isOffered = (actor: Actor, permission: Permission, among: readonly Principal[]): boolean =>
  cellsOf(actor, permission, ANY_FILE).some(
    ({ principal, cell }) => among.includes(principal) && cell.reach !== 'none',
  );
