// The quota of a year as people read it: places, who got them, ties with names, what was decided and by whom.
import type { z } from 'zod';
import { type AccountLabel, accountLabels } from '../../db/queries/account-labels.ts';
import { policyValuesAdopted } from '../../db/queries/operations.ts';
import { unitNames } from '../../db/queries/roster.ts';
import { listedIn } from '../../db/queries/run-lists.ts';
import { enrolmentsOf, poolsOf, tieDecisionsOf } from '../../db/queries/years.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import {
  allotExcellent,
  builtInBook,
  policyOn,
  type PoolResult,
  sum,
  type Tie,
  withOverrides,
} from '../../scoring/index.ts';
import type { YearSummary } from './appraisals.contract.ts';
import { poolsOfRun, termsOf } from './stored-run.ts';

type PoolShown = z.infer<typeof YearSummary>['pools'][number];

export interface Quota {
  readonly pools: PoolShown[];
  readonly reserve: number;
  readonly reserveLeft: number;
}

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly year: Row<'years'>;
  readonly run: Row<'runs'> | undefined;
}

export async function quotaOf(asked: Asked): Promise<Quota> {
  const { db, tables, year, run } = asked;
  const rows = await poolsOf(db, tables, year.year);
  const { pools, reserve } = run
    ? { pools: poolsOfRun(run), reserve: run.reserve }
    : await beforeAnyRun(asked, rows);
  const decisions = await decisionsShown(asked);
  const roots = rows.filter(({ mergeIntoId }) => mergeIntoId === null);
  const shown = roots.map(async (row): Promise<PoolShown> => {
    const found = pools.find(({ id }) => id === row.id);
    return {
      id: row.id,
      name: row.name,
      version: row.version,
      size: found?.size ?? 0,
      places: found?.places ?? 0,
      extraPlaces: row.extraPlaces,
      granted: found?.granted.length ?? 0,
      isOutstanding: row.isOutstanding,
      mergedNames: rows.filter(({ mergeIntoId }) => mergeIntoId === row.id).map(({ name }) => name),
      ties: run && found?.ties ? await tieShown(asked, run, row.id, found.ties) : null,
      decision: decisions.get(row.id) ?? null,
    };
  });
  return {
    pools: await Promise.all(shown),
    reserve,
    reserveLeft: reserve - sum(rows.map(({ extraPlaces }) => extraPlaces)),
  };
}

/** Sizes, places and reserve as the rule counts them while nobody has a score yet. */
async function beforeAnyRun(
  { db, tables, year }: Asked,
  rows: readonly Row<'pools'>[],
): Promise<{ pools: readonly PoolResult[]; reserve: number }> {
  const overrides = await policyValuesAdopted(db, tables);
  const enrolled = await enrolmentsOf(db, tables, year.year);
  return allotExcellent(
    rows.map(({ id, name, isOutstanding, mergeIntoId, extraPlaces }) => ({
      id,
      name,
      outstanding: isOutstanding,
      mergeInto: mergeIntoId,
      extraPlaces,
      decided: [],
    })),
    enrolled.map(({ cadreId, poolId }) => ({ id: cadreId, pool: poolId, value: null })),
    policyOn(withOverrides(builtInBook, overrides), year.periodTo),
  );
}

async function tieShown(
  { db, tables }: Asked,
  run: Row<'runs'>,
  poolId: string,
  tie: Tie,
): Promise<PoolShown['ties']> {
  const people = await listedIn(db, tables, run.id, tie.cadreIds);
  const units = await unitNames(db, tables);
  const decided = termsOf(run).pools.find(({ id }) => id === poolId)?.decided ?? [];
  return {
    total: tie.total,
    placesLeft: tie.placesLeft,
    cadres: people.map(({ cadreId, name, unitId }) => ({
      id: cadreId,
      name,
      unitName: units.get(unitId) ?? '',
      decided: decided.includes(cadreId),
    })),
  };
}

async function decisionsShown({ db, tables, year }: Asked) {
  const decisions = await tieDecisionsOf(db, tables, year.year);
  const labels = await accountLabels(
    db,
    tables,
    decisions.map(({ decidedBy }) => decidedBy),
  );
  return new Map(
    decisions.map(({ poolId, reason, decidedBy, decidedAt }) => [
      poolId,
      { reason, decidedBy: calledBy(labels.get(decidedBy)), decidedAt },
    ]),
  );
}

/** The tied of a pool as long as places are left that nobody was chosen for. */
export const undecidedIn = ({ ties }: Pick<PoolShown, 'ties'>): number => {
  if (!ties) return 0;
  const chosen = ties.cadres.filter(({ decided }) => decided).length;
  return chosen < ties.placesLeft ? ties.cadres.length - chosen : 0;
};

/** What people are called in the history of a year. */
export const calledBy = (label: AccountLabel | undefined): string => label?.name ?? label?.staffNo ?? '';
