import type { Inaction } from '../bundle.ts';
import { addMonths } from '../day.ts';
import { portion } from '../points.ts';
import { idsBy, type ParameterId, type Policy } from '../policy/book.ts';
import { RESPONSIBILITIES, SEVERITIES, type Severity } from '../vocabulary/conduct.ts';

/** How much harder a record weighs because the cadre had been told of the same behaviour before. */
export interface Surcharge {
  readonly points: number;
  /** Earlier facts that count for it. */
  readonly facts: number;
}

/** An upheld or mitigated record with what it deducts if nothing else of its fact weighs more. */
export interface WeighedInaction {
  readonly record: Inaction;
  /** By severity and responsibility, before surcharge and finding. */
  readonly own: number;
  readonly surcharge: Surcharge;
  readonly points: number;
}

/** What the records of one fact deduct, as far as they count in the period. */
export interface InactionFact {
  /** Its upheld and mitigated records that count in the period; at least one. */
  readonly weighing: readonly Inaction[];
  readonly standing: WeighedInaction;
  readonly points: number;
  /** Minor facts stay below a review and have a cap of their own. */
  readonly isMinor: boolean;
  /** The highest effective severity among them; null is below minor. */
  readonly severity: Severity | null;
}

/** What makes records one fact: the named fact, or the record itself. */
export const factOf = (record: Inaction): unknown => record.factId ?? record;

const NO_SURCHARGE: Surcharge = { points: 0, facts: 0 };

const SEVERITY_ID = idsBy('inaction.severity', SEVERITIES);
const RESPONSIBILITY_ID = idsBy('inaction.responsibility', RESPONSIBILITIES);

/** The parameters that a record's own points come from. */
export const weightParameters = ({ severity, responsibility }: Inaction): ParameterId[] => [
  SEVERITY_ID[severity],
  RESPONSIBILITY_ID[responsibility],
];

const ownPoints = ({ severity, responsibility }: Inaction, policy: Policy): number =>
  portion(policy[SEVERITY_ID[severity]], policy[RESPONSIBILITY_ID[responsibility]]);

/** Other facts of the same behaviour that had been notified before this one occurred, each by its largest points. */
function surchargeOf(record: Inaction, sameCode: readonly Inaction[], policy: Policy): Surcharge {
  if (sameCode.length < 2) return NO_SURCHARGE;
  const since = addMonths(record.occurredOn, -policy['inaction.repeat.window']);
  const earlierFacts = new Map<unknown, number>();
  for (const earlier of sameCode) {
    const isEarlier = earlier.occurredOn < record.occurredOn && earlier.occurredOn >= since;
    const wasNotified = earlier.notifiedOn !== null && earlier.notifiedOn < record.occurredOn;
    const fact = factOf(earlier);
    if (!isEarlier || !wasNotified || fact === factOf(record)) continue;
    earlierFacts.set(fact, Math.max(earlierFacts.get(fact) ?? 0, ownPoints(earlier, policy)));
  }
  const counted = Math.min(earlierFacts.size, policy['inaction.repeat.maximum']);
  const share = portion(ownPoints(record, policy), policy['inaction.repeat.step'] * counted);
  const earlierPoints = [...earlierFacts.values()].reduce((total, points) => total + points, 0);
  return { points: Math.min(share, earlierPoints), facts: earlierFacts.size };
}

/** Weighs one upheld or mitigated record against all such records of the same behaviour. */
export function weighRecord(
  record: Inaction,
  sameCode: readonly Inaction[],
  policy: Policy,
): WeighedInaction {
  const own = ownPoints(record, policy);
  const surcharge = surchargeOf(record, sameCode, policy);
  const share =
    policy[record.finding === 'mitigated' ? 'inaction.finding.mitigated' : 'inaction.finding.upheld'];
  return {
    record,
    own,
    surcharge,
    points: portion(own + surcharge.points, share),
  };
}

/** What severity a record leaves: one step lower if mitigated or not direct, never two; null is below minor. */
export function effectiveSeverity(record: Inaction): Severity | null {
  const isLowered = record.finding === 'mitigated' || record.responsibility !== 'direct';
  return SEVERITIES[SEVERITIES.indexOf(record.severity) - (isLowered ? 1 : 0)] ?? null;
}

const heavier = (a: WeighedInaction, b: WeighedInaction): WeighedInaction =>
  b.points > a.points || (b.points === a.points && b.record.id < a.record.id) ? b : a;

/** One fact from its weighed records (at least one): the largest stands, of equal ones the smallest id. */
export function factFrom(weighed: readonly WeighedInaction[]): InactionFact {
  const standing = weighed.reduce(heavier);
  const weighing = weighed.map(({ record }) => record);
  const effective = weighing.map(effectiveSeverity);
  return {
    weighing,
    standing,
    points: standing.points,
    isMinor: weighing.every(({ severity, code }) => severity === 'minor' && code === standing.record.code),
    severity: SEVERITIES.findLast((severity) => effective.includes(severity)) ?? null,
  };
}
