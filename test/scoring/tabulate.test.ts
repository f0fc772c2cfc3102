import { describe, expect, test } from 'vitest';
import { type Ballot, BALLOT_ITEMS, DIMENSIONS, type Marks } from '../../scoring/index.ts';
import { findingsOf, unsaid } from '../support/builders.ts';
import { aBallot, aCampaign, overall, subjectOf, tabulated } from '../support/campaign.ts';

const rulesOf = (ballots: readonly Ballot[]) =>
  subjectOf(aCampaign(ballots)).findings.map(({ rule }) => rule);

describe('四·考核: 民主测评的得分', () => {
  test('四·考核: 一组的均分按优秀 100、称职 80、基本称职 60、不称职 40 计，弃权不计', () => {
    const { items, groups, score } = subjectOf(aCampaign(overall('A', 'EECBI--')));
    expect(groups['A']).toEqual({ ballots: 5, means: { overall: 7600 }, suppressed: false });
    expect(items).toEqual({ overall: 7600 });
    expect(score).toBe(7600);
  });

  test('四·考核: 均分四舍五入到百分之一分', () => {
    expect(subjectOf(aCampaign(overall('A', 'EEEEEC'))).score).toBe(9667);
    expect(subjectOf(aCampaign(overall('A', 'EEECCC').concat(overall('B', 'EEEEEC')))).score).toBe(9286);
  });

  test('四·考核: 领导四成、同级与下级三成、服务对象三成加权', () => {
    const ballots = [...overall('A', 'EEEEE'), ...overall('B', 'CCCCC'), ...overall('C', 'BBBBB')];
    expect(subjectOf(aCampaign(ballots)).score).toBe(8200);
  });

  test('四·考核: 只得到弃权票的人也列出，没有得分', () => {
    const { score, items, shares } = subjectOf(aCampaign(overall('A', '-----')));
    expect({ score, items, shares }).toEqual({ score: null, items: {}, shares: null });
  });

  test('四·考核: 一票没有得到的人不列出，空白的评价不算得票', () => {
    const ballots = [aBallot('A', {}, 'c2'), ...overall('A', 'EEEEE')];
    expect(tabulated(aCampaign(ballots)).subjects.map(({ id }) => id)).toEqual(['c1']);
  });

  test('四·考核: 被测评人按编号列出', () => {
    const ballots = ['c3', 'c10', 'c2'].map((id) => aBallot('A', { overall: 'basic' }, id));
    expect(tabulated(aCampaign(ballots)).subjects.map(({ id }) => id)).toEqual(['c10', 'c2', 'c3']);
  });
});

describe('四·考核: 人数不足的组不公布', () => {
  test('四·考核: 满五票公布，四票不公布也不计入，其余各组重新加权', () => {
    const enough = [...overall('A', 'EEEEE'), ...overall('B', 'BBBBB')];
    expect(subjectOf(aCampaign(enough)).score).toBe(8286);
    const few = [...overall('A', 'EEEEE'), ...overall('B', 'BBBB-')];
    const { score, groups, shares, findings } = subjectOf(aCampaign(few));
    expect(score).toBe(10_000);
    expect(groups['B']).toEqual({ ballots: null, means: null, suppressed: true });
    expect(shares).toMatchObject({ excellent: 5, basic: 0, valid: 5 });
    const [because] = findings.filter(({ rule }) => rule === 'groupSuppressed').map((one) => one.because);
    expect(unsaid(because!, 'B', '5')).toEqual([]);
  });

  test('四·考核: 每个设定的组都列出，没有票的组同样不公布', () => {
    const { groups, findings } = subjectOf(aCampaign(overall('A', 'EEEEE')));
    expect(Object.keys(groups)).toEqual(['A', 'B', 'C']);
    expect(findings.filter(({ rule }) => rule === 'groupSuppressed')).toHaveLength(2);
  });

  test('四·考核: 没有一组可计的，没有得分和比例，提示该项缺失', () => {
    const { score, shares, findings } = subjectOf(aCampaign(overall('A', 'EEEE')));
    expect({ score, shares }).toEqual({ score: null, shares: null });
    expect(findingsOf({ findings }, 'itemAbsent')[0]!.zh).toContain('总体评价');
  });

  test('四·考核: 不公布的组改投任何票，公布的结果一个字也不变', () => {
    const seen = (hidden: string) =>
      subjectOf(aCampaign([...overall('A', 'ECBIE'), ...overall('B', hidden)]));
    const first = seen('EEEE');
    for (const hidden of ['IIII', 'CB-I', '----', 'I---']) expect(seen(hidden)).toEqual(first);
  });

  test('四·考核: 另定公布的最少票数的，从其规定', () => {
    const three = aCampaign(overall('A', 'EEC'), { minimumGroup: 3 });
    expect(subjectOf(three).groups['A']!.suppressed).toBe(false);
    expect(subjectOf({ ...three, minimumGroup: 4 }).groups['A']!.suppressed).toBe(true);
  });

  test('四·考核: 公布的各组权重都是零的，没有得分', () => {
    const groups = [{ id: 'A', weight: 0, eligible: 5 }];
    const { score, shares } = subjectOf(aCampaign(overall('A', 'EEEEE'), { groups }));
    expect(score).toBeNull();
    expect(shares!.weighted).toEqual({ excellent: 0, competent: 0, basic: 0, incompetent: 0 });
  });
});

