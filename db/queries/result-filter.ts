import { and, eq, inArray, isNull, notInArray, or, sql, type SQL } from 'drizzle-orm';
import type { Grade, Rank } from '../../scoring/index.ts';
import type { Tables } from '../tables/index.ts';
import { personMatches } from './person-search.ts';

/** Which results of a run a list shows. */
export interface ResultFilter {
  runId: string;
  search: string;
  /** Null = all units, all grades; a null among the grades = without a grade. */
  unitIds: readonly string[] | null;
  grades: readonly (Grade | null)[] | null;
  /** Nobody whose rank is one of these now. */
  hiddenRanks?: readonly Rank[];
  /** None of these people. */
  hiddenCadres?: readonly string[];
}

/** The cadres of some ranks, as a list to compare ids with. */
const ofRanks = ({ cadres }: Tables, ranks: readonly Rank[]) =>
  sql`(select ${cadres.id} from ${cadres} where ${inArray(cadres.rank, [...ranks])})`;

export function resultsWanted(tables: Tables, filter: ResultFilter): SQL | undefined {
  const { runResults: r } = tables;
  const { hiddenRanks = [], hiddenCadres = [] } = filter;
  const named = filter.grades?.filter((grade) => grade !== null) ?? [];
  return and(
    eq(r.runId, filter.runId),
    hiddenRanks.length > 0 ? notInArray(r.cadreId, ofRanks(tables, hiddenRanks)) : undefined,
    hiddenCadres.length > 0 ? notInArray(r.cadreId, [...hiddenCadres]) : undefined,
    filter.unitIds ? inArray(r.unitId, [...filter.unitIds]) : undefined,
    filter.grades
      ? or(inArray(r.grade, named), filter.grades.includes(null) ? isNull(r.grade) : undefined)
      : undefined,
    personMatches(filter.search, r),
  );
}
