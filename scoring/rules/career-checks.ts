// What a career must show: service, grass roots, posts and months in them (scoring section 8).
import type { Day } from '../day.ts';
import type { Policy } from '../policy/book.ts';
import type { Label } from '../vocabulary/label.ts';
import { levelBelow, levelOf, rankBelow } from '../vocabulary/ranks.ts';
import {
  type Candidate,
  check,
  type HeldPost,
  passIf,
  type QualificationCheck,
  type QualificationRule,
  type Target,
} from './qualification.ts';
import { monthsCovered } from './rotation-due.ts';

const notApplicable = (rule: QualificationRule, zh: string, en: string): QualificationCheck =>
  check(rule, 'appointment-2019#8', 'notApplicable', [zh, en]);

/** Amounts that must reach a least one, by what they are called. */
const amounts = {
  service: { zh: '工龄月数', en: 'months of service' },
  grassroots: { zh: '基层工作月数', en: 'months at the grass roots' },
  postsBelow: { zh: '下一级任职数', en: 'posts at the rank below' },
  deputyToChief: { zh: '同级副职任职月数', en: 'months as deputy of the level' },
  chiefToDeputy: { zh: '下级正职任职月数', en: 'months as chief of the level below' },
} as const satisfies Partial<Record<QualificationRule, Label>>;

export function atLeast(
  rule: keyof typeof amounts,
  amount: number | null,
  policy: Policy,
): QualificationCheck {
  const { zh, en } = amounts[rule];
  const least = policy[`qualify.${rule}`];
  if (amount === null)
    return check(rule, 'appointment-2019#8', 'missing', [`缺少“${zh}”的数据。`, `No data on ${en}.`]);
  const because = [
    `${zh} ${amount}，要求不少于 ${least}。`,
    `${en}: ${amount}, at least ${least} needed.`,
  ] as const;
  return check(rule, 'appointment-2019#8', passIf(amount >= least), because);
}

/** Counts over the posts held; null where nobody has entered them. */
const ofPosts = <T>(posts: readonly HeldPost[] | null, count: (posts: readonly HeldPost[]) => T): T | null =>
  posts === null ? null : count(posts);

export function postsBelow(
  { posts }: Candidate,
  { rank }: Target,
  asOf: Day,
  policy: Policy,
): QualificationCheck {
  const below = rankBelow(rank);
  if (below === null)
    return notApplicable('postsBelow', '目标职务没有下一级。', 'The target has no rank below.');
  const held = ofPosts(posts, (all) => all.filter((post) => post.rank === below && post.from <= asOf).length);
  return atLeast('postsBelow', held, policy);
}

export function deputyToChief(
  { posts }: Candidate,
  target: Target,
  asOf: Day,
  policy: Policy,
): QualificationCheck {
  if (!target.chief)
    return notApplicable('deputyToChief', '目标不是正职。', 'The target is not a chief post.');
  const isDeputy = ({ rank, chief }: HeldPost) => !chief && levelOf(rank) === levelOf(target.rank);
  const months = ofPosts(posts, (all) => monthsCovered(all.filter(isDeputy), asOf));
  return atLeast('deputyToChief', months, policy);
}

export function chiefToDeputy(
  { posts }: Candidate,
  target: Target,
  asOf: Day,
  policy: Policy,
): QualificationCheck {
  const below = levelBelow(target.rank);
  if (target.chief || below === null)
    return notApplicable(
      'chiefToDeputy',
      '目标不是由下级正职提任的副职。',
      'The target is no deputy post above a chief post.',
    );
  const isChief = ({ rank, chief }: HeldPost) => chief && levelOf(rank) === below;
  const months = ofPosts(posts, (all) => monthsCovered(all.filter(isChief), asOf));
  return atLeast('chiefToDeputy', months, policy);
}
