import { describe, expect, test } from 'vitest';
import {
  builtInBook,
  type Candidate,
  type CheckResult,
  type HeldPost,
  policyOn,
  type QualificationRule,
  qualifyForPost,
  RANKS,
  type Target,
  type Waiver,
} from '../../scoring/index.ts';
import { aCadre, unsaid } from '../support/builders.ts';

const AS_OF = '2026-12-31';
const CHIEF: Target = { rank: '正处', chief: true };
const DEPUTY: Target = { rank: '副处', chief: false };

const post = (rank: HeldPost['rank'], chief: boolean, from: string, to: string | null = null): HeldPost => ({
  rank,
  chief,
  from,
  to,
});

/** A deputy who meets every condition of a chief post of the level. */
const DEPUTY_CHIEF: Candidate = {
  serviceSince: '2010-07-01',
  grassrootsMonths: 24,
  grades: [{ year: 2025, grade: 'competent' }],
  training: 'done',
  posts: [post('副处', false, '2022-01-01', '2024-06-30'), post('副处', false, '2024-07-01')],
  constraints: [],
};

/** A section chief who meets every condition of a deputy post of the level above. */
const SECTION_CHIEF: Candidate = {
  ...DEPUTY_CHIEF,
  posts: [post('正科', true, '2020-01-01', '2023-06-30'), post('正科', true, '2023-07-01')],
};

function checkOf(
  rule: QualificationRule,
  more: Partial<Candidate> = {},
  { target = CHIEF, waivers = [] }: { target?: Target; waivers?: readonly Waiver[] } = {},
) {
  const candidate = { ...(target.chief ? DEPUTY_CHIEF : SECTION_CHIEF), ...more };
  const { checks, eligible } = qualifyForPost(
    candidate,
    target,
    waivers,
    AS_OF,
    policyOn(builtInBook, AS_OF),
  );
  return { ...checks.find((check) => check.rule === rule)!, eligible };
}

const resultsOf = (candidate: Candidate, target: Target) =>
  Object.fromEntries(
    qualifyForPost(candidate, target, [], AS_OF, policyOn(builtInBook, AS_OF)).checks.map(
      ({ rule, result }) => [rule, result],
    ),
  );

describe('四·考核: 任职资格逐项核对', () => {
  test('四·考核: 副职提任正职，条件齐备的符合资格', () => {
    expect(resultsOf(DEPUTY_CHIEF, CHIEF)).toEqual({
      service: 'pass',
      grassroots: 'pass',
      postsBelow: 'pass',
      deputyToChief: 'pass',
      chiefToDeputy: 'notApplicable',
      lastGrade: 'pass',
      effectPeriod: 'pass',
      investigation: 'pass',
      training: 'pass',
    });
    expect(checkOf('service').eligible).toBe(true);
  });

  test('四·考核: 下级正职提任上级副职，条件齐备的符合资格', () => {
    expect(resultsOf(SECTION_CHIEF, DEPUTY)).toMatchObject({
      deputyToChief: 'notApplicable',
      chiefToDeputy: 'pass',
      postsBelow: 'pass',
    });
    expect(checkOf('service', {}, { target: DEPUTY }).eligible).toBe(true);
  });

  test('四·考核: 一项也没有录入的，指出缺的是哪几项，不算符合资格', () => {
    const unknown: Candidate = {
      serviceSince: null,
      grassrootsMonths: null,
      grades: [],
      training: null,
      posts: null,
      constraints: [],
    };
    const missing = Object.entries(resultsOf(unknown, CHIEF))
      .filter(([, result]) => result === 'missing')
      .map(([rule]) => rule);
    expect(missing).toEqual([
      'service',
      'grassroots',
      'postsBelow',
      'deputyToChief',
      'lastGrade',
      'training',
    ]);
    expect(checkOf('chiefToDeputy', { posts: null }, { target: DEPUTY }).result).toBe('missing');
    expect(checkOf('training', { training: null })).toMatchObject({ result: 'missing', eligible: false });
  });
});

describe('四·考核: 工龄、基层经历和下一级任职', () => {
  test('四·考核: 工龄满五年，差一天的不符合', () => {
    expect(checkOf('service', { serviceSince: '2021-12-31' }).result).toBe('pass');
    const short = checkOf('service', { serviceSince: '2022-01-01' });
    expect(short).toMatchObject({ result: 'fail', eligible: false, clause: 'appointment-2019#8' });
    expect(unsaid(short.because, '59', '60')).toEqual([]);
  });

  test('四·考核: 基层经历满两年，差一个月的不符合', () => {
    expect(checkOf('grassroots', { grassrootsMonths: 24 }).result).toBe('pass');
    expect(unsaid(checkOf('grassroots', { grassrootsMonths: 23 }).because, '23', '24')).toEqual([]);
    expect(checkOf('grassroots', { grassrootsMonths: 23 }).result).toBe('fail');
  });

  test('四·考核: 下一级任过两个职务，只有一个的、还没到任的都不符合', () => {
    const one = [post('副处', false, '2020-01-01')];
    expect(checkOf('postsBelow', { posts: one }).result).toBe('fail');
    const planned = [...one, post('副处', false, '2027-01-01')];
    expect(checkOf('postsBelow', { posts: planned }).result).toBe('fail');
    const other = [...one, post('正科', true, '2015-01-01', '2019-12-31')];
    expect(checkOf('postsBelow', { posts: other }).result).toBe('fail');
    expect(checkOf('postsBelow', { posts: [...one, post('副处', false, AS_OF)] }).result).toBe('pass');
  });

  test('四·考核: 最低一级没有下一级任职的要求', () => {
    const lowest = { rank: '科员', chief: false } as const;
    const check = checkOf('postsBelow', {}, { target: lowest });
    expect(check.result).toBe('notApplicable');
    expect(check.because.zh).toContain('没有下一级');
  });
});

