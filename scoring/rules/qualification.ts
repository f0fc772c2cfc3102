import type { Constraint, YearGrade } from '../bundle.ts';
import type { Day } from '../day.ts';
import type { Clause } from '../policy/clauses.ts';
import type { Label } from '../vocabulary/label.ts';
import type { Rank } from '../vocabulary/ranks.ts';

/** A post once held: its rank, whether it was the chief's, and its days; `to` null is held still. */
export interface HeldPost {
  readonly rank: Rank;
  readonly chief: boolean;
  readonly from: Day;
  readonly to: Day | null;
}

export type Training = 'done' | 'planned' | 'none';

/** What is known of a candidate; null is a fact nobody has entered. */
export interface Candidate {
  readonly serviceSince: Day | null;
  readonly grassrootsMonths: number | null;
  readonly grades: readonly YearGrade[];
  readonly training: Training | null;
  readonly posts: readonly HeldPost[] | null;
  readonly constraints: readonly Constraint[];
}

export interface Target {
  readonly rank: Rank;
  readonly chief: boolean;
}

export const QUALIFICATION_RULES = [
  'service',
  'grassroots',
  'postsBelow',
  'deputyToChief',
  'chiefToDeputy',
  'lastGrade',
  'effectPeriod',
  'investigation',
  'training',
] as const;
export type QualificationRule = (typeof QUALIFICATION_RULES)[number];

/** A named 破格: the document that lets a failed check pass. */
export interface Waiver {
  readonly rule: QualificationRule;
  readonly document: string;
}

export type CheckResult = 'pass' | 'fail' | 'missing' | 'notApplicable' | 'waiver';

export interface QualificationCheck {
  readonly rule: QualificationRule;
  readonly clause: Clause;
  readonly result: CheckResult;
  readonly because: Label;
}

export interface Qualification {
  readonly checks: readonly QualificationCheck[];
  readonly eligible: boolean;
}

/** One condition with how it came out and why. */
export const check = (
  rule: QualificationRule,
  clause: Clause,
  result: CheckResult,
  because: readonly [zh: string, en: string],
): QualificationCheck => ({ rule, clause, result, because: { zh: because[0], en: because[1] } });

export const passIf = (condition: boolean): CheckResult => (condition ? 'pass' : 'fail');
