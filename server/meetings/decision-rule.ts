// When a meeting has decided: 干部任用条例's rule for collective decisions, compared as integers, never as percent.
// Two thirds of those entitled attend; more than half of those entitled (not of those present) vote for it.

/** A file's votes among those who may sit on it: recused members are outside the base. */
export interface Vote {
  readonly base: number;
  /** Of the base. */
  readonly present: number;
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}

/** `of × present ≥ least × base` and `of × votes > more × base`: the client computes with the same figures. */
export const DECISION_RULE = { attend: { of: 3, least: 2 }, votes: { of: 2, more: 1 } } as const;

export type VoteFault = 'noBase' | 'votesDoNotAddUp' | 'tooFewPresent' | 'tooFewVotes';

const { attend, votes } = DECISION_RULE;

export const isQuorate = ({ base, present }: Pick<Vote, 'base' | 'present'>): boolean =>
  attend.of * present >= attend.least * base;
export const isCarried = ({ base, votesFor }: Pick<Vote, 'base' | 'votesFor'>): boolean =>
  votes.of * votesFor > votes.more * base;

/** The fewest who must attend, and the fewest who must vote for it: what a refusal names. */
export const leastPresent = (base: number): number => Math.ceil((attend.least * base) / attend.of);
export const leastVotes = (base: number): number => Math.floor((votes.more * base) / votes.of) + 1;

/** Everything that speaks against the vote; empty = it was decided. */
export function faultsOf(vote: Vote): VoteFault[] {
  if (vote.base < 1) return ['noBase'];
  const cast = vote.votesFor + vote.votesAgainst + vote.votesAbstained;
  return [
    ...(cast === vote.present ? [] : (['votesDoNotAddUp'] as const)),
    ...(isQuorate(vote) ? [] : (['tooFewPresent'] as const)),
    ...(isCarried(vote) ? [] : (['tooFewVotes'] as const)),
  ];
}
