import { dated, ours, stated } from '../dated.ts';

const appointment2019 = <V>(value: V) => stated(value, '2019-03-03', 'appointment-2019#8');

/** Up and down (四·考核): qualification, reviews, reminder talks. */
export const upAndDown = {
  'qualify.service': dated(
    ['任职资格：工龄月数', 'Months of service'],
    'months',
    ours(60, '四·考核'),
    appointment2019(60),
  ),
  'qualify.grassroots': dated(
    ['任职资格：基层工作月数', 'Months at the grass roots'],
    'months',
    ours(24, '四·考核'),
    appointment2019(24),
  ),
  'qualify.postsBelow': dated(
    ['任职资格：下一级任职数', 'Posts at the rank below'],
    'count',
    ours(2, '四·考核'),
    appointment2019(2),
  ),
  'qualify.deputyToChief': dated(
    ['任职资格：副职提任正职的任职月数', 'Months as deputy before chief'],
    'months',
    ours(24, '四·考核'),
    appointment2019(24),
  ),
  'qualify.chiefToDeputy': dated(
    ['任职资格：下级正职提任上级副职的任职月数', 'Months as chief below before deputy'],
    'months',
    ours(36, '四·考核'),
    appointment2019(36),
  ),
  'promoteFirst.credits': dated(
    ['重点提拔使用：单一品质加分', 'Credits in one quality'],
    'hundredths',
    ours(500, '四·考核'),
  ),
  'promoteFirst.qualities': dated(
    ['重点提拔使用：达标品质数', 'Qualities with enough credits'],
    'count',
    ours(2, '四·考核'),
  ),
  'review.deductions': dated(
    ['进入研判：不为扣分', 'Deductions that open a review'],
    'hundredths',
    ours(1000, '四·考核'),
  ),
  'talk.deductions': dated(
    ['约谈提醒：不为扣分', 'Deductions that suggest a reminder talk'],
    'hundredths',
    ours(300, '四·督查'),
  ),
} as const;
