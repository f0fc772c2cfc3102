// What the votes typed so far come to, by the figures the server sent with the meeting; the server counts again.
import type { Meeting, MeetingItem } from './meetings.api.ts';

export interface Votes {
  readonly votesFor: number;
  readonly votesAgainst: number;
  readonly votesAbstained: number;
}
export interface Outcome {
  readonly base: number;
  readonly present: number;
  readonly leastPresent: number;
  readonly leastVotes: number;
  readonly votesFor: number;
  readonly cast: number;
  readonly verdict: 'valid' | 'noBase' | 'tooFewPresent' | 'votesDoNotAddUp' | 'tooFewVotes';
}

/** Those entitled to a file and not standing back from it. */
export const baseOf = (
  { entitled, recused }: Pick<MeetingItem, 'entitled' | 'recused'>,
  declared: readonly string[],
): readonly string[] => {
  const out = new Set([
    ...recused.filter(({ because }) => because !== 'declared').map(({ staffNo }) => staffNo),
    ...declared,
  ]);
  return entitled.filter((staffNo) => !out.has(staffNo));
};

export function outcomeOf(
  { attend, votes: over }: Meeting['rule'],
  members: readonly string[],
  attending: ReadonlySet<string>,
  votes: Votes,
): Outcome {
  const base = members.length;
  const present = members.filter((staffNo) => attending.has(staffNo)).length;
  const cast = votes.votesFor + votes.votesAgainst + votes.votesAbstained;
  const isQuorate = attend.of * present >= attend.least * base;
  const isCarried = over.of * votes.votesFor > over.more * base;
  return {
    base,
    present,
    cast,
    votesFor: votes.votesFor,
    leastPresent: Math.ceil((attend.least * base) / attend.of),
    leastVotes: Math.floor((over.more * base) / over.of) + 1,
    verdict:
      base === 0
        ? 'noBase'
        : !isQuorate
          ? 'tooFewPresent'
          : cast !== present
            ? 'votesDoNotAddUp'
            : isCarried
              ? 'valid'
              : 'tooFewVotes',
  };
}