describe('四·考核: 副职提任正职、下级正职提任上级副职的任职时间', () => {
  test('四·考核: 任副职满两年，差一天的不符合', () => {
    const since = (from: string) => checkOf('deputyToChief', { posts: [post('副处', false, from)] });
    expect(since('2024-12-31').result).toBe('pass');
    expect(since('2025-01-01')).toMatchObject({ result: 'fail' });
    expect(unsaid(since('2025-01-01').because, '23', '24')).toEqual([]);
  });

  test('四·考核: 任正职的时间和下级任职的时间不算任副职', () => {
    const posts = [post('副处', true, '2020-01-01'), post('副科', false, '2010-01-01', '2019-12-31')];
    expect(checkOf('deputyToChief', { posts }).result).toBe('fail');
  });

  test('四·考核: 任下级正职满三年，差一天的不符合', () => {
    const since = (from: string) =>
      checkOf('chiefToDeputy', { posts: [post('正科', true, from)] }, { target: DEPUTY });
    expect(since('2023-12-31').result).toBe('pass');
    expect(since('2024-01-01').result).toBe('fail');
    expect(unsaid(since('2024-01-01').because, '35', '36')).toEqual([]);
  });

  test('四·考核: 任下级副职的时间不算任下级正职', () => {
    const posts = [post('副科', false, '2010-01-01')];
    expect(checkOf('chiefToDeputy', { posts }, { target: DEPUTY }).result).toBe('fail');
  });

  test('四·考核: 副厅由正处提任，正处以下的层级没有下级正职的不适用', () => {
    const posts = [post('正处', true, '2023-12-31')];
    const bureau: Target = { rank: '副厅', chief: false };
    expect(checkOf('chiefToDeputy', { posts }, { target: bureau }).result).toBe('pass');
    for (const rank of ['正科', '副科', '科员'] as const)
      expect(checkOf('chiefToDeputy', { posts }, { target: { rank, chief: false } }).result).toBe(
        'notApplicable',
      );
    expect(RANKS).toHaveLength(7);
  });
});

describe('四·考核: 考核、影响期、审查调查和培训', () => {
  test.each([
    ['excellent', 'pass'],
    ['competent', 'pass'],
    ['basic', 'fail'],
    ['incompetent', 'fail'],
    ['commentOnly', 'fail'],
    ['undetermined', 'fail'],
  ] as const)('四·考核: 上年度考核为 %s 的结果为 %s', (grade, result) => {
    const check = checkOf('lastGrade', { grades: [{ year: 2025, grade }] });
    expect(check.result).toBe(result);
    expect(unsaid(check.because, '2025')).toEqual([]);
  });

  test('四·考核: 只有前年等次的算缺少；同一年录入两个等次的，都须在合格以上', () => {
    expect(checkOf('lastGrade', { grades: [{ year: 2024, grade: 'excellent' }] }).result).toBe('missing');
    const both = [
      { year: 2025, grade: 'excellent' },
      { year: 2025, grade: 'basic' },
    ] as const;
    expect(checkOf('lastGrade', { grades: both }).result).toBe('fail');
  });

  test('四·考核: 影响期未满的不符合并写明何时解除，届满当天符合', () => {
    const warned = (day: string) => aCadre().disciplined('party', 'warning', day).facts.constraints;
    const running = checkOf('effectPeriod', { constraints: warned('2026-01-01') });
    expect(running.result).toBe('fail');
    expect(unsaid(running.because, '2027-01-01')).toEqual([]);
    expect(checkOf('effectPeriod', { constraints: warned('2025-12-31') }).result).toBe('pass');
    const twice = [...warned('2026-06-01'), ...warned('2026-01-01')];
    expect(unsaid(checkOf('effectPeriod', { constraints: twice }).because, '2027-06-01')).toEqual([]);
  });

  test('四·考核: 审查调查未结的不符合，已结的符合', () => {
    const accused = (closedOn: string | null) =>
      checkOf('investigation', {
        constraints: aCadre().investigated('2026-02-01', closedOn).facts.constraints,
      });
    expect(accused(null)).toMatchObject({ result: 'fail', eligible: false });
    expect(accused(null).because.en).toContain('is open');
    expect(accused(AS_OF).result).toBe('pass');
  });

  test.each([
    ['done', 'pass', '已完成'],
    ['planned', 'pass', '已安排'],
    ['none', 'fail', '未完成也未安排'],
  ] as const)('四·能力: 任职培训为 %s 的结果为 %s', (training, result, zh) => {
    const check = checkOf('training', { training });
    expect(check).toMatchObject({ result, clause: '四·能力' });
    expect(check.because.zh).toContain(zh);
  });
});

describe('四·考核: 破格有名有据', () => {
  const waivers: readonly Waiver[] = [{ rule: 'service', document: '校党字〔2026〕8号' }];
  const resultFor = (more: Partial<Candidate>): CheckResult => checkOf('service', more, { waivers }).result;

  test('四·考核: 不符合的一项有破格文件的，注明文件，算符合资格', () => {
    const check = checkOf('service', { serviceSince: '2022-01-01' }, { waivers });
    expect(check).toMatchObject({ result: 'waiver', eligible: true });
    expect(unsaid(check.because, '59', '校党字〔2026〕8号')).toEqual([]);
  });

  test('四·考核: 破格只及于所列的一项，不及于缺少的数据，符合的不用破格', () => {
    expect(resultFor({})).toBe('pass');
    expect(resultFor({ serviceSince: null })).toBe('missing');
    expect(checkOf('training', { training: 'none' }, { waivers })).toMatchObject({
      result: 'fail',
      eligible: false,
    });
  });
});
