import { dated, ours } from '../dated.ts';

/** Democratic evaluation 民主测评 (四·考核). */
export const ballots = {
  'ballot.option.excellent': dated(
    ['选项分值：优秀', 'Value of excellent'],
    'hundredths',
    ours(10_000, '四·考核'),
  ),
  'ballot.option.competent': dated(
    ['选项分值：称职', 'Value of competent'],
    'hundredths',
    ours(8000, '四·考核'),
  ),
  'ballot.option.basic': dated(['选项分值：基本称职', 'Value of basic'], 'hundredths', ours(6000, '四·考核')),
  'ballot.option.incompetent': dated(
    ['选项分值：不称职', 'Value of incompetent'],
    'hundredths',
    ours(4000, '四·考核'),
  ),
  'ballot.group.leaders': dated(
    ['测评权重：领导', 'Weight of leaders'],
    'basisPoints',
    ours(4000, '四·考核'),
  ),
  'ballot.group.peers': dated(
    ['测评权重：同级与下级代表', 'Weight of peers and staff'],
    'basisPoints',
    ours(3000, '四·考核'),
  ),
  'ballot.group.served': dated(
    ['测评权重：服务对象代表', 'Weight of those served'],
    'basisPoints',
    ours(3000, '四·考核'),
  ),
  'ballot.dimension.virtue': dated(
    ['维度权重：德', 'Weight of virtue'],
    'basisPoints',
    ours(2000, '四·考核'),
  ),
  'ballot.dimension.ability': dated(
    ['维度权重：能', 'Weight of ability'],
    'basisPoints',
    ours(2000, '四·考核'),
  ),
  'ballot.dimension.diligence': dated(
    ['维度权重：勤', 'Weight of diligence'],
    'basisPoints',
    ours(2000, '四·考核'),
  ),
  'ballot.dimension.achievement': dated(
    ['维度权重：绩', 'Weight of achievement'],
    'basisPoints',
    ours(2000, '四·考核'),
  ),
  'ballot.dimension.integrity': dated(
    ['维度权重：廉', 'Weight of integrity'],
    'basisPoints',
    ours(2000, '四·考核'),
  ),
  'ballot.minimumGroup': dated(
    ['分组公布最少票数', 'Fewest ballots of a group that is shown'],
    'count',
    ours(5, '四·考核'),
  ),
  'ballot.turnout': dated(
    ['测评有效：收回率下限（三分之几）', 'Turnout that makes a campaign valid'],
    'thirds',
    ours(2, '四·考核'),
  ),
  'ballot.fit': dated(
    ['优秀与称职比例下限（三分之几）', 'Least share of excellent and competent'],
    'thirds',
    ours(2, '四·考核'),
  ),
  'ballot.unfit': dated(
    ['不称职比例界限（三分之几）', 'Share of incompetent that is too much'],
    'thirds',
    ours(1, '四·考核'),
  ),
} as const;
