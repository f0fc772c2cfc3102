import type { Pool } from '../bundle.ts';
import { byId, byText, groupBy } from '../order.ts';
import { sum, WHOLE } from '../points.ts';
import type { Policy } from '../policy/book.ts';

/** A cadre as the quota sees one: a member of a pool, and a candidate if the score so far says 优秀. */
export interface Contender {
  readonly id: string;
  readonly pool: string;
  /** Unclamped base + balance in hundredths; null if not a candidate. */
  readonly value: number | null;
}

export interface Tie {
  readonly total: number;
  /** Ascending. */
  readonly cadreIds: readonly string[];
  /** Places for the tied before anybody decided. */
  readonly placesLeft: number;
}

export interface PoolResult {
  readonly id: string;
  readonly size: number;
  readonly places: number;
  /** Ascending. */
  readonly granted: readonly string[];
  readonly ties: Tie | null;
}

/** Why a candidate keeps 优秀 or becomes competent; candidates that simply fit are not named. */
export type QuotaReason = 'quota' | 'tie' | 'decided';

export interface Allotment {
  /** Root pools only, ascending. */
  readonly pools: readonly PoolResult[];
  readonly reserve: number;
  readonly reasons: ReadonlyMap<string, QuotaReason>;
  /** Pool and cadre of decisions that name somebody not tied any more. */
  readonly stale: readonly { readonly pool: string; readonly cadreId: string }[];
}

/** The pool that counts for another: itself, or the one it merges into. */
export const rootOf = (pool: Pick<Pool, 'id' | 'mergeInto'>): string => pool.mergeInto ?? pool.id;

const rateOf = (pool: Pool, policy: Policy): number =>
  policy[pool.outstanding ? 'quota.rateOutstanding' : 'quota.rate'];

interface RootPool {
  readonly pool: Pool;
  readonly members: readonly Contender[];
}

/** The pools that places are counted in, each with all cadres that count there. */
export function rootPools(pools: readonly Pool[], contenders: readonly Contender[]): RootPool[] {
  const rootIds = new Map(pools.map((pool) => [pool.id, rootOf(pool)]));
  const members = groupBy(contenders, (contender) => rootIds.get(contender.pool));
  return pools
    .filter((pool) => pool.mergeInto === null)
    .sort(byId)
    .map((pool) => ({ pool, members: members.get(pool.id) ?? [] }));
}

/** Places that the fractions of all pools make together, for people to allot as `extraPlaces`. */
export function reserveOf(roots: readonly RootPool[], policy: Policy): number {
  const shares = roots.map(({ pool, members }) => members.length * rateOf(pool, policy));
  return Math.floor(sum(shares) / WHOLE) - sum(shares.map((share) => Math.floor(share / WHOLE)));
}

function tieAt(value: number, candidates: readonly (readonly [string, number])[], places: number): Tie {
  const above = candidates.filter(([, other]) => other > value).length;
  const cadreIds = candidates.filter(([, other]) => other === value).map(([id]) => id);
  return { total: value, cadreIds: cadreIds.sort(byText), placesLeft: places - above };
}

function allotPool({ pool, members }: RootPool, policy: Policy) {
  const places = Math.floor((members.length * rateOf(pool, policy)) / WHOLE) + pool.extraPlaces;
  const candidates = members
    .flatMap(({ id, value }) => (value === null ? [] : [[id, value] as const]))
    .sort((a, b) => b[1] - a[1] || byText(a[0], b[0]));
  const atLine = candidates[places - 1]?.[1];
  const next = candidates[places]?.[1];
  const ties = next !== undefined && atLine === next ? tieAt(next, candidates, places) : null;
  const tied = new Set(ties?.cadreIds);
  const chosen = new Set(pool.decided.filter((id) => tied.has(id)));
  const reasons = new Map<string, QuotaReason>();
  const granted: string[] = [];
  for (const [index, [id]] of candidates.entries()) {
    if (tied.has(id)) reasons.set(id, chosen.has(id) ? 'decided' : 'tie');
    else if (index >= places) reasons.set(id, 'quota');
    if (chosen.has(id) || !reasons.has(id)) granted.push(id);
  }
  const result: PoolResult = {
    id: pool.id,
    size: members.length,
    places,
    granted: granted.sort(byText),
    ties,
  };
  const stale = [...new Set(pool.decided)].filter((id) => !tied.has(id)).sort(byText);
  return { result, reasons, stale: stale.map((cadreId) => ({ pool: pool.id, cadreId })) };
}

/** Allots 优秀 within each root pool (四·考核); a tie at the last place is for people. */
export function allotExcellent(
  pools: readonly Pool[],
  contenders: readonly Contender[],
  policy: Policy,
): Allotment {
  const roots = rootPools(pools, contenders);
  const allotted = roots.map((root) => allotPool(root, policy));
  return {
    pools: allotted.map(({ result }) => result),
    reserve: reserveOf(roots, policy),
    reasons: new Map(allotted.flatMap(({ reasons }) => [...reasons])),
    stale: allotted.flatMap(({ stale }) => stale),
  };
}

/** The allotment where no quota applies: quarterly, special and term appraisals. */
export const noQuota: Allotment = { pools: [], reserve: 0, reasons: new Map(), stale: [] };
