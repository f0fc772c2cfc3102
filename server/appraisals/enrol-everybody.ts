// Into which pool everybody goes when a year is opened: last year's where it still fits, else by rank.
import type { Rank, Template } from '../../scoring/index.ts';

export interface Enrolling {
  readonly id: string;
  readonly rank: Rank | null;
  readonly template: Template;
}

export interface FormerPool {
  readonly id: string;
  readonly name: string;
  readonly mergeIntoId: string | null;
}

export interface Plan {
  /** In the order they are to be made: a pool that takes others in comes before those. */
  readonly pools: readonly { readonly name: string; readonly mergeInto: string | null }[];
  readonly poolOf: ReadonlyMap<string, string>;
}

const BY_RANK: Readonly<Record<Rank, string>> = {
  正厅: '校级',
  副厅: '校级',
  正处: '中层正职',
  副处: '中层副职',
  正科: '科级',
  副科: '科级',
  科员: '科级',
};
const ORDER = ['校级', '中层正职', '中层副职', '科级'];

/** The pool that rank and template suggest. */
export const ordinaryPool = ({ rank, template }: Omit<Enrolling, 'id'>): string => {
  if (rank !== null) return BY_RANK[rank];
  return template === 'principal' ? '中层正职' : '科级';
};

/**
 * A person stays in a pool that the school named itself; in one named after ranks only as long as the rank is that.
 * `before` says in which of last year's pools everybody was.
 */
export function enrolEverybody(
  cadres: readonly Enrolling[],
  former: readonly FormerPool[],
  before: ReadonlyMap<string, string>,
): Plan {
  const names = new Map(former.map(({ id, name }) => [id, name]));
  const poolOf = new Map(
    cadres.map((cadre) => {
      const ordinary = ordinaryPool(cadre);
      const last = names.get(before.get(cadre.id) ?? '');
      return [cadre.id, last === undefined || ORDER.includes(last) ? ordinary : last];
    }),
  );
  const copied = former
    .toSorted((a, b) => Number(a.mergeIntoId !== null) - Number(b.mergeIntoId !== null))
    .map(({ name, mergeIntoId }) => ({
      name,
      mergeInto: mergeIntoId === null ? null : (names.get(mergeIntoId) ?? null),
    }));
  const known = new Set(copied.map(({ name }) => name));
  const needed = new Set(poolOf.values());
  const added = ORDER.filter((name) => needed.has(name) && !known.has(name));
  return { pools: [...copied, ...added.map((name) => ({ name, mergeInto: null }))], poolOf };
}
