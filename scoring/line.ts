import type { Clause } from './policy/clauses.ts';
import type { ParameterId } from './policy/book.ts';
import type { Sentence } from './because.ts';

export type LineRule =
  | 'inaction'
  | 'inaction.cap.minor'
  | 'inaction.cap.area'
  | 'inaction.cap.total'
  | 'initiative'
  | 'initiative.cap.area'
  | 'initiative.cap.total'
  | 'clamp';

export type LineReason =
  | 'counts'
  | 'mitigated'
  | 'open'
  | 'dismissed'
  | 'conditionUnproven'
  | 'exempt'
  | 'sameFact'
  | 'diminished'
  | 'cap'
  | 'clamp';

/** One step from the base to the total; `points` in hundredths, signed. */
export interface Line<Because = Sentence> {
  readonly rule: LineRule;
  readonly reason: LineReason;
  readonly clause: Clause;
  readonly parameters: readonly ParameterId[];
  readonly recordId?: string;
  readonly points: number;
  readonly because: Because;
}

export type FindingRule =
  | 'base'
  | 'measureMissing'
  | 'incomplete'
  | 'quarters'
  | 'byScore'
  | 'twoGrave'
  | 'unitGrave'
  | 'partyBuildingMissing'
  | 'promoteFirst'
  | 'talkSuggested'
  | 'remedy'
  | 'decidedStale'
  | 'experienceUnknown'
  | 'constraint'
  | 'ceiling';

/** Something people should know beside the points. */
export interface Finding<Because = Sentence> {
  readonly rule: FindingRule;
  readonly clause: Clause;
  readonly recordId?: string;
  readonly because: Because;
}
