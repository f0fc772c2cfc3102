// Ids: each given once, each named one exists, and a pool that merges hands over everything.
import type { Appointment, Bundle, Cadre, Pool } from '../bundle.ts';
import { placed, refusal, type Refusal, type Unsettled } from './refusal.ts';

type Given = Unsettled<Bundle>;
type GivenCadre = Unsettled<Cadre>;
type Refusals = Generator<Refusal>;

/** Names every repetition of an id, at its later place. */
function* repeated(ids: Iterable<readonly [place: string, id: string | null | undefined]>): Refusals {
  const first = new Map<string, string>();
  for (const [place, id] of ids) {
    if (id == null) continue;
    const before = first.get(id);
    if (before === undefined) first.set(id, place);
    else
      yield refusal(place, `唯一的编号，“${id}”已用于 ${before}`, `a unique id; “${id}” stands at ${before}`);
  }
}

type Identified = { readonly id?: string | null | undefined };

function* idsOf(
  pointer: string,
  items: readonly (Identified | undefined)[] | null | undefined,
): Generator<readonly [string, string | null | undefined]> {
  for (const [place, item] of placed(pointer, items)) yield [`${place}/id`, item.id];
}

export function* uniqueIds({ pools, units, cadres }: Given): Refusals {
  yield* repeated(idsOf('/pools', pools));
  yield* repeated(idsOf('/units', units));
  yield* repeated(idsOf('/cadres', cadres));
  yield* repeated(conductIds(cadres));
  for (const [place, cadre] of placed('/cadres', cadres)) {
    yield* repeated(disciplineIds(place, cadre));
    yield* repeated(idsOf(`${place}/inspectionFindings`, cadre.inspectionFindings));
  }
}

function* conductIds(cadres: Given['cadres']): Generator<readonly [string, string | null | undefined]> {
  for (const [place, cadre] of placed('/cadres', cadres)) yield* idsOf(`${place}/conduct`, cadre.conduct);
}

function* disciplineIds(
  place: string,
  { constraints }: GivenCadre,
): Generator<readonly [string, string | null | undefined]> {
  for (const [at, fact] of placed(`${place}/constraints`, constraints))
    if (fact.kind === 'discipline') yield [`${at}/id`, fact.id];
}

/** The ids of a list; null where the list could not be read, and nothing can be missing from it. */
const idsIn = (items: readonly (Identified | undefined)[] | null | undefined): ReadonlySet<string> | null =>
  items ? new Set(items.flatMap((item) => (item?.id == null ? [] : [item.id]))) : null;

function* known(
  place: string,
  id: string | null | undefined,
  ids: ReadonlySet<string> | null,
  list: string,
): Refusals {
  if (id != null && ids && !ids.has(id))
    yield refusal(place, `${list} 中的编号，没有“${id}”`, `an id of ${list}; there is no “${id}”`);
}

export function* knownReferences({ pools, units, cadres }: Given): Refusals {
  const poolIds = idsIn(pools);
  const unitIds = idsIn(units);
  for (const [place, pool] of placed('/pools', pools))
    yield* known(`${place}/mergeInto`, pool.mergeInto, poolIds, '/pools');
  for (const [place, cadre] of placed('/cadres', cadres)) {
    yield* known(`${place}/pool`, cadre.pool, poolIds, '/pools');
    yield* known(`${place}/unitId`, cadre.unitId, unitIds, '/units');
    for (const [at, { unitId }] of placed<Unsettled<Appointment>>(
      `${place}/appointments`,
      cadre.appointments,
    ))
      yield* known(`${at}/unitId`, unitId, unitIds, '/units');
  }
}

/** A pool that merges hands over everything: it may not be merged into, nor have terms of its own. */
export function* plainMergers({ pools }: Given): Refusals {
  const merging = idsIn(pools?.filter((pool) => pool?.mergeInto != null));
  for (const [place, pool] of placed<Unsettled<Pool>>('/pools', pools)) {
    if (pool.mergeInto == null) continue;
    if (merging!.has(pool.mergeInto))
      yield refusal(`${place}/mergeInto`, '本身不并入他组的名额组', 'a pool that does not itself merge');
    if (pool.outstanding)
      yield refusal(`${place}/outstanding`, '空缺：已并入他组，不另设', 'nothing: the pool merges');
    if (pool.extraPlaces)
      yield refusal(`${place}/extraPlaces`, '空缺：已并入他组，不另设', 'nothing: the pool merges');
    if (pool.decided?.length)
      yield refusal(`${place}/decided`, '空缺：已并入他组，不另设', 'nothing: the pool merges');
  }
}
