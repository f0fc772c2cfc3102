import { dated, ours, stated } from '../dated.ts';

const unfit = (value: number) => [ours(value, '四·考核'), stated(value, '2019-03-03', 'appointment-2019#24')];
const sanction = (value: number) => [ours(value, '四·问责'), stated(value, '2020-07-01', 'sanctions-2020#8')];

/** Months that a measure bars posts or promotion (影响期, 四·考核 and 四·问责). */
export const effectMonths = {
  'effect.noPost.orderedResignation': dated(
    ['责令辞职：不得安排职务', 'Ordered resignation: no post'],
    'months',
    ...unfit(12),
  ),
  'effect.noHigher.orderedResignation': dated(
    ['责令辞职：不得担任更高职务', 'Ordered resignation: no higher post'],
    'months',
    ...unfit(24),
  ),
  'effect.noPost.accountableRemoval': dated(
    ['问责免职：不得安排职务', 'Removal for accountability: no post'],
    'months',
    ...unfit(12),
  ),
  'effect.noHigher.accountableRemoval': dated(
    ['问责免职：不得担任更高职务', 'Removal for accountability: no higher post'],
    'months',
    ...unfit(24),
  ),
  'effect.noPromotion.removal': dated(['免职：不得提拔', 'Removal: no promotion'], 'months', ...unfit(12)),
  'effect.noPromotion.transferAsMeasure': dated(
    ['调离岗位：不得提拔', 'Transfer as a measure: no promotion'],
    'months',
    ...unfit(12),
  ),
  'effect.noPromotion.nonLeadership': dated(
    ['改任非领导职务：不得提拔', 'Non-leading post: no promotion'],
    'months',
    ours(12, '四·考核'),
  ),
  'effect.noPromotion.demotion': dated(
    ['降职：不得提拔', 'Demotion: no promotion'],
    'months',
    ours(24, '四·考核'),
  ),
  'effect.noPromotion.admonition': dated(
    ['诫勉：不得提拔', 'Admonition: no promotion'],
    'months',
    ours(6, '四·问责'),
  ),
  'effect.party.warning': dated(
    ['党内警告：不得提拔', 'Party warning: no promotion'],
    'months',
    ours(12, '四·问责'),
  ),
  'effect.party.seriousWarning': dated(
    ['党内严重警告：不得提拔', 'Serious party warning: no promotion'],
    'months',
    ours(18, '四·问责'),
  ),
  'effect.party.removalFromPost': dated(
    ['撤销党内职务：不得提拔', 'Removal from party posts: no promotion'],
    'months',
    ours(24, '四·问责'),
  ),
  'effect.party.probation': dated(
    ['留党察看：恢复权利后不得提拔', 'Probation: no promotion after it ends'],
    'months',
    ours(24, '四·问责'),
  ),
  'effect.party.probationLength': dated(
    ['留党察看：未写明时的期限', 'Length of probation where none is written'],
    'months',
    ours(12, '四·问责'),
  ),
  'effect.party.expulsion': dated(
    ['开除党籍：不得提拔', 'Expulsion: no promotion'],
    'months',
    ours(60, '四·问责'),
  ),
  'effect.administrative.warning': dated(
    ['政务警告：不得提拔', 'Administrative warning: no promotion'],
    'months',
    ...sanction(6),
  ),
  'effect.administrative.demerit': dated(
    ['记过：不得提拔', 'Demerit: no promotion'],
    'months',
    ...sanction(12),
  ),
  'effect.administrative.majorDemerit': dated(
    ['记大过：不得提拔', 'Major demerit: no promotion'],
    'months',
    ...sanction(18),
  ),
  'effect.administrative.demotion': dated(
    ['降级：不得提拔', 'Demotion in grade: no promotion'],
    'months',
    ...sanction(24),
  ),
  'effect.administrative.dismissal': dated(
    ['撤职：不得提拔', 'Dismissal from post: no promotion'],
    'months',
    ...sanction(24),
  ),
} as const;