describe('四·考核: 德能勤绩廉五个维度', () => {
  const inAll = (mark: Marks['overall'], more: Marks = {}): Marks => ({
    ...Object.fromEntries(BALLOT_ITEMS.map((item) => [item, mark])),
    ...more,
  });
  const five = (marks: Marks) => Array.from({ length: 5 }, () => aBallot('A', marks));
  const scored = (ballots: readonly Ballot[]) => subjectOf(aCampaign(ballots, { items: BALLOT_ITEMS }));

  test('四·考核: 五个维度齐备的，以维度加权平均为得分，不用总体评价', () => {
    const result = scored(five(inAll('competent', { overall: 'excellent', integrity: 'incompetent' })));
    expect(result.items).toMatchObject({ overall: 10_000, integrity: 4000 });
    expect(result.score).toBe(7200);
    expect(findingsOf(result, 'dimensionsIncomplete')).toEqual([]);
  });

  test.each(DIMENSIONS)('四·考核: 缺“%s”一个维度的，以总体评价计并提示', (dimension) => {
    const four = Array.from({ length: 4 }, () => aBallot('A', inAll('competent', { overall: 'excellent' })));
    const fifth = aBallot('A', inAll('competent', { overall: 'excellent', [dimension]: 'abstain' }));
    const result = scored([...four, fifth]);
    expect(result.score).toBe(10_000);
    expect(result.items[dimension]).toBeUndefined();
    expect(result.groups['A']).toMatchObject({ suppressed: false, ballots: 5 });
    expect(result.groups['A']!.means).not.toHaveProperty(dimension);
    expect(findingsOf(result, 'dimensionsIncomplete')).toHaveLength(1);
    expect(findingsOf(result, 'itemAbsent')).toHaveLength(1);
  });

  test('四·考核: 没有设维度的，不提示维度不齐', () => {
    expect(rulesOf(overall('A', 'EEEEE'))).not.toContain('dimensionsIncomplete');
  });
});

describe('四·考核: 收回率与比例', () => {
  test('四·考核: 收回三分之二的有效，差一张的无效，不出任何得分', () => {
    expect(tabulated(aCampaign(overall('A', 'EEEEEE'), { eligible: 9 })).turnout.valid).toBe(true);
    const low = tabulated(aCampaign(overall('A', 'EEEEEE'), { eligible: 10 }));
    expect(low.turnout).toEqual({ eligible: 10, returned: 6, valid: false });
    expect(low.subjects).toEqual([
      { id: 'c1', score: null, items: {}, groups: {}, shares: null, findings: [] },
    ]);
    expect(low.findings.map(({ rule }) => rule)).toEqual(['turnoutTooLow']);
    expect(unsaid(low.findings[0]!.because, '10', '6', '2/3')).toEqual([]);
  });

  test('四·考核: 有效的测评没有收回率的提示', () => {
    expect(tabulated(aCampaign(overall('A', 'EEEEE'))).findings).toEqual([]);
  });

  test('四·考核: 优秀与称职恰好三分之二的不提示，差一票的建议研判是否胜任', () => {
    expect(rulesOf(overall('A', 'EECCBB'))).not.toContain('fitnessReview');
    const short = subjectOf(aCampaign(overall('A', 'EECBBB')));
    const [because] = findingsOf(short, 'fitnessReview');
    expect(unsaid(because!, '3', '6', '2/3')).toEqual([]);
  });

  test('四·考核: 不称职恰好三分之一的不提示，多一票的建议研判是否称职', () => {
    expect(rulesOf(overall('A', 'EEEEII'))).not.toContain('unfitReview');
    const much = subjectOf(aCampaign(overall('A', 'EEEIII')));
    expect(unsaid(findingsOf(much, 'unfitReview')[0]!, '3', '6', '1/3')).toEqual([]);
  });

  test('四·考核: 提示按人头计，加权比例另列', () => {
    const ballots = [...overall('A', 'EEEEE'), ...overall('B', 'CCCCCCCCCI')];
    expect(subjectOf(aCampaign(ballots)).shares).toEqual({
      excellent: 5,
      competent: 9,
      basic: 0,
      incompetent: 1,
      valid: 15,
      weighted: { excellent: 5714, competent: 3857, basic: 0, incompetent: 429 },
    });
  });
});
