import { dated, ours } from '../dated.ts';

/** The annual score, its ceilings and the quota (四·考核). */
export const annual = {
  'annual.weight.member.democratic': dated(
    ['班子成员权重：民主测评', 'Member: democratic evaluation'],
    'basisPoints',
    ours(4000, '四·考核'),
  ),
  'annual.weight.member.leadership': dated(
    ['班子成员权重：领导评价', 'Member: evaluation by leaders'],
    'basisPoints',
    ours(3000, '四·考核'),
  ),
  'annual.weight.member.objectives': dated(
    ['班子成员权重：目标任务', 'Member: objectives'],
    'basisPoints',
    ours(3000, '四·考核'),
  ),
  'annual.weight.principal.democratic': dated(
    ['一把手权重：民主测评', 'Principal: democratic evaluation'],
    'basisPoints',
    ours(3000, '四·考核'),
  ),
  'annual.weight.principal.leadership': dated(
    ['一把手权重：领导评价', 'Principal: evaluation by leaders'],
    'basisPoints',
    ours(2500, '四·考核'),
  ),
  'annual.weight.principal.objectives': dated(
    ['一把手权重：目标任务', 'Principal: objectives'],
    'basisPoints',
    ours(2500, '四·考核'),
  ),
  'annual.weight.principal.unit': dated(
    ['一把手权重：单位考核', 'Principal: result of the unit'],
    'basisPoints',
    ours(1000, '四·考核'),
  ),
  'annual.weight.principal.partyBuilding': dated(
    ['一把手权重：党建考核', 'Principal: party building'],
    'basisPoints',
    ours(1000, '四·考核'),
  ),
  'annual.weightRequired': dated(
    ['出具总分所需的权重合计', 'Weights that must be present for a total'],
    'basisPoints',
    ours(5000, '四·考核'),
  ),
  'annual.full': dated(['满分', 'Full score'], 'hundredths', ours(10_000, '四·考核')),
  'annual.band.excellent': dated(['优秀线', 'Line of excellent'], 'hundredths', ours(9000, '四·考核')),
  'annual.band.competent': dated(
    ['称职（合格）线', 'Line of competent'],
    'hundredths',
    ours(7500, '四·考核'),
  ),
  'annual.band.basic': dated(
    ['基本称职（基本合格）线', 'Line of basic'],
    'hundredths',
    ours(6000, '四·考核'),
  ),
  'ceiling.base': dated(
    ['评优所需的基础分', 'Base needed for excellent'],
    'hundredths',
    ours(8500, '四·考核'),
  ),
  'ceiling.seriousFacts': dated(
    ['严重事实数：上限降为基本称职', 'Serious facts that lower the ceiling to basic'],
    'count',
    ours(2, '三'),
  ),
  'constraint.shareOfDays': dated(
    ['“超过一半”的天数比例', 'Share of days that must be exceeded'],
    'basisPoints',
    ours(5000, '四·考核'),
  ),
  'constraint.years.probation': dated(
    ['留党察看一年：其后不定等次年数', 'Years without grade after probation of one year'],
    'years',
    ours(1, '四·考核'),
  ),
  'constraint.years.longProbation': dated(
    ['留党察看两年：其后不定等次年数', 'Years without grade after probation of two years'],
    'years',
    ours(2, '四·考核'),
  ),
  'constraint.years.expulsion': dated(
    ['开除党籍：其后不定等次年数', 'Years without grade after expulsion'],
    'years',
    ours(2, '四·考核'),
  ),
  'constraint.years.administrative': dated(
    ['记大过、降级、撤职：其后不定等次年数', 'Years without grade after a heavy sanction'],
    'years',
    ours(1, '四·考核'),
  ),
  'quota.rate': dated(['优秀比例', 'Share of excellent'], 'basisPoints', ours(2000, '四·考核')),
  'quota.rateOutstanding': dated(
    ['优秀比例（表现突出的单位）', 'Share of excellent in an outstanding pool'],
    'basisPoints',
    ours(2500, '四·考核'),
  ),
} as const;
