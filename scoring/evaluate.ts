import { assessCadre, type CadreAssessment, type CadreResult } from './assess-cadre.ts';
import { inWords, type Sentence } from './because.ts';
import type { Bundle, Cadre, Period } from './bundle.ts';
import type { Day } from './day.ts';
import { canonicalJson, sha256 } from './fingerprint.ts';
import type { Finding } from './line.ts';
import { byId } from './order.ts';
import {
  builtInBook,
  type PolicyBook,
  type PolicyStamp,
  policyOn,
  stampOf,
  withOverrides,
} from './policy/book.ts';
import type { Policy } from './policy/book.ts';
import { type Allotment, allotExcellent, noQuota, type PoolResult } from './rules/allot-excellent.ts';
import { QUALITIES } from './vocabulary/conduct.ts';
import type { Label } from './vocabulary/label.ts';

/** A whole evaluation; reasons are sentences (packed) or, in a `Result`, words in both languages. */
export interface Assessment<Because = Sentence> {
  readonly asOf: Day;
  readonly period: Period;
  readonly policy: PolicyStamp;
  /** Ascending by id. */
  readonly cadres: readonly CadreResult<Because>[];
  /** Root pools, ascending by id. */
  readonly pools: readonly PoolResult[];
  readonly reserve: number;
}

/** What `evaluate` answers (scoring section 12): `hash` is the SHA-256 of the canonical JSON of the rest. */
export interface Result extends Assessment<Label> {
  readonly hash: string;
}

type Assessed = { readonly cadre: Cadre } & CadreAssessment;

/** Candidates for 优秀 by what the grade is before the quota. */
function allotmentOf(assessed: readonly Assessed[], { kind, pools }: Bundle, policy: Policy): Allotment {
  if (kind !== 'annual') return noQuota;
  const contenders = assessed.map(({ cadre, result }) => ({
    id: cadre.id,
    pool: cadre.pool,
    value: result.grade === 'excellent' ? result.base! + result.balance : null,
  }));
  return allotExcellent(pools, contenders, policy);
}

/** Units with the ids of their cadres that have a fact of grave effective severity. */
function graveByUnit(assessed: readonly Assessed[]): ReadonlyMap<string, ReadonlySet<string>> {
  const units = new Map<string, Set<string>>();
  for (const { cadre, inaction } of assessed) {
    if (!inaction.facts.some(({ severity }) => severity === 'grave')) continue;
    units.set(cadre.unitId, (units.get(cadre.unitId) ?? new Set()).add(cadre.id));
  }
  return units;
}

function promoteFirst({ initiative, result }: CadreAssessment, policy: Policy): Finding[] {
  const needed = policy['promoteFirst.credits'];
  const shown = QUALITIES.filter((quality) => (initiative.byQuality.get(quality) ?? 0) >= needed);
  const isFree = result.reviews.length === 0 && result.effectPeriods.length === 0;
  if (!isFree || shown.length < policy['promoteFirst.qualities']) return [];
  return [{ rule: 'promoteFirst', clause: '四·考核', because: ['promoteFirst', shown, needed] }];
}

/** A cadre's result once the whole school is known: unit, quota, promotion. */
function settle(
  assessed: Assessed,
  grave: ReadonlySet<string> | undefined,
  allotment: Allotment,
  policy: Policy,
) {
  const { cadre, result } = assessed;
  const findings = [...result.findings];
  const isOthers = grave !== undefined && (grave.size > 1 || !grave.has(cadre.id));
  if (cadre.template === 'principal' && isOthers)
    findings.push({ rule: 'unitGrave', clause: '四·问责', because: ['unitGrave'] });
  const quotaReason = allotment.reasons.get(cadre.id);
  const losesPlace = quotaReason === 'quota' || quotaReason === 'tie';
  const grade = losesPlace ? 'competent' : result.grade;
  if (grade === 'excellent') findings.push(...promoteFirst(assessed, policy));
  for (const { pool, cadreId } of allotment.stale)
    if (cadreId === cadre.id)
      findings.push({ rule: 'decidedStale', clause: '四·考核', because: ['decidedStale', pool] });
  return { ...result, grade, reason: quotaReason ?? result.reason, findings };
}

/** Evaluates a bundle that `refusalsOf` finds nothing against; reasons stay packed. */
export function assess(bundle: Bundle, builtIn: PolicyBook = builtInBook): Assessment {
  const { asOf, period, units } = bundle;
  const book = withOverrides(builtIn, bundle.policy.overrides);
  const policies = { onPeriodEnd: policyOn(book, period.to), onAsOf: policyOn(book, asOf) };
  const kindOfUnit = new Map(units.map((unit) => [unit.id, unit.kind]));
  const assessed = bundle.cadres
    .toSorted(byId)
    .map((cadre) => ({ cadre, ...assessCadre(cadre, bundle, kindOfUnit, policies) }));
  const allotment = allotmentOf(assessed, bundle, policies.onPeriodEnd);
  const grave = graveByUnit(assessed);
  return {
    asOf,
    period: { from: period.from, to: period.to },
    policy: stampOf(book, period.to, asOf),
    cadres: assessed.map((one) => settle(one, grave.get(one.cadre.unitId), allotment, policies.onPeriodEnd)),
    pools: allotment.pools,
    reserve: allotment.reserve,
  };
}

const said = <T extends { readonly because: Sentence }>(reasoned: T) => ({
  ...reasoned,
  because: inWords(reasoned.because),
});

/** One cadre's result with every reason in words. */
export function cadreInWords(cadre: CadreResult): CadreResult<Label> {
  return {
    ...cadre,
    lines: cadre.lines.map(said),
    findings: cadre.findings.map(said),
    reviews: cadre.reviews.map(said),
    rotation: { posts: cadre.rotation.posts.map(said), flags: cadre.rotation.flags },
    effectPeriods: cadre.effectPeriods.map(said),
  };
}

/** An assessment with every reason in words, and its hash. */
export function resultInWords(assessment: Assessment): Result {
  const result = { ...assessment, cadres: assessment.cadres.map(cadreInWords) };
  return { ...result, hash: sha256(canonicalJson(result)) };
}

/** The whole evaluation in words: the same bundle gives the same bytes (scoring section 12). */
export const evaluate = (bundle: Bundle): Result => resultInWords(assess(bundle));
