// Lines of results summed by area, one side against the other.
import type { z } from 'zod';
import { AREAS, areas, type Cadre, type CadreResult, sum } from '../../scoring/index.ts';
import type { AreaView } from './ledger.contract.ts';

type Area = z.infer<typeof AreaView>;
type Line = CadreResult['lines'][number];
export type Ledger = 'inaction' | 'initiative';

/** What one person's result says, with the area each record is in. */
export interface Weighed {
  readonly cadre: Pick<Cadre, 'conduct'>;
  readonly result: Pick<CadreResult, 'lines' | 'credits' | 'deductions'>;
}

export const ledgerOf = ({ rule }: Pick<Line, 'rule'>): Ledger | null =>
  rule.startsWith('inaction') ? 'inaction' : rule.startsWith('initiative') ? 'initiative' : null;

const isRecord = ({ rule }: Line): boolean => rule === 'inaction' || rule === 'initiative';

/** The area of a record: an inaction's is the digit before the dot of its code. */
function areaOf({ conduct }: Weighed['cadre'], recordId: string | undefined): number | null {
  const record = conduct.find(({ id }) => id === recordId);
  if (!record) return null;
  return record.kind === 'initiative' ? record.area : Number(record.code[0]);
}

export function areasSummed(weighed: readonly Weighed[]): Area[] {
  const lines = weighed.flatMap(({ cadre, result }) =>
    result.lines
      .filter((line) => isRecord(line) && line.points !== 0)
      .map((line) => ({ line, area: areaOf(cadre, line.recordId) })),
  );
  const side = (ledger: Ledger, area: number) => {
    const own = lines.filter((each) => each.area === area && ledgerOf(each.line) === ledger);
    return { count: own.length, points: sum(own.map(({ line }) => line.points)) };
  };
  return AREAS.map((area) => {
    const { zh, en, clause } = areas[area];
    return {
      ...{ area, label: { zh, en }, clause },
      initiative: side('initiative', area),
      inaction: side('inaction', area),
    };
  });
}

/** What the caps cut, both sides apart. */
export function cappedIn(weighed: readonly Weighed[]): Record<Ledger, number> {
  const caps = weighed.flatMap(({ result }) => result.lines.filter((line) => !isRecord(line)));
  const of = (ledger: Ledger) =>
    sum(caps.filter((line) => ledgerOf(line) === ledger).map(({ points }) => points));
  return { initiative: of('initiative'), inaction: of('inaction') };
}

export const sides = (weighed: readonly Weighed[]) => {
  const credits = sum(weighed.map(({ result }) => result.credits));
  const deductions = sum(weighed.map(({ result }) => result.deductions));
  return { credits, deductions, balance: credits - deductions };
};
