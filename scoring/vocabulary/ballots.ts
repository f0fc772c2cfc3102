import { codesOf, type Label } from './label.ts';

/** What a voter may mark; an abstention is in no count and no denominator. */
export const options = {
  excellent: { zh: '优秀', en: 'excellent' },
  competent: { zh: '称职', en: 'competent' },
  basic: { zh: '基本称职', en: 'basic' },
  incompetent: { zh: '不称职', en: 'incompetent' },
} as const satisfies Record<string, Label>;
export type Option = keyof typeof options;
export const OPTIONS = codesOf(options);
export type Mark = Option | 'abstain';

/** The five dimensions 德能勤绩廉. */
export const dimensions = {
  virtue: { zh: '德', en: 'virtue' },
  ability: { zh: '能', en: 'ability' },
  diligence: { zh: '勤', en: 'diligence' },
  achievement: { zh: '绩', en: 'achievement' },
  integrity: { zh: '廉', en: 'integrity' },
} as const satisfies Record<string, Label>;
export type Dimension = keyof typeof dimensions;
export const DIMENSIONS = codesOf(dimensions);

export const ballotItems = {
  overall: { zh: '总体评价', en: 'overall' },
  ...dimensions,
} as const satisfies Record<string, Label>;
export type BallotItem = keyof typeof ballotItems;
export const BALLOT_ITEMS = codesOf(ballotItems);

/** What a vote may find about a cadre. */
export const voteFindings = {
  fitnessReview: { zh: '优秀与称职不足三分之二', en: 'excellent and competent below two thirds' },
  unfitReview: { zh: '不称职超过三分之一', en: 'incompetent above one third' },
} as const satisfies Record<string, Label>;
export type VoteFinding = keyof typeof voteFindings;
export const VOTE_FINDINGS = codesOf(voteFindings);
