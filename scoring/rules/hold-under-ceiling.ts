import type { Cadre, Constraint, Discipline, Period } from '../bundle.ts';
import type { Sentence } from '../because.ts';
import { daysIn, yearOf } from '../day.ts';
import type { Finding } from '../line.ts';
import type { Policy } from '../policy/book.ts';
import type { Clause } from '../policy/clauses.ts';
import { type Area, clauseOfArea } from '../vocabulary/areas.ts';
import { areaOfBehaviour } from '../vocabulary/behaviours.ts';
import { type Band, lowerOf, type Vocabulary } from '../vocabulary/grades.ts';
import type { Base } from './annual-score.ts';
import { isMostOf } from './constrain-grade.ts';
import { daysRunning, type EffectPeriod, isDiscipline } from './effect-period.ts';
import type { InactionFact } from './inaction-facts.ts';

export interface Ceilings {
  /** The lowest of them; null if there is none. */
  readonly ceiling: Band | null;
  readonly findings: readonly Finding[];
}

interface Ceiling {
  readonly at: 'competent' | 'basic';
  readonly finding: Finding;
}

const ceiling = (at: Ceiling['at'], clause: Clause, because: Sentence, recordId?: string): Ceiling => ({
  at,
  finding: { rule: 'ceiling', clause, because, ...(recordId === undefined ? {} : { recordId }) },
});

const HELD_THIS_YEAR: Readonly<Record<Discipline['source'], readonly string[]>> = {
  party: ['warning'],
  administrative: ['warning'],
  organisational: ['admonition', 'transferAsMeasure', 'nonLeadership'],
};

function byDiscipline(constraints: readonly Constraint[], period: Period): Ceiling[] {
  return constraints
    .filter(isDiscipline)
    .filter(({ source, measure }) => HELD_THIS_YEAR[source].includes(measure))
    .filter(({ effectiveOn }) => effectiveOn <= period.to && yearOf(effectiveOn) === yearOf(period.to))
    .map(({ id, source, measure }) =>
      ceiling('competent', '四·考核', ['ceiling.discipline', source, measure], id),
    );
}

function byEffectPeriod(effects: readonly EffectPeriod[], period: Period, policy: Policy): Ceiling[] {
  return effects.flatMap((effect) => {
    const days = daysRunning(effect, period);
    if (!isMostOf(days, period, policy)) return [];
    const because: Sentence = ['ceiling.effectPeriod', effect.effect, days, daysIn(period)];
    return [ceiling('competent', '四·考核', because, effect.discipline.id)];
  });
}

const areaOf = ({ standing }: InactionFact): Area => areaOfBehaviour(standing.record.code);

/** Serious and grave facts: credits offset points, never these. */
function byFacts(facts: readonly InactionFact[], vocabulary: Vocabulary, policy: Policy): Ceiling[] {
  const serious = facts.filter(({ severity }) => severity === 'serious');
  const grave = facts.filter(({ severity }) => severity === 'grave');
  const bySerious =
    serious.length >= policy['ceiling.seriousFacts']
      ? [ceiling('basic', '三', ['ceiling.manySerious', serious.length, vocabulary])]
      : serious.map((fact) => {
          const area = areaOf(fact);
          return ceiling('competent', clauseOfArea(area), ['ceiling.serious', area], fact.standing.record.id);
        });
  const byGrave = grave.map((fact) => {
    const area = areaOf(fact);
    const because: Sentence = ['ceiling.grave', area, vocabulary];
    return ceiling('basic', clauseOfArea(area), because, fact.standing.record.id);
  });
  return [...bySerious, ...byGrave];
}

function byUnit({ template, unitGrade, partySecretary, partyBuildingGrade }: Cadre): Ceiling[] {
  const ceilings: Ceiling[] = [];
  if (template === 'principal' && (unitGrade === 'average' || unitGrade === 'poor'))
    ceilings.push(ceiling('competent', '四·考核', ['ceiling.unitGrade', unitGrade]));
  if (partySecretary && (partyBuildingGrade === 'fair' || partyBuildingGrade === 'poor'))
    ceilings.push(ceiling('competent', '四·考核', ['ceiling.partyBuilding', partyBuildingGrade]));
  return ceilings;
}

function byBase({ base, missing }: Base, policy: Policy): Ceiling[] {
  const ceilings: Ceiling[] = [];
  const needed = policy['ceiling.base'];
  if (missing.length > 0) ceilings.push(ceiling('competent', '四·考核', ['ceiling.measureMissing']));
  if (base !== null && base < needed)
    ceilings.push(ceiling('competent', '四·考核', ['ceiling.base', base, needed]));
  return ceilings;
}

function byQuarters(quarters: readonly Band[]): Ceiling[] {
  const isHeld =
    quarters.length > 0 && quarters.every((grade) => grade === 'basic' || grade === 'incompetent');
  return isHeld ? [ceiling('competent', '四·考核', ['ceiling.quarters'])] : [];
}

/** Every limit that a score cannot buy its way past (rank 5 of scoring section 5); they combine by the lowest. */
export function ceilingsOf(
  cadre: Cadre,
  known: {
    readonly base: Base;
    readonly facts: readonly InactionFact[];
    readonly effects: readonly EffectPeriod[];
    readonly hasReview: boolean;
    /** Grades of the quarters, where they enter this appraisal. */
    readonly quarters: readonly Band[];
    readonly period: Period;
    readonly vocabulary: Vocabulary;
  },
  policy: Policy,
): Ceilings {
  const { base, facts, effects, hasReview, quarters, period, vocabulary } = known;
  const ceilings = [
    ...byDiscipline(cadre.constraints, period),
    ...byEffectPeriod(effects, period, policy),
    ...(hasReview ? [ceiling('competent', '四·考核', ['ceiling.review'])] : []),
    ...byFacts(facts, vocabulary, policy),
    ...byUnit(cadre),
    ...byBase(base, policy),
    ...byQuarters(quarters),
  ];
  return {
    ceiling: ceilings.reduce<Band | null>((lowest, { at }) => (lowest ? lowerOf(lowest, at) : at), null),
    findings: ceilings.map(({ finding }) => finding),
  };
}
