import { describe, expect, test } from 'vitest';
import { inWords } from '../../scoring/index.ts';
import { aBundle, aCadre, amongColleagues, findingsOf, resultOf, unsaid } from '../support/builders.ts';

describe('四·考核: 基础分是各项考核的加权平均', () => {
  test('四·考核: 班子成员按民主测评四成、领导评价三成、目标任务三成计', () => {
    const cadre = aCadre().with({ measures: { democratic: 9000, leadership: 8000, objectives: 7000 } });
    expect(resultOf(cadre)).toMatchObject({ base: 8100, total: 8100, band: 'competent' });
  });

  test('四·考核: 党政一把手另计单位考核和党建考核', () => {
    const measures = { democratic: 9000, leadership: 8000, objectives: 7000, unit: 10_000, partyBuilding: 0 };
    expect(resultOf(aCadre().asPrincipal().with({ measures })).base).toBe(7450);
  });

  test('四·考核: 半个百分之一分进位', () => {
    const measures = { democratic: 8001, leadership: 8001, objectives: 8000 };
    expect(resultOf(aCadre().with({ measures })).base).toBe(8001);
    expect(resultOf(aCadre().with({ measures: { ...measures, leadership: 8000 } })).base).toBe(8000);
  });

  test('四·考核: 基础分如何得来写明每一项的分值和权重', () => {
    const cadre = aCadre().with({ measures: { democratic: 9010, leadership: 8020, objectives: 7030 } });
    const [because] = findingsOf(resultOf(cadre), 'base');
    expect(unsaid(because!, '90.10', '40%', '80.20', '30%', '70.30', '81.19')).toEqual([]);
  });
});

describe('四·考核: 缺项不按零分计', () => {
  test('四·考核: 缺一项时其余各项重新加权，并逐项提示', () => {
    const result = resultOf(aCadre().measured(9400).butMeasured('objectives', null));
    expect(result).toMatchObject({ base: 9400, total: 9400, ceiling: 'competent', grade: 'competent' });
    const [missing] = findingsOf(result, 'measureMissing');
    expect(missing!.zh).toContain('目标任务');
    expect(missing!.en).toContain('objectives');
  });

  test('四·考核: 零分是零分，不是缺项', () => {
    const result = resultOf(aCadre().measured(9000).butMeasured('objectives', 0));
    expect(result.base).toBe(6300);
    expect(findingsOf(result, 'measureMissing')).toEqual([]);
  });

  test('四·考核: 现有权重恰好一半可以出分，不足一半不出总分和等次', () => {
    const principal = aCadre().asPrincipal().measured(9000);
    const half = principal.butMeasured('democratic', null).butMeasured('unit', null);
    const enough = resultOf(half.butMeasured('partyBuilding', null));
    expect(enough).toMatchObject({ base: 9000, total: 9000, band: 'excellent' });
    const less = resultOf(half.butMeasured('leadership', null));
    expect(less).toMatchObject({ base: 9000, total: null, band: null, grade: null, reason: 'incomplete' });
    expect(unsaid(findingsOf(less, 'incomplete')[0]!, '35%', '50%')).toEqual([]);
  });

  test('四·考核: 一项数据也没有的，没有基础分，仍说明原因', () => {
    const result = resultOf(aCadre().measured(null));
    expect(result).toMatchObject({ base: null, total: null, grade: null, ceiling: 'competent' });
    expect(findingsOf(result, 'base')[0]!.zh).toBe('没有任何考核数据，没有基础分。');
    expect(findingsOf(result, 'measureMissing')).toHaveLength(3);
    expect(unsaid(findingsOf(result, 'incomplete')[0]!, '0%')).toEqual([]);
  });

  test('四·考核: 数据不全时，规定直接确定的等次照样成立', () => {
    const result = resultOf(aCadre().measured(null).refusedAppraisal(2026));
    expect(result).toMatchObject({ grade: 'incompetent', reason: 'forced', band: null });
    expect(findingsOf(result, 'incomplete')).toHaveLength(1);
  });
});

