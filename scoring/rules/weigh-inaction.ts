import type { Inaction, Period } from '../bundle.ts';
import { contains, type Day } from '../day.ts';
import type { Line } from '../line.ts';
import { byText, groupBy } from '../order.ts';
import { sum } from '../points.ts';
import type { Policy } from '../policy/book.ts';
import { clauseOfArea } from '../vocabulary/areas.ts';
import { areaOfBehaviour, behaviours } from '../vocabulary/behaviours.ts';
import { capEach, pointsBy } from './cap-points.ts';
import {
  factFrom,
  factOf,
  type InactionFact,
  type WeighedInaction,
  weighRecord,
  weightParameters,
} from './inaction-facts.ts';

export interface InactionLedger {
  readonly lines: readonly Line[];
  readonly facts: readonly InactionFact[];
  /** After caps, ≥ 0. */
  readonly deductions: number;
}

/** A record with how it stands. */
interface Judged {
  readonly record: Inaction;
  readonly standing: Standing;
}

/** How a record stands once its conditions and its fact are known. */
type Standing = Inaction['finding'] | 'conditionUnproven';

/** The day in whose period a record counts. */
export const countingDay = (record: { readonly countsOn: Day | null; readonly occurredOn: Day }): Day =>
  record.countsOn ?? record.occurredOn;

const isProven = (record: Inaction): boolean =>
  behaviours[record.code].conditions.every((condition) => record.conditions.includes(condition));

/** Facts that an exempt record (its conditions proven) frees as a whole. */
function exemptFactsOf(records: readonly Inaction[]): ReadonlySet<unknown> {
  return new Set(records.filter((record) => record.finding === 'exempt' && isProven(record)).map(factOf));
}

function standingOf(record: Inaction, exemptFacts: ReadonlySet<unknown>): Standing {
  if (exemptFacts.has(factOf(record))) return 'exempt';
  return isProven(record) ? record.finding : 'conditionUnproven';
}

const inTime = ({ record: a }: Judged, { record: b }: Judged): number =>
  byText(a.occurredOn, b.occurredOn) || byText(a.id, b.id);

const weighs = (standing: Standing): boolean => standing === 'upheld' || standing === 'mitigated';

const clauseOf = (record: Inaction) => clauseOfArea(areaOfBehaviour(record.code));

function standingLine({ record, own, surcharge, points }: WeighedInaction, policy: Policy): Line {
  const { id, code, severity, responsibility } = record;
  const figures = [code, severity, responsibility, own, surcharge.points, surcharge.facts] as const;
  const parameters = weightParameters(record);
  if (surcharge.facts > 0)
    parameters.push('inaction.repeat.step', 'inaction.repeat.maximum', 'inaction.repeat.window');
  const common = { rule: 'inaction', recordId: id, clause: clauseOf(record), points: 0 - points } as const;
  if (record.finding === 'mitigated') {
    parameters.push('inaction.finding.mitigated');
    const share = policy['inaction.finding.mitigated'];
    return { ...common, parameters, reason: 'mitigated', because: ['inaction.mitigated', ...figures, share] };
  }
  parameters.push('inaction.finding.upheld');
  return { ...common, parameters, reason: 'counts', because: ['inaction.counts', ...figures] };
}

function weightlessLine(record: Inaction, standing: Standing, fact: InactionFact | undefined): Line {
  const { id, code, conditions } = record;
  const parameters = weightParameters(record);
  const common = { rule: 'inaction', recordId: id, clause: clauseOf(record), parameters, points: 0 } as const;
  switch (standing) {
    case 'exempt':
      return { ...common, clause: '一', reason: 'exempt', because: ['inaction.exempt', code] };
    case 'conditionUnproven':
      return { ...common, reason: standing, because: ['inaction.conditionUnproven', code, conditions] };
    case 'dismissed':
      return { ...common, reason: standing, because: ['inaction.dismissed', code] };
    case 'open':
      return { ...common, reason: standing, because: ['inaction.open', code] };
    case 'upheld':
    case 'mitigated':
      return {
        ...common,
        reason: 'sameFact',
        because: ['inaction.sameFact', code, fact!.standing.record.id],
      };
  }
}

/** Caps in their order: minor facts of one behaviour, one area, all areas. */
function capLines(facts: readonly InactionFact[], policy: Policy): Line[] {
  const minorCap = policy['inaction.cap.minor'];
  const areaCap = policy['inaction.cap.area'];
  const totalCap = policy['inaction.cap.total'];
  const minor = capEach(
    pointsBy(
      facts.filter((fact) => fact.isMinor),
      (fact) => fact.standing.record.code,
    ),
    minorCap,
  );
  const heavier = facts.filter((fact) => !fact.isMinor);
  const remaining = [
    ...heavier.map((fact) => ({ code: fact.standing.record.code, points: fact.points })),
    ...[...minor.kept].map(([code, points]) => ({ code, points })),
  ];
  const areas = capEach(
    pointsBy(remaining, ({ code }) => areaOfBehaviour(code)),
    areaCap,
  );
  const total = sum([...areas.kept.values()]);
  const lines: Line[] = [];
  for (const { key, before, cut } of minor.cuts)
    lines.push({
      rule: 'inaction.cap.minor',
      reason: 'cap',
      clause: clauseOfArea(areaOfBehaviour(key)),
      parameters: ['inaction.cap.minor'],
      points: cut,
      because: ['inaction.cap.minor', key, before, minorCap],
    });
  for (const { key, before, cut } of areas.cuts)
    lines.push({
      rule: 'inaction.cap.area',
      reason: 'cap',
      clause: clauseOfArea(key),
      parameters: ['inaction.cap.area'],
      points: cut,
      because: ['inaction.cap.area', key, before, areaCap],
    });
  if (total > totalCap)
    lines.push({
      rule: 'inaction.cap.total',
      reason: 'cap',
      clause: '三',
      parameters: ['inaction.cap.total'],
      points: total - totalCap,
      because: ['inaction.cap.total', total, totalCap],
    });
  return lines;
}

/** What a cadre's recorded inaction deducts in a period, record by record (三). `records` are all of the cadre's. */
export function weighInaction(records: readonly Inaction[], period: Period, policy: Policy): InactionLedger {
  if (records.length === 0) return { lines: [], facts: [], deductions: 0 };
  const exemptFacts = exemptFactsOf(records);
  const judged = records.map((record) => ({ record, standing: standingOf(record, exemptFacts) }));
  const weighing = judged.filter(({ standing }) => weighs(standing)).map(({ record }) => record);
  const byCode = groupBy(weighing, (record) => record.code);
  const counting = judged.filter(({ record }) => contains(period, countingDay(record))).sort(inTime);
  const weighed = counting
    .filter(({ standing }) => weighs(standing))
    .map(({ record }) => weighRecord(record, byCode.get(record.code)!, policy));
  const facts = new Map<unknown, InactionFact>();
  for (const [fact, of] of groupBy(weighed, ({ record }) => factOf(record))) facts.set(fact, factFrom(of));
  const lines = counting.map(({ record, standing }) => {
    const fact = facts.get(factOf(record));
    return fact?.standing.record === record
      ? standingLine(fact.standing, policy)
      : weightlessLine(record, standing, fact);
  });
  lines.push(...capLines([...facts.values()], policy));
  return { lines, facts: [...facts.values()], deductions: 0 - sum(lines.map((line) => line.points)) };
}
