import type { Cadre, Constraint, Discipline, Leave, Period } from '../bundle.ts';
import type { Sentence } from '../because.ts';
import { contains, type Day, daysCovered, daysIn, yearOf } from '../day.ts';
import type { Finding } from '../line.ts';
import { WHOLE } from '../points.ts';
import type { Policy } from '../policy/book.ts';
import { citedOn, type Clause } from '../policy/clauses.ts';
import { isDiscipline } from './effect-period.ts';

/** A value that stands in place of a grade, whatever the score. */
export interface ForcedGrade {
  readonly grade: 'incompetent' | 'undetermined' | 'commentOnly';
  readonly finding: Finding;
}

/** Whether a count of days is more than half (the share is a parameter) of a period's days. */
export const isMostOf = (days: number, period: Period, policy: Policy): boolean =>
  days * WHOLE > daysIn(period) * policy['constraint.shareOfDays'];

const forced = (
  grade: ForcedGrade['grade'],
  because: Sentence,
  clause: Clause,
  recordId?: string,
): ForcedGrade => ({
  grade,
  finding: { rule: 'constraint', clause, ...(recordId === undefined ? {} : { recordId }), because },
});

/** The disciplines that had taken effect by the end of the period, with how many years ago. */
function yearsAgo({ effectiveOn }: Discipline, period: Period): number {
  return effectiveOn > period.to ? -1 : yearOf(period.to) - yearOf(effectiveOn);
}

const takenThisYear = (discipline: Discipline, period: Period): boolean => yearsAgo(discipline, period) === 0;

/** Rank 1: refusal to take part, and the party measures that mean the lowest grade. */
function lowest(constraints: readonly Constraint[], period: Period): ForcedGrade | null {
  for (const fact of constraints) {
    if (fact.kind === 'refusedAppraisal' && fact.year === yearOf(period.to))
      return forced('incompetent', ['constraint.refusedAppraisal'], '四·考核');
    if (!isDiscipline(fact) || fact.source !== 'party' || !takenThisYear(fact, period)) continue;
    if (['removalFromPost', 'probation', 'expulsion'].includes(fact.measure))
      return forced(
        'incompetent',
        ['constraint.lowest', fact.source, fact.measure],
        'civil-appraisal-2020#29',
        fact.id,
      );
  }
  return null;
}

/** Rank 2: an investigation opened by the end of the period and still open. */
function investigated(constraints: readonly Constraint[], period: Period, asOf: Day): ForcedGrade | null {
  for (const fact of constraints) {
    if (fact.kind !== 'investigation' || fact.openedOn > period.to) continue;
    if (fact.closedOn === null || fact.closedOn > asOf)
      return forced('undetermined', ['constraint.investigation', fact.openedOn], 'civil-appraisal-2020#28');
  }
  return null;
}

/** How many years a measure leaves a cadre without a grade: from `first` years after it to `last`. */
function gradelessYears(
  discipline: Discipline,
  policy: Policy,
): readonly [first: number, last: number] | null {
  const { source, measure, months } = discipline;
  if (source === 'party' && measure === 'probation')
    return [1, policy[months === 24 ? 'constraint.years.longProbation' : 'constraint.years.probation']];
  if (source === 'party' && measure === 'expulsion') return [1, policy['constraint.years.expulsion']];
  const isHeavy = measure === 'majorDemerit' || measure === 'demotion' || measure === 'dismissal';
  return source === 'administrative' && isHeavy ? [0, policy['constraint.years.administrative']] : null;
}

const countsAsLeave = (fact: Constraint): fact is Leave =>
  fact.kind === 'leave' && (fact.type === 'sick' || fact.type === 'personal');

/** Rank 3: measures that leave later years without a grade, and leave on most of the period's days. */
function gradeless(constraints: readonly Constraint[], period: Period, policy: Policy): ForcedGrade | null {
  for (const fact of constraints) {
    const years = isDiscipline(fact) ? gradelessYears(fact, policy) : null;
    if (years === null || !isDiscipline(fact)) continue;
    const ago = yearsAgo(fact, period);
    if (ago >= years[0] && ago <= years[1])
      return forced(
        'undetermined',
        ['constraint.noGrade', fact.source, fact.measure, fact.effectiveOn],
        'civil-appraisal-2020#29',
        fact.id,
      );
  }
  const days = daysCovered(constraints.filter(countsAsLeave), period);
  return isMostOf(days, period, policy)
    ? forced('undetermined', ['constraint.leave', days, daysIn(period)], 'civil-appraisal-2020#27')
    : null;
}

const COMMENT_ONLY: Readonly<Record<Discipline['source'], readonly string[]>> = {
  party: ['seriousWarning'],
  administrative: ['demerit'],
  organisational: ['orderedResignation', 'removal', 'demotion'],
};

/** Rank 4: a recruit on probation, and the measures after which only a comment is written. */
function commented(constraints: readonly Constraint[], period: Period): ForcedGrade | null {
  for (const fact of constraints) {
    if (fact.kind === 'recruitProbation' && contains(fact, period.to))
      return forced('commentOnly', ['constraint.recruit', fact.to], 'civil-appraisal-2020#25');
    if (!isDiscipline(fact) || !takenThisYear(fact, period)) continue;
    if (COMMENT_ONLY[fact.source].includes(fact.measure))
      return forced(
        'commentOnly',
        ['constraint.commentOnly', fact.source, fact.measure],
        'civil-appraisal-2020#29',
        fact.id,
      );
  }
  return null;
}

/** What stands in place of a grade: the first rank with a match decides (scoring section 5, ranks 1 to 4). */
export function forcedGrade(
  cadre: Pick<Cadre, 'constraints'>,
  period: Period,
  asOf: Day,
  policy: Policy,
): ForcedGrade | null {
  const { constraints } = cadre;
  const found =
    lowest(constraints, period) ??
    investigated(constraints, period, asOf) ??
    gradeless(constraints, period, policy) ??
    commented(constraints, period);
  if (found === null) return null;
  const { grade, finding } = found;
  return { grade, finding: { ...finding, clause: citedOn(period.to, finding.clause) } };
}
