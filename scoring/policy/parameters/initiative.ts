import { dated, ours } from '../dated.ts';

/** What a verified initiative adds (一, 四·考核). */
export const initiative = {
  'initiative.level.unit': dated(
    ['担当分值：单位级', 'Points at unit level'],
    'hundredths',
    ours(100, '四·考核'),
  ),
  'initiative.level.school': dated(
    ['担当分值：校级', 'Points at school level'],
    'hundredths',
    ours(300, '四·考核'),
  ),
  'initiative.level.provincial': dated(
    ['担当分值：省部级', 'Points at provincial level'],
    'hundredths',
    ours(500, '四·考核'),
  ),
  'initiative.level.national': dated(
    ['担当分值：国家级', 'Points at national level'],
    'hundredths',
    ours(800, '四·考核'),
  ),
  'initiative.role.lead': dated(
    ['角色系数：牵头', 'Share of the lead'],
    'basisPoints',
    ours(10_000, '四·考核'),
  ),
  'initiative.role.core': dated(
    ['角色系数：骨干', 'Share of a core member'],
    'basisPoints',
    ours(6000, '四·考核'),
  ),
  'initiative.role.participant': dated(
    ['角色系数：参与', 'Share of a participant'],
    'basisPoints',
    ours(3000, '四·考核'),
  ),
  'initiative.diminishing.first': dated(
    ['同类递减：第一项', 'First of a kind'],
    'basisPoints',
    ours(10_000, '四·考核'),
  ),
  'initiative.diminishing.second': dated(
    ['同类递减：第二项', 'Second of a kind'],
    'basisPoints',
    ours(5000, '四·考核'),
  ),
  'initiative.diminishing.third': dated(
    ['同类递减：第三项', 'Third of a kind'],
    'basisPoints',
    ours(2500, '四·考核'),
  ),
  'initiative.diminishing.later': dated(
    ['同类递减：其后各项', 'Later ones of a kind'],
    'basisPoints',
    ours(0, '四·考核'),
  ),
  'initiative.cap.area': dated(
    ['单一方面加分上限', 'Cap on credits of one area'],
    'hundredths',
    ours(800, '四·考核'),
  ),
  'initiative.cap.total': dated(['加分合计上限', 'Cap on all credits'], 'hundredths', ours(1000, '四·考核')),
} as const;