describe('四·考核: 总分与等次', () => {
  test.each([
    [9000, 'excellent'],
    [8999, 'competent'],
    [7500, 'competent'],
    [7499, 'basic'],
    [6000, 'basic'],
    [5999, 'incompetent'],
    [0, 'incompetent'],
  ] as const)('四·考核: 得 %i（百分之一分）的等次是 %s', (score, band) => {
    const result = resultOf(aCadre().measured(score));
    expect(result.band).toBe(band);
  });

  test('四·考核: 总分不超过 100 分，截去的部分是一行', () => {
    const result = resultOf(aCadre().measured(9900).withInitiative(1, 'explore'));
    expect(result.total).toBe(10_000);
    const line = result.lines.at(-1)!;
    expect(line).toMatchObject({ rule: 'clamp', reason: 'clamp', points: -200, parameters: ['annual.full'] });
    expect(unsaid(line.because, '102.00', '100.00')).toEqual([]);
  });

  test('四·考核: 总分恰好 100 分不截', () => {
    const result = resultOf(aCadre().measured(9700).withInitiative(1, 'explore'));
    expect(result).toMatchObject({ total: 10_000 });
    expect(result.lines.map(({ rule }) => rule)).toEqual(['initiative']);
  });

  test('四·考核: 总分不低于 0 分，负数写作负数', () => {
    const result = resultOf(aCadre().measured(100).withInaction('1.1'));
    expect(result).toMatchObject({ total: 0, grade: 'incompetent' });
    expect(result.lines.at(-1)).toMatchObject({ rule: 'clamp', points: 100 });
    expect(unsaid(result.lines.at(-1)!.because, '−1.00', '0.00')).toEqual([]);
  });

  test('四·考核: 总分恰好 0 分不截', () => {
    const result = resultOf(aCadre().measured(200).withInaction('1.1'));
    expect(result.lines.map(({ rule }) => rule)).toEqual(['inaction']);
  });

  test('四·考核: 担当可以抵不为的分，抵不了约束', () => {
    const cadre = aCadre().withInaction('1.1', { severity: 'serious' }).withOutstandingInitiative();
    expect(resultOf(cadre)).toMatchObject({ balance: 500, total: 9700, grade: 'competent' });
  });

  test('四·考核: 学校另定优秀线的，从其规定', () => {
    const strict = amongColleagues(aCadre()).adopting('annual.band.excellent', '2026-01-01', 9500);
    expect(strict.resultOf()).toMatchObject({ band: 'competent', reason: 'band' });
  });
});

describe('四·考核: 平时考核进入年度考核', () => {
  test('四·考核: 平时考核等次逐一列明，用本类人员的叫法', () => {
    const quarters = ['excellent', 'competent', 'competent', 'basic'] as const;
    const result = resultOf(aCadre().with({ quarters }));
    expect(findingsOf(result, 'quarters')[0]!.zh).toBe('平时考核：优秀 1 次，合格 2 次，基本合格 1 次。');
    const civil = amongColleagues(aCadre().with({ quarters })).with({ vocabulary: 'civilServant' });
    const [because] = findingsOf(civil.resultOf(), 'quarters');
    expect(because!.zh).toContain('称职 2 次');
    expect(unsaid(because!, '1', '2')).toEqual([]);
    expect(result.ceiling).toBeNull();
    expect(resultOf(aCadre().with({ quarters: quarters.toReversed() }))).toEqual(result);
  });

  test('四·考核: 没有一个季度达到合格以上的，不得评为优秀；有一个季度合格即可', () => {
    const none = resultOf(aCadre().with({ quarters: ['basic', 'incompetent', 'basic'] }));
    expect(none).toMatchObject({ ceiling: 'competent', grade: 'competent' });
    expect(findingsOf(none, 'ceiling')[0]!.zh).toContain('没有一个季度');
    const one = resultOf(aCadre().with({ quarters: ['basic', 'incompetent', 'competent'] }));
    expect(one).toMatchObject({ ceiling: null, grade: 'excellent' });
  });

  test('四·考核: 没有平时考核的，没有影响', () => {
    const result = resultOf(aCadre());
    expect(findingsOf(result, 'quarters')).toEqual([]);
    expect(result.ceiling).toBeNull();
  });

  test.each(['quarterly', 'special', 'term'] as const)(
    '四·考核: 平时考核等次只进入年度考核，不进入 %s',
    (kind) => {
      const cadre = aCadre().with({ quarters: ['basic', 'basic'] });
      const result = aBundle().of(cadre).with({ kind }).resultOf();
      expect(result).toMatchObject({ ceiling: null, grade: 'excellent' });
      expect(findingsOf(result, 'quarters')).toEqual([]);
    },
  );
});

test('四·考核: 打包的理由与写成文字的理由是同一句', () => {
  expect(inWords(['clamp', 10_200, 10_000]).zh).toBe('合计 102.00 分超出计分范围，按 100.00 分计。');
});
