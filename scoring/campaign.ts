// One campaign of democratic evaluation 民主测评 and what it comes to (interfaces.md section 3).
import type { Clause } from './policy/clauses.ts';
import type { BallotItem, Mark, Option } from './vocabulary/ballots.ts';
import type { Label } from './vocabulary/label.ts';

export interface VoterGroup {
  readonly id: string;
  /** Basis points. */
  readonly weight: number;
  readonly eligible: number;
}

export type Marks = Readonly<Partial<Record<BallotItem, Mark>>>;

/** One voter's marks in one group, by subject. */
export interface Ballot {
  readonly group: string;
  readonly marks: ReadonlyMap<string, Marks>;
}

export interface Campaign {
  readonly groups: readonly VoterGroup[];
  /** Fewest marks of a group that may be shown. */
  readonly minimumGroup: number;
  readonly items: readonly BallotItem[];
  readonly ballots: readonly Ballot[];
}

export type BallotRule =
  | 'groupSuppressed'
  | 'itemAbsent'
  | 'dimensionsIncomplete'
  | 'turnoutTooLow'
  | 'fitnessReview'
  | 'unfitReview';

export interface BallotFinding {
  readonly rule: BallotRule;
  readonly clause: Clause;
  readonly because: Label;
}

/** Hundredths by item. */
export type Means = Readonly<Partial<Record<BallotItem, number>>>;

export interface GroupView {
  /** Non-abstaining overall marks; null where suppressed. */
  readonly ballots: number | null;
  readonly means: Means | null;
  readonly suppressed: boolean;
}

/** Heads by option over the groups that count, and the same weighted by group in basis points. */
export type Shares = Readonly<Record<Option, number>> & {
  readonly valid: number;
  readonly weighted: Readonly<Record<Option, number>>;
};

export interface SubjectTally {
  readonly id: string;
  readonly score: number | null;
  readonly items: Means;
  readonly groups: Readonly<Record<string, GroupView>>;
  readonly shares: Shares | null;
  readonly findings: readonly BallotFinding[];
}

export interface Tally {
  readonly turnout: { readonly eligible: number; readonly returned: number; readonly valid: boolean };
  readonly findings: readonly BallotFinding[];
  /** All that got a mark, ascending by id. */
  readonly subjects: readonly SubjectTally[];
}
