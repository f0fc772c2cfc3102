import type {
  BallotFinding,
  BallotRule,
  Campaign,
  GroupView,
  Marks,
  Means,
  Shares,
  SubjectTally,
  Tally,
} from '../campaign.ts';
import { byText, groupBy } from '../order.ts';
import { sum } from '../points.ts';
import type { Policy } from '../policy/book.ts';
import { type BallotItem, ballotItems, DIMENSIONS } from '../vocabulary/ballots.ts';
import { type GroupTally, heads, itemScores, sharesOf, tallyGroup, weightedMean } from './tally-marks.ts';

const finding = (rule: BallotRule, zh: string, en: string): BallotFinding => ({
  rule,
  clause: '四·考核',
  because: { zh, en },
});

/** Findings on heads, unweighted: integers, never rounded shares. */
function reviewFindings(
  { excellent, competent, incompetent, valid }: Shares,
  policy: Policy,
): BallotFinding[] {
  const findings: BallotFinding[] = [];
  const good = excellent + competent;
  const fit = policy['ballot.fit'];
  const unfit = policy['ballot.unfit'];
  if (3 * good < fit * valid)
    findings.push(
      finding(
        'fitnessReview',
        `优秀与称职共 ${good} 票，不足有效票 ${valid} 张的 ${fit}/3，建议研判是否胜任。`,
        `Excellent and competent have ${good} of ${valid} valid marks, below ${fit}/3: fitness to be considered.`,
      ),
    );
  if (3 * incompetent > unfit * valid)
    findings.push(
      finding(
        'unfitReview',
        `不称职 ${incompetent} 票，超过有效票 ${valid} 张的 ${unfit}/3，建议研判是否称职。`,
        `Incompetent has ${incompetent} of ${valid} valid marks, above ${unfit}/3: competence to be considered.`,
      ),
    );
  return findings;
}

function scoreOf(items: Means, configured: readonly BallotItem[], policy: Policy) {
  const overall = items.overall ?? null;
  if (configured.length === 1) return { score: overall, findings: [] };
  const parts = DIMENSIONS.flatMap((dimension) => {
    const value = items[dimension];
    return value === undefined ? [] : [[policy[`ballot.dimension.${dimension}`], value] as const];
  });
  const combined = parts.length === DIMENSIONS.length ? weightedMean(parts) : undefined;
  if (combined !== undefined) return { score: combined, findings: [] };
  const incomplete = finding(
    'dimensionsIncomplete',
    '五个维度不齐，以总体评价计。',
    'Not all five dimensions are there; the overall mark stands for them.',
  );
  return { score: overall, findings: [incomplete] };
}

function viewOf({ overall, means, isShown }: GroupTally): GroupView {
  return isShown
    ? { ballots: heads(overall), means, suppressed: false }
    : { ballots: null, means: null, suppressed: true };
}

function tallySubject(
  id: string,
  marksOf: (group: string) => readonly Marks[],
  campaign: Campaign,
  policy: Policy,
): SubjectTally {
  const { groups, items: configured, minimumGroup } = campaign;
  const tallies = groups.map((group) => tallyGroup(group, marksOf(group.id), campaign, policy));
  const shown = tallies.filter(({ isShown }) => isShown);
  const items = itemScores(shown, configured);
  const shares = sharesOf(shown);
  const { score, findings } = scoreOf(items, configured, policy);
  const suppressed = tallies
    .filter(({ isShown }) => !isShown)
    .map(({ group }) =>
      finding(
        'groupSuppressed',
        `“${group.id}”组不足 ${minimumGroup} 票，不公布也不计入，其余各组重新加权。`,
        `Group “${group.id}” has fewer than ${minimumGroup} marks: not shown, not counted, the other weights scaled up.`,
      ),
    );
  const absent = configured
    .filter((item) => items[item] === undefined)
    .map((item) =>
      finding(
        'itemAbsent',
        `“${ballotItems[item].zh}”没有可计的组。`,
        `No group counts for “${ballotItems[item].en}”.`,
      ),
    );
  return {
    id,
    score,
    items,
    groups: Object.fromEntries(tallies.map((tally) => [tally.group.id, viewOf(tally)])),
    shares,
    findings: [...suppressed, ...absent, ...findings, ...(shares ? reviewFindings(shares, policy) : [])],
  };
}

const unseen = (id: string): SubjectTally => ({
  id,
  score: null,
  items: {},
  groups: {},
  shares: null,
  findings: [],
});

/** What a campaign comes to (四·考核, scoring section 3); marks of small groups show nowhere. */
export function tabulateBallots(campaign: Campaign, policy: Policy): Tally {
  const { groups, ballots } = campaign;
  const marks = ballots.flatMap(({ group, marks }) =>
    [...marks].map(([subject, of]) => ({ subject, group, of })),
  );
  const bySubject = groupBy(
    marks.filter(({ of }) => Object.keys(of).length > 0),
    ({ subject }) => subject,
  );
  const eligible = sum(groups.map((group) => group.eligible));
  const returned = ballots.length;
  const valid = 3 * returned >= policy['ballot.turnout'] * eligible;
  const tooLow = finding(
    'turnoutTooLow',
    `应到 ${eligible} 人，收回 ${returned} 张，不足 ${policy['ballot.turnout']}/3，测评无效。`,
    `${returned} of ${eligible} ballots came back, below ${policy['ballot.turnout']}/3: the campaign is not valid.`,
  );
  const subjects = [...bySubject].sort(([a], [b]) => byText(a, b));
  return {
    turnout: { eligible, returned, valid },
    findings: valid ? [] : [tooLow],
    subjects: subjects.map(([id, given]) => {
      if (!valid) return unseen(id);
      const byGroup = groupBy(given, ({ group }) => group);
      return tallySubject(id, (group) => (byGroup.get(group) ?? []).map(({ of }) => of), campaign, policy);
    }),
  };
}
