// The bundle of a year out of the store: what `evaluate` is told, and how everybody is listed.
import { policyValuesAdopted } from '../../db/queries/operations.ts';
import { factsOfYear, type Listing } from '../../db/queries/year-facts.ts';
import { poolsOf, tieDecisionsOf, unitsOfYear } from '../../db/queries/years.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import { type Bundle, type Cadre, overDecided } from '../../scoring/index.ts';

/** Everything of a bundle but its cadres: what a run keeps beside the facts of each. */
export type YearTerms = Omit<Bundle, 'cadres'>;

export interface YearFacts {
  readonly bundle: Bundle;
  readonly listings: ReadonlyMap<string, Listing>;
}

interface Reading {
  readonly db: Db;
  readonly tables: Tables;
  readonly year: Row<'years'>;
  readonly onRead: (cadreCount: number) => Promise<void>;
}

export async function bundleOfYear({ db, tables, year, onRead }: Reading): Promise<YearFacts> {
  const terms = await termsOfYear(db, tables, year);
  const cadres: Cadre[] = [];
  const listings = new Map<string, Listing>();
  for await (const some of factsOfYear(db, tables, year.year)) {
    for (const { cadre, listing } of some) {
      cadres.push(cadre);
      listings.set(cadre.id, listing);
    }
    await onRead(cadres.length);
  }
  return { bundle: withoutUnfitDecisions({ ...terms, cadres }), listings };
}

async function termsOfYear(db: Db, tables: Tables, year: Row<'years'>): Promise<YearTerms> {
  const pools = await poolsOf(db, tables, year.year);
  const decisions = await tieDecisionsOf(db, tables, year.year);
  const decided = new Map(decisions.map(({ poolId, cadreIds }) => [poolId, cadreIds]));
  const units = await unitsOfYear(db, tables, year.year);
  return {
    asOf: year.asOf,
    kind: 'annual',
    period: { from: year.periodFrom, to: year.periodTo },
    vocabulary: year.vocabulary,
    pools: pools.map(({ id, name, isOutstanding, mergeIntoId, extraPlaces }) => ({
      id,
      name,
      outstanding: isOutstanding,
      mergeInto: mergeIntoId,
      extraPlaces,
      decided: decided.get(id) ?? [],
    })),
    units: units.map(({ id, name, kind }) => ({ id, name, kind })),
    policy: { overrides: await policyValuesAdopted(db, tables) },
  };
}

/**
 * Where new facts left fewer places than people were chosen for, the choice does not fit any more: the tie is open
 * again, and people decide anew.
 */
export function withoutUnfitDecisions(bundle: Bundle): Bundle {
  const unfit = new Set(overDecided(bundle).map(({ pointer }) => pointer));
  if (unfit.size === 0) return bundle;
  return {
    ...bundle,
    pools: bundle.pools.map((pool, index) =>
      unfit.has(`/pools/${index}/decided`) ? { ...pool, decided: [] } : pool,
    ),
  };
}
