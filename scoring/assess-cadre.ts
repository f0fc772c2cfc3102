import type { Bundle, Cadre, Inaction, Initiative } from './bundle.ts';
import { canonicalJson } from './fingerprint.ts';
import type { Finding, Line } from './line.ts';
import { byText } from './order.ts';
import { clamp } from './points.ts';
import type { Policy } from './policy/book.ts';
import { bandOf, baseOf } from './rules/annual-score.ts';
import { forcedGrade } from './rules/constrain-grade.ts';
import {
  type EffectPeriod,
  effectPeriodsOf,
  type RunningEffect,
  runningEffects,
} from './rules/effect-period.ts';
import { ceilingsOf } from './rules/hold-under-ceiling.ts';
import { type Review, reviewsOf, talkSuggested } from './rules/open-review.ts';
import { type Rotation, rotationOf } from './rules/rotation-due.ts';
import { type InactionLedger, weighInaction } from './rules/weigh-inaction.ts';
import { type InitiativeLedger, weighInitiative } from './rules/weigh-initiative.ts';
import type { Sentence } from './because.ts';
import { type Band, type Grade, type GradeReason, lowerOf, type Vocabulary } from './vocabulary/grades.ts';
import type { UnitKind } from './vocabulary/measures.ts';

/** What one cadre's facts come to; figures in hundredths of a point. */
export interface CadreResult<Because = Sentence> {
  readonly id: string;
  readonly base: number | null;
  readonly balance: number;
  readonly credits: number;
  readonly deductions: number;
  readonly total: number | null;
  readonly band: Band | null;
  readonly ceiling: Band | null;
  readonly grade: Grade | null;
  readonly reason: GradeReason;
  readonly lines: readonly Line<Because>[];
  readonly findings: readonly Finding<Because>[];
  readonly reviews: readonly Review<Because>[];
  readonly rotation: Rotation<Because>;
  readonly effectPeriods: readonly RunningEffect<Because>[];
}

/** A cadre's result before others matter: the quota and the unit's principal come later. */
export interface CadreAssessment {
  readonly result: CadreResult;
  readonly inaction: InactionLedger;
  readonly initiative: InitiativeLedger;
}

/** The policy on the two days that a result reads: the period's last day, and `asOf`. */
export interface Policies {
  readonly onPeriodEnd: Policy;
  readonly onAsOf: Policy;
}

/** Of several constraints that say the same, the same one speaks in whatever order they came. */
function settled(cadre: Cadre): Cadre {
  if (cadre.constraints.length < 2) return cadre;
  const keyed = cadre.constraints.map((constraint) => [canonicalJson(constraint), constraint] as const);
  return { ...cadre, constraints: keyed.sort(([a], [b]) => byText(a, b)).map(([, fact]) => fact) };
}

function totalOf(base: number, balance: number, policy: Policy): { total: number; clamped: Line[] } {
  const unclamped = base + balance;
  const total = clamp(unclamped, 0, policy['annual.full']);
  const because: Sentence = ['clamp', unclamped, total];
  const line: Line = {
    rule: 'clamp',
    reason: 'clamp',
    clause: '四·考核',
    parameters: ['annual.full'],
    points: total - unclamped,
    because,
  };
  return { total, clamped: total === unclamped ? [] : [line] };
}

function gradeOf(
  forced: Grade | undefined,
  band: Band | null,
  ceiling: Band | null,
): { grade: Grade | null; reason: GradeReason } {
  if (forced) return { grade: forced, reason: 'forced' };
  if (band === null) return { grade: null, reason: 'incomplete' };
  const held = ceiling === null ? band : lowerOf(band, ceiling);
  return { grade: held, reason: held === band ? 'band' : 'ceiling' };
}

function remedies({ facts }: InactionLedger): Finding[] {
  return facts.flatMap(({ standing: { record } }) =>
    record.cause === null
      ? []
      : [
          {
            rule: 'remedy',
            clause: '三',
            recordId: record.id,
            because: ['remedy', record.code, record.cause],
          },
        ],
  );
}

