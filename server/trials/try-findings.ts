// The year's bundle evaluated as it stands and as it would stand, told as far as it concerns one person.
import type { z } from 'zod';
import {
  assess,
  type Assessment,
  type Bundle,
  type Cadre,
  cadreInWords,
  type CadreResult,
  gradeReasons,
  type Label,
  type Line,
  reviewTriggers,
  rootOf,
} from '../../scoring/index.ts';
import { gradeLabel } from '../appraisals/result-words.ts';
import { withoutUnfitDecisions } from '../appraisals/year-bundle.ts';
import type { TrialView } from './trials.contract.ts';

type Shown = z.infer<typeof TrialView>;
type Side = Shown['before'];
interface Told {
  readonly side: Side;
  readonly places: number;
  readonly result: CadreResult<Label>;
}

/** The same facts with some findings of one person's records otherwise. */
export function withFindings(bundle: Bundle, cadreId: string, findings: ReadonlyMap<string, string>): Bundle {
  const retold = (cadre: Cadre): Cadre => ({
    ...cadre,
    conduct: cadre.conduct.map((record) =>
      findings.has(record.id) ? ({ ...record, finding: findings.get(record.id) } as typeof record) : record,
    ),
  });
  const cadres = bundle.cadres.map((cadre) => (cadre.id === cadreId ? retold(cadre) : cadre));
  return withoutUnfitDecisions({ ...bundle, cadres });
}

const valueOf = ({ base, balance }: CadreResult): number | null => (base === null ? null : base + balance);

/** How many of the pool come to more; nobody's figures but the person's own leave this function. */
function positionIn(members: readonly CadreResult[], own: CadreResult): Side['position'] {
  const value = valueOf(own);
  if (value === null) return null;
  const values = members.map(valueOf).filter((each) => each !== null);
  return { place: values.filter((each) => each > value).length + 1, of: values.length };
}

function told(bundle: Bundle, { cadres, pools }: Assessment, cadreId: string): Told {
  const own = cadres.find(({ id }) => id === cadreId)!;
  const rootIds = new Map(bundle.pools.map((pool) => [pool.id, rootOf(pool)]));
  const poolIds = new Map(bundle.cadres.map(({ id, pool }) => [id, rootIds.get(pool)]));
  const poolId = poolIds.get(cadreId);
  const result = cadreInWords(own);
  const { vocabulary } = bundle;
  const labelOf = (band: Side['band']) => (band === null ? null : gradeLabel(band, vocabulary));
  const { base, credits, deductions, total, band, ceiling, grade, reason } = result;
  return {
    result,
    places: pools.find(({ id }) => id === poolId)?.places ?? 0,
    side: {
      ...{ base, credits, deductions, total, band, ceiling, grade },
      bandLabel: labelOf(band),
      ceilingLabel: labelOf(ceiling),
      gradeLabel: gradeLabel(grade, vocabulary),
      reasonLabel: gradeReasons[reason],
      position: positionIn(
        cadres.filter(({ id }) => poolIds.get(id) === poolId),
        own,
      ),
      reviews: result.reviews.map(({ trigger, clause, because }) => {
        const label = reviewTriggers[trigger];
        return { label, clause, because };
      }),
    },
  };
}

/** A line is the same step before and after by rule, clause and record, and by how many such came before it. */
function keyed(lines: readonly Line<Label>[]): Map<string, Line<Label>> {
  const found = new Map<string, Line<Label>>();
  for (const line of lines) {
    const key = [line.rule, line.recordId ?? line.clause].join(' ');
    let count = 0;
    while (found.has(`${key} ${count}`)) count += 1;
    found.set(`${key} ${count}`, line);
  }
  return found;
}

const lineSide = (line: Line<Label> | undefined) =>
  line === undefined ? null : { points: line.points, because: line.because };

const isSameLine = (one: Line<Label> | undefined, other: Line<Label> | undefined): boolean =>
  one?.points === other?.points && one?.because.zh === other?.because.zh;

function changedLines(before: readonly Line<Label>[], after: readonly Line<Label>[]): Shown['lines'] {
  const old = keyed(before);
  const now = keyed(after);
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((key) => [old.get(key), now.get(key)] as const)
    .filter(([one, other]) => !isSameLine(one, other))
    .map(([one, other]) => {
      const { recordId = null, clause } = (other ?? one)!;
      return { recordId, clause, before: lineSide(one), after: lineSide(other) };
    });
}

type Finding = CadreResult<Label>['findings'][number];
const missingFrom = (findings: readonly Finding[], from: readonly Finding[]) => {
  const known = new Set(findings.map(({ rule, because }) => `${rule} ${because.zh}`));
  return from
    .filter(({ rule, because }) => !known.has(`${rule} ${because.zh}`))
    .map(({ clause, because }) => ({ clause, because }));
};

const NOT_AGAINST_ANYBODY: readonly string[] = ['open', 'dismissed', 'exempt', 'conditionUnproven'];

/** Before and after; of records that the reader may not know of, no line that weighs nothing. */
export function tried(
  bundle: Bundle,
  {
    cadreId,
    findings,
    known,
  }: {
    readonly cadreId: string;
    readonly findings: ReadonlyMap<string, string>;
    readonly known: ReadonlySet<string>;
  },
): Omit<Shown, 'year'> {
  const changed = withFindings(bundle, cadreId, findings);
  const assessed = assess(bundle);
  const before = told(bundle, assessed, cadreId);
  const after = told(changed, assess(changed), cadreId);
  const isShown = ({ reason, recordId }: Line<Label>): boolean =>
    !NOT_AGAINST_ANYBODY.includes(reason) || (recordId !== undefined && known.has(recordId));
  const { pool } = bundle.cadres.find(({ id }) => id === cadreId)!;
  return {
    cadreId,
    asOf: assessed.asOf,
    policyVersion: assessed.policy.version,
    pool: { name: bundle.pools.find(({ id }) => id === pool)!.name, places: after.places },
    before: before.side,
    after: after.side,
    lines: changedLines(before.result.lines.filter(isShown), after.result.lines.filter(isShown)),
    findings: {
      gone: missingFrom(after.result.findings, before.result.findings),
      come: missingFrom(before.result.findings, after.result.findings),
    },
  };
}
