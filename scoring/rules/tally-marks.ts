import type { Campaign, Marks, Means, Shares, VoterGroup } from '../campaign.ts';
import { mean, sum, WHOLE } from '../points.ts';
import type { Policy } from '../policy/book.ts';
import { type BallotItem, type Option, OPTIONS } from '../vocabulary/ballots.ts';

type Counts = Readonly<Record<Option, number>>;

/** A group's marks on one subject. */
export interface GroupTally {
  readonly group: VoterGroup;
  readonly overall: Counts;
  /** Items that enough of the group marked; empty where the group is too small to be shown. */
  readonly means: Means;
  readonly isShown: boolean;
}

function countMarks(marks: readonly Marks[], item: BallotItem): Counts {
  const counts = { excellent: 0, competent: 0, basic: 0, incompetent: 0 };
  for (const { [item]: mark } of marks) if (mark !== undefined && mark !== 'abstain') counts[mark] += 1;
  return counts;
}

/** How many marks are no abstention. */
export const heads = (counts: Counts): number => sum(OPTIONS.map((option) => counts[option]));

/** A group's means on one subject, kept only where the group is large enough to be shown. */
export function tallyGroup(
  group: VoterGroup,
  marks: readonly Marks[],
  { items, minimumGroup }: Campaign,
  policy: Policy,
): GroupTally {
  const overall = countMarks(marks, 'overall');
  const means: Partial<Record<BallotItem, number>> = {};
  if (heads(overall) < minimumGroup) return { group, overall, means, isShown: false };
  for (const item of items) {
    const counts = countMarks(marks, item);
    if (heads(counts) < minimumGroup) continue;
    const values = OPTIONS.map((option) => counts[option] * policy[`ballot.option.${option}`]);
    means[item] = mean(sum(values), heads(counts));
  }
  return { group, overall, means, isShown: true };
}

/** The weighted mean of values; undefined where nothing weighs. */
export function weightedMean(
  parts: readonly (readonly [weight: number, value: number])[],
): number | undefined {
  const weights = sum(parts.map(([weight]) => weight));
  return weights > 0 ? mean(sum(parts.map(([weight, value]) => weight * value)), weights) : undefined;
}

/** Each item's score over the groups that enter it; an item no group enters is absent. */
export function itemScores(tallies: readonly GroupTally[], items: readonly BallotItem[]): Means {
  const scores: Partial<Record<BallotItem, number>> = {};
  for (const item of items) {
    const entering = tallies.flatMap(({ group, means }) => {
      const value = means[item];
      return value === undefined ? [] : [[group.weight, value] as const];
    });
    const score = weightedMean(entering);
    if (score !== undefined) scores[item] = score;
  }
  return scores;
}

const byOption = (value: (option: Option) => number): Record<Option, number> => ({
  excellent: value('excellent'),
  competent: value('competent'),
  basic: value('basic'),
  incompetent: value('incompetent'),
});

/** Heads by option over the groups shown, and their weighted shares; null if no group is. */
export function sharesOf(shown: readonly GroupTally[]): Shares | null {
  if (shown.length === 0) return null;
  const total = byOption((option) => sum(shown.map(({ overall }) => overall[option])));
  const weighted = byOption(
    (option) =>
      weightedMean(
        shown.map(({ group, overall }) => [group.weight, mean(WHOLE * overall[option], heads(overall))]),
      ) ?? 0,
  );
  return { ...total, valid: heads(total), weighted };
}