/** Findings on a cadre's own facts that limit nothing by themselves. */
function notices(
  cadre: Cadre,
  quarters: readonly Band[],
  vocabulary: Vocabulary,
  inaction: InactionLedger,
  grade: Grade | null,
  band: Band | null,
): Finding[] {
  const findings: Finding[] = [];
  if (quarters.length > 0)
    findings.push({ rule: 'quarters', clause: '四·考核', because: ['quarters', quarters, vocabulary] });
  const isHidden = grade === 'undetermined' || grade === 'commentOnly';
  if (isHidden && (band === 'basic' || band === 'incompetent'))
    findings.push({ rule: 'byScore', clause: '四·考核', because: ['byScore', band, vocabulary] });
  const grave = inaction.facts.filter(({ severity }) => severity === 'grave').length;
  if (grave >= 2) findings.push({ rule: 'twoGrave', clause: '三', because: ['twoGrave', grave] });
  if (cadre.partySecretary && cadre.partyBuildingGrade === null)
    findings.push({ rule: 'partyBuildingMissing', clause: '四·考核', because: ['partyBuildingMissing'] });
  return findings;
}

/** Everything that follows from one cadre's own facts (scoring sections 2, 4, 5, 7 and 9). */
export function assessCadre(
  given: Cadre,
  bundle: Bundle,
  kindOfUnit: ReadonlyMap<string, UnitKind>,
  { onPeriodEnd: policy, onAsOf }: Policies,
): CadreAssessment {
  const cadre = settled(given);
  const { period, asOf, vocabulary } = bundle;
  const inactions: Inaction[] = [];
  const initiatives: Initiative[] = [];
  for (const record of cadre.conduct)
    if (record.kind === 'inaction') inactions.push(record);
    else initiatives.push(record);
  const inaction = weighInaction(inactions, period, policy);
  const initiative = weighInitiative(initiatives, period, policy);
  const balance = initiative.credits - inaction.deductions;
  const measured = baseOf(cadre, policy);
  const lines = [...inaction.lines, ...initiative.lines];
  let total: number | null = null;
  if (measured.base !== null && measured.isComplete) {
    const sums = totalOf(measured.base, balance, policy);
    total = sums.total;
    lines.push(...sums.clamped);
  }
  const band = total === null ? null : bandOf(total, policy);
  const facts = inaction.facts;
  const effects: readonly EffectPeriod[] = effectPeriodsOf(cadre.constraints, onAsOf);
  const reviews = reviewsOf(cadre, { facts, band, period, vocabulary }, policy);
  const forced = forcedGrade(cadre, period, asOf, policy);
  const hasReview = reviews.length > 0;
  const quarters = bundle.kind === 'annual' ? cadre.quarters : [];
  const { ceiling, findings: held } = ceilingsOf(
    cadre,
    { base: measured, facts, effects, hasReview, quarters, period, vocabulary },
    policy,
  );
  const { grade, reason } = gradeOf(forced?.grade, band, ceiling);
  const { posts, flags, findings: career } = rotationOf(cadre, kindOfUnit, asOf, onAsOf);
  const findings = [
    ...measured.findings,
    ...(forced ? [forced.finding] : []),
    ...held,
    ...notices(cadre, quarters, vocabulary, inaction, grade, band),
    ...career,
    ...remedies(inaction),
    ...talkSuggested(facts, reviews, policy),
  ];
  return {
    inaction,
    initiative,
    result: {
      id: cadre.id,
      base: measured.base,
      balance,
      credits: initiative.credits,
      deductions: inaction.deductions,
      total,
      band,
      ceiling,
      grade,
      reason,
      lines,
      findings,
      reviews,
      rotation: { posts, flags },
      effectPeriods: runningEffects(effects, asOf),
    },
  };
}
