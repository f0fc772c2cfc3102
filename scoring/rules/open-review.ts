import type { Cadre, Discipline, Inaction, Period } from '../bundle.ts';
import type { Sentence } from '../because.ts';
import { contains, yearOf } from '../day.ts';
import type { Finding } from '../line.ts';
import { byText } from '../order.ts';
import { sum } from '../points.ts';
import type { Policy } from '../policy/book.ts';
import type { Clause } from '../policy/clauses.ts';
import type { ReviewTrigger } from '../vocabulary/constraints.ts';
import { type Band, type Vocabulary } from '../vocabulary/grades.ts';
import { VOTE_FINDINGS } from '../vocabulary/ballots.ts';
import { isDiscipline } from './effect-period.ts';
import { effectiveSeverity, type InactionFact } from './inaction-facts.ts';

/** A proposal that people look into a cadre's fitness for the post (进入研判); never a measure. */
export interface Review<Because = Sentence> {
  readonly trigger: ReviewTrigger;
  readonly clause: Clause;
  /** Ids of the records, constraints or findings that fired it, ascending. */
  readonly facts: readonly string[];
  readonly because: Because;
}

const review = (trigger: ReviewTrigger, facts: readonly string[], because: Sentence): Review => ({
  trigger,
  clause: '四·考核',
  facts: facts.toSorted(byText),
  because,
});

function onGround(
  trigger: 'discipline' | 'integrity',
  ground: Discipline['ground'],
  cadre: Cadre,
  period: Period,
): Review[] {
  const taken = cadre.constraints
    .filter(isDiscipline)
    .filter((discipline) => discipline.ground === ground && contains(period, discipline.effectiveOn));
  const [first] = taken;
  if (!first) return [];
  const measure = [first.source, first.measure, first.effectiveOn] as const;
  const because: Sentence =
    trigger === 'discipline' ? ['review.discipline', ...measure] : ['review.integrity', ...measure];
  return [
    review(
      trigger,
      taken.map(({ id }) => id),
      because,
    ),
  ];
}

/** Points of facts that are not minor, before caps: what reviews and reminder talks look at. */
const seriousDeductions = (facts: readonly InactionFact[]): number =>
  sum(facts.filter((fact) => !fact.isMinor).map((fact) => fact.points));

const isGrave = (record: Inaction): boolean => effectiveSeverity(record) === 'grave';

function onInaction(facts: readonly InactionFact[], policy: Policy): Review[] {
  const deductions = seriousDeductions(facts);
  const threshold = policy['review.deductions'];
  const isHeavy = deductions >= threshold;
  const grave = facts.filter(({ severity }) => severity === 'grave');
  if (!isHeavy && grave.length === 0) return [];
  const heavy = isHeavy ? facts.filter((fact) => !fact.isMinor && fact.points > 0) : [];
  const fired = new Set([
    ...heavy.map(({ standing }) => standing.record.id),
    ...grave.flatMap(({ weighing }) => weighing.filter(isGrave).map(({ id }) => id)),
  ]);
  const because: Sentence = isHeavy
    ? ['review.deductions', deductions, threshold]
    : ['review.grave', grave[0]!.weighing.find(isGrave)!.code];
  return [review('inaction', [...fired], because)];
}

function onAbility(cadre: Cadre, band: Band | null, period: Period, vocabulary: Vocabulary): Review[] {
  const lastYear = yearOf(period.to) - 1;
  const wasBasic = cadre.grades.some(({ year, grade }) => year === lastYear && grade === 'basic');
  const votes = VOTE_FINDINGS.filter((finding) => cadre.voteFindings.includes(finding));
  if (band === 'incompetent') return [review('ability', votes, ['review.incompetent', band, vocabulary])];
  if (band === 'basic' && wasBasic) return [review('ability', votes, ['review.basicTwice', vocabulary])];
  return votes.length > 0 ? [review('ability', votes, ['review.vote', votes])] : [];
}

function onStyle(cadre: Cadre, period: Period): Review[] {
  const found = cadre.inspectionFindings
    .filter(({ kind, on }) => kind === 'style' && contains(period, on))
    .toSorted((a, b) => byText(a.on, b.on));
  const [first] = found;
  return first
    ? [
        review(
          'style',
          found.map(({ id }) => id),
          ['review.style', first.on],
        ),
      ]
    : [];
}

/** The five triggers in the order of the opinion (scoring section 9); they open a review, people decide. */
export function reviewsOf(
  cadre: Cadre,
  known: {
    readonly facts: readonly InactionFact[];
    readonly band: Band | null;
    readonly period: Period;
    readonly vocabulary: Vocabulary;
  },
  policy: Policy,
): Review[] {
  const { facts, band, period, vocabulary } = known;
  return [
    ...onGround('discipline', 'politicalDiscipline', cadre, period),
    ...onGround('integrity', 'integrity', cadre, period),
    ...onInaction(facts, policy),
    ...onAbility(cadre, band, period, vocabulary),
    ...onStyle(cadre, period),
  ];
}

/** Below a review: a reminder talk (约谈提醒) is suggested, left out where an inaction review stands. */
export function talkSuggested(
  facts: readonly InactionFact[],
  reviews: readonly Review[],
  policy: Policy,
): Finding[] {
  const deductions = seriousDeductions(facts);
  const threshold = policy['talk.deductions'];
  if (deductions < threshold || reviews.some(({ trigger }) => trigger === 'inaction')) return [];
  return [{ rule: 'talkSuggested', clause: '四·督查', because: ['talkSuggested', deductions, threshold] }];
}
