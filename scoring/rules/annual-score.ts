import type { Cadre } from '../bundle.ts';
import type { Finding } from '../line.ts';
import { mean, sum } from '../points.ts';
import { idsBy, type ParameterId, type Policy } from '../policy/book.ts';
import type { WeightedMeasure } from '../sentences/grade.ts';
import type { Band } from '../vocabulary/grades.ts';
import { type Measure, type Template, templates } from '../vocabulary/measures.ts';

export interface Base {
  /** Hundredths; null if no measure is there. */
  readonly base: number | null;
  readonly missing: readonly Measure[];
  /** Whether enough weight is present for a total. */
  readonly isComplete: boolean;
  readonly findings: readonly Finding[];
}

const WEIGHT_ID = {
  member: idsBy('annual.weight.member', templates.member.measures),
  principal: idsBy('annual.weight.principal', templates.principal.measures),
};

/** The weight of each measure of a template, in basis points. */
function weightsOf(template: Template, policy: Policy): readonly (readonly [Measure, number])[] {
  const ids: Readonly<Partial<Record<Measure, ParameterId>>> = WEIGHT_ID[template];
  return templates[template].measures.map((measure) => [measure, policy[ids[measure]!]] as const);
}

/** The weighted mean of the measures present; a missing one is never zero (四·考核). */
export function baseOf(cadre: Pick<Cadre, 'template' | 'measures'>, policy: Policy): Base {
  const parts: WeightedMeasure[] = [];
  const missing: Measure[] = [];
  for (const [measure, share] of weightsOf(cadre.template, policy)) {
    const value = cadre.measures[measure] ?? null;
    if (value === null) missing.push(measure);
    else parts.push([measure, value, share]);
  }
  const present = sum(parts.map(([, , share]) => share));
  const base = present > 0 ? mean(sum(parts.map(([, value, share]) => value * share)), present) : null;
  const required = policy['annual.weightRequired'];
  const isComplete = base !== null && present >= required;
  const findings: Finding[] = [{ rule: 'base', clause: '四·考核', because: ['base', parts, base] }];
  for (const measure of missing)
    findings.push({ rule: 'measureMissing', clause: '四·考核', because: ['measureMissing', measure] });
  if (!isComplete)
    findings.push({ rule: 'incomplete', clause: '四·考核', because: ['incomplete', present, required] });
  return { base, missing, isComplete, findings };
}

/** The grade that a total reaches by itself. */
export function bandOf(total: number, policy: Policy): Band {
  if (total >= policy['annual.band.excellent']) return 'excellent';
  if (total >= policy['annual.band.competent']) return 'competent';
  return total >= policy['annual.band.basic'] ? 'basic' : 'incompetent';
}
