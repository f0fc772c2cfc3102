// Records of one fact count once, so they share area, quality and the year they count in (scoring.md section 2).
import { initiativesOfFact, type OfOneFact } from '../../db/queries/initiatives.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import { areas, type Label, qualities, yearOf } from '../../scoring/index.ts';
import type { ProblemPlace } from '../http/problem.ts';

type Said = Pick<Row<'initiativeFiles'>, 'cadreId' | 'factId' | 'area' | 'quality' | 'occurredOn'>;

/** Another record of the fact may count in another year than it happened in: this one then counts beside it. */
const isOfYear = ({ occurredOn, countsOn }: OfOneFact, year: number): boolean =>
  [occurredOn, countsOn ?? occurredOn].some((day) => yearOf(day) === year);

const nameOf = ({ occurredOn, area, quality }: OfOneFact): Label => ({
  zh: `${occurredOn} 的记录（${areas[area].zh} · ${quality === null ? '' : qualities[quality].zh}）`,
  en: `the record of ${occurredOn} (${areas[area].en}, ${quality === null ? '' : qualities[quality].en})`,
});
const UNNAMED: Label = { zh: '另一条记录', en: 'another record' };

/**
 * The place that is wrong where another record of the fact stands in the way. It is named to whoever may know of it:
 * always if it is verified, else to the person and to officers.
 */
export async function wrongFact(
  { db, tables }: { readonly db: Db; readonly tables: Tables },
  said: Said,
  { besideFileId, isOfficer, pointer }: { besideFileId: string | null; isOfficer: boolean; pointer: string },
): Promise<ProblemPlace[]> {
  const { cadreId, factId, area, quality, occurredOn } = said;
  if (factId === null) return [];
  const others = await initiativesOfFact(db, tables, { cadreId, factId, besideFileId });
  const strange = others.find(
    (other) => other.area !== area || other.quality !== quality || !isOfYear(other, yearOf(occurredOn)),
  );
  if (!strange) return [];
  const { zh, en } = isOfficer || strange.finding === 'verified' ? nameOf(strange) : UNNAMED;
  return [
    {
      pointer,
      detail: {
        zh: `同一事实的记录须同一方面、同一品质、同一计分年度，与${zh}不一致`,
        en: `Records of one fact share area, quality and year: ${en} differs`,
      },
    },
  ];
}
