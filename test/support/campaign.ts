// Campaigns for tests: who marked whom how, group by group.
import {
  type Ballot,
  type BallotItem,
  builtInBook,
  type Campaign,
  type Mark,
  type Marks,
  policyOn,
  type SubjectTally,
  type Tally,
  tabulateBallots,
  type VoterGroup,
} from '../../scoring/index.ts';

const LETTERS: Readonly<Record<string, Mark>> = {
  E: 'excellent',
  C: 'competent',
  B: 'basic',
  I: 'incompetent',
  '-': 'abstain',
};

/** Ballots that mark `c1` overall, one for each letter: E, C, B, I or `-` for an abstention. */
export const overall = (group: string, letters: string): Ballot[] =>
  Array.from(letters, (letter) => aBallot(group, { overall: LETTERS[letter]! }));

export const aBallot = (group: string, marks: Marks, subject = 'c1'): Ballot => ({
  group,
  marks: new Map([[subject, marks]]),
});

/** The three groups of the regulation, with as many voters as ballots unless said otherwise. */
export function aCampaign(
  ballots: readonly Ballot[],
  more: { readonly eligible?: number; readonly items?: readonly BallotItem[] } & Partial<Campaign> = {},
): Campaign {
  const { eligible = ballots.length, ...rest } = more;
  const groups: VoterGroup[] = [
    { id: 'A', weight: 4000, eligible },
    { id: 'B', weight: 3000, eligible: 0 },
    { id: 'C', weight: 3000, eligible: 0 },
  ];
  return { groups, minimumGroup: 5, items: ['overall'], ballots, ...rest };
}

export const tabulated = (campaign: Campaign): Tally =>
  tabulateBallots(campaign, policyOn(builtInBook, '2026-12-31'));

/** What `c1` comes to. */
export function subjectOf(campaign: Campaign, id = 'c1'): SubjectTally {
  const found = tabulated(campaign).subjects.find((subject) => subject.id === id);
  if (!found) throw new Error(`no subject ${id}`);
  return found;
}
