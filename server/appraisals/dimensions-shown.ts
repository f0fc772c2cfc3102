import type { z } from 'zod';
import { dimensionScoresOf, dimensionScoresOfRank } from '../../db/queries/years.ts';
import type { Db } from '../../db/store.ts';
import type { Tables } from '../../db/tables/index.ts';
import { DIMENSIONS, dimensions, mean, type Rank } from '../../scoring/index.ts';
import type { OwnResultView } from './appraisals.contract.ts';

/** Below this many people a median would tell about single ones. */
const FEWEST_FOR_A_MEDIAN = 5;

interface Whose {
  readonly year: number;
  readonly cadreId: string;
  readonly rank: Rank | null;
}

/** 德能勤绩廉 of one person beside the median of the same rank. */
export async function dimensionsShown(
  db: Db,
  tables: Tables,
  { year, cadreId, rank }: Whose,
): Promise<z.infer<typeof OwnResultView>['dimensions']> {
  const own = new Map(
    (await dimensionScoresOf(db, tables, year, cadreId)).map(({ dimension, value }) => [dimension, value]),
  );
  if (own.size === 0) return [];
  const ofRank = rank === null ? [] : await dimensionScoresOfRank(db, tables, year, rank);
  const values = Map.groupBy(ofRank, ({ dimension }) => dimension);
  return DIMENSIONS.flatMap((dimension) => {
    const value = own.get(dimension);
    if (value === undefined) return [];
    const all = (values.get(dimension) ?? []).map((score) => score.value);
    return [{ dimension, label: dimensions[dimension], value, rankMedian: medianOf(all) }];
  });
}

/** Of values in ascending order; of an even number the mean of the two in the middle, rounded half up. */
function medianOf(values: readonly number[]): number | null {
  if (values.length < FEWEST_FOR_A_MEDIAN) return null;
  const middle = values.length >> 1;
  return values.length % 2 === 1 ? values[middle]! : mean(values[middle - 1]! + values[middle]!, 2);
}
