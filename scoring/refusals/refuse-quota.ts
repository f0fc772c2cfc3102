import type { Bundle, Pool } from '../bundle.ts';
import { assess } from '../evaluate.ts';
import { sum } from '../points.ts';
import {
  builtInBook,
  FIRST_DAY,
  isParameter,
  type Override,
  policyOn,
  withOverrides,
} from '../policy/book.ts';
import { reserveOf, rootPools } from '../rules/allot-excellent.ts';
import { placed, refusal, type Refusal, type Unsettled } from './refusal.ts';

/** Places given beyond the reserve, as far as pools and period could be read. */
export function* overAllotted({
  kind,
  pools,
  cadres,
  period,
  policy,
}: Unsettled<Bundle>): Generator<Refusal> {
  const given = [...placed<Unsettled<Pool>>('/pools', pools)].filter(
    ([, pool]) => (pool.extraPlaces ?? 0) > 0,
  );
  const to = period?.to ?? null;
  if ((kind ?? 'annual') !== 'annual' || given.length === 0 || to === null || to < FIRST_DAY) return;
  const roots = rootPools(
    [...placed('/pools', pools)].map(([, pool]) => settledPool(pool)),
    [...placed('/cadres', cadres)].map(([id, { pool }]) => ({ id, pool: pool ?? '', value: null })),
  );
  const overrides = [...placed('/policy/overrides', policy?.overrides)].map(([, override]) => override);
  const inForce = policyOn(withOverrides(builtInBook, overrides.filter(isWhole)), to);
  const reserve = reserveOf(roots, inForce);
  const extra = sum(given.map(([, pool]) => pool.extraPlaces!));
  if (extra <= reserve) return;
  for (const [place] of given)
    yield refusal(
      `${place}/extraPlaces`,
      `合计不超过 ${reserve} 个机动名额，已分配 ${extra} 个`,
      `at most ${reserve} places of the reserve in all; ${extra} are given`,
    );
}

const settledPool = ({ id, mergeInto, outstanding, extraPlaces }: Unsettled<Pool>): Pool => ({
  id: id ?? '',
  name: '',
  outstanding: outstanding ?? false,
  mergeInto: mergeInto ?? null,
  extraPlaces: extraPlaces ?? 0,
  decided: [],
});

const isWhole = (override: Unsettled<Override>): override is Override =>
  override.parameter != null &&
  isParameter(override.parameter) &&
  override.from != null &&
  override.value != null &&
  override.cite != null;

/** Ties decided for more cadres than places are left; `bundle` is otherwise sound. */
export function overDecided(bundle: Bundle): Refusal[] {
  if (bundle.kind !== 'annual' || bundle.pools.every(({ decided }) => decided.length === 0)) return [];
  const tieOf = new Map(assess(bundle).pools.map(({ id, ties }) => [id, ties]));
  return bundle.pools.flatMap(({ id, decided }, index) => {
    const ties = tieOf.get(id);
    if (!ties) return [];
    const chosen = new Set(decided.filter((cadreId) => ties.cadreIds.includes(cadreId)));
    if (chosen.size <= ties.placesLeft) return [];
    return [
      refusal(
        `/pools/${index}/decided`,
        `不超过 ${ties.placesLeft} 名同分者，已定 ${chosen.size} 名`,
        `at most ${ties.placesLeft} of the tied; ${chosen.size} are decided`,
      ),
    ];
  });
}
