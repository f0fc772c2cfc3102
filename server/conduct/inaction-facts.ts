// Records of one fact count once, so they share area and the year they count in (scoring.md section 2): one that does
// not fit would keep the whole school from being evaluated.
import { inactionsOfFact, type InactionOfFact } from '../../db/queries/inactions-of-fact.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import { areaOfBehaviour, yearOf } from '../../scoring/index.ts';
import type { ProblemPlace } from '../http/problem.ts';
import { factIncoherent } from './conduct.problems.ts';

type Said = Pick<Row<'inactionFiles'>, 'cadreId' | 'factId' | 'code' | 'occurredOn'>;

/** Another record of the fact may count in another year than it happened in: this one then counts beside it. */
const isOfYear = ({ occurredOn, countsOn }: InactionOfFact, year: number): boolean =>
  [occurredOn, countsOn ?? occurredOn].some((day) => yearOf(day) === year);

/** The place that is wrong where another record of the fact, or a file on its way to one, stands in the way. */
export async function wrongInactionFact(
  { db, tables }: { readonly db: Db; readonly tables: Tables },
  { cadreId, factId, code, occurredOn }: Said,
  { besideFileId, pointer }: { readonly besideFileId: string | null; readonly pointer: string },
): Promise<ProblemPlace[]> {
  if (factId === null) return [];
  const others = await inactionsOfFact(db, tables, { cadreId, factId, besideFileId });
  const isStrange = others.some(
    (other) => other.area !== areaOfBehaviour(code) || !isOfYear(other, yearOf(occurredOn)),
  );
  return isStrange ? [{ pointer, detail: factIncoherent.title }] : [];
}
