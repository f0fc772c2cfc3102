import { describe, expect, test } from 'vitest';
import { addMonths } from '../../scoring/index.ts';
import type { Inaction } from '../../scoring/index.ts';
import { aBundle, aCadre, findingsOf, resultOf, shifted, unsaid } from '../support/builders.ts';

type Details = Partial<Omit<Inaction, 'kind' | 'code'>>;

const afterInaction = (...records: readonly Details[]) =>
  resultOf(
    records.reduce<ReturnType<typeof aCadre>>(
      (cadre, record) => cadre.withInaction('5.1', record),
      aCadre().withOutstandingInitiative(),
    ),
  );

describe('三: 严重的不为，得分再高也有上限', () => {
  test('三(五): 瞒报突发事件，即使事后担当突出，也不得评为优秀', () => {
    const result = afterInaction({ severity: 'serious' });
    expect(result).toMatchObject({ band: 'excellent', ceiling: 'competent', grade: 'competent' });
    expect(result.reason).toBe('ceiling');
    const [because] = findingsOf(result, 'ceiling');
    expect(because!.zh).toBe('“处置突发事件”方面有一件严重事实，即使担当突出也不得评为优秀。');
    expect(because!.en).toContain('not excellent, whatever the credits');
  });

  test('三(五): 一般的迟报不设上限', () => {
    expect(afterInaction({ severity: 'general' }).ceiling).toBeNull();
  });

  test('一: 免责之后上限随之取消', () => {
    expect(afterInaction({ severity: 'serious', finding: 'exempt' })).toMatchObject({
      ceiling: null,
      grade: 'excellent',
    });
  });

  test('三: 两件严重事实，最高为基本合格', () => {
    const result = afterInaction({ severity: 'serious' }, { severity: 'serious' });
    expect(result).toMatchObject({ ceiling: 'basic', grade: 'basic' });
    const basic = findingsOf(result, 'ceiling').find(({ zh }) => zh.includes('2 件'))!;
    expect(basic.zh).toContain('基本合格');
    expect(unsaid(basic, '2')).toEqual([]);
  });

  test('三: 同一事实的两条严重记录只算一件', () => {
    const same = { severity: 'serious', factId: 't1' } as const;
    expect(afterInaction(same, same).ceiling).toBe('competent');
  });

  test('三: 一件特别严重的，最高为基本合格', () => {
    const result = afterInaction({ severity: 'grave' });
    expect(result).toMatchObject({ ceiling: 'basic', grade: 'basic' });
    expect(findingsOf(result, 'ceiling').some(({ zh }) => zh.includes('特别严重'))).toBe(true);
    expect(findingsOf(result, 'twoGrave')).toEqual([]);
  });

  test('三: 两件特别严重的，另请组织研究是否定为不合格', () => {
    const result = afterInaction({ severity: 'grave' }, { severity: 'grave' });
    expect(result.ceiling).toBe('basic');
    expect(unsaid(findingsOf(result, 'twoGrave')[0]!, '2')).toEqual([]);
  });

  test('三: 考核期以外的严重事实不设本期上限', () => {
    expect(afterInaction({ severity: 'grave', occurredOn: '2025-12-31' }).ceiling).toBeNull();
  });
});

describe('三: 从轻减轻或非直接责任，严重程度降一级，不降两级', () => {
  test.each([
    ['grave', 'direct', 'upheld', 'basic'],
    ['grave', 'direct', 'mitigated', 'competent'],
    ['grave', 'leadership', 'upheld', 'competent'],
    ['grave', 'principal', 'mitigated', 'competent'],
    ['serious', 'direct', 'upheld', 'competent'],
    ['serious', 'supervisory', 'upheld', null],
    ['serious', 'direct', 'mitigated', null],
    ['minor', 'supervisory', 'mitigated', null],
  ] as const)('三: %s、%s、%s 的上限为 %s', (severity, responsibility, finding, ceiling) => {
    expect(afterInaction({ severity, responsibility, finding }).ceiling).toBe(ceiling);
  });

  test('三: 一件事实有几条记录的，取降级之后最重的一条', () => {
    const factId = 't1';
    const heavy = afterInaction(
      { factId, severity: 'grave', responsibility: 'leadership' },
      { factId, severity: 'general' },
    );
    expect(heavy.ceiling).toBe('competent');
  });
});

describe('四·考核: 当年受较轻处分或组织处理的，不得评为优秀', () => {
  test.each([
    ['party', 'warning'],
    ['administrative', 'warning'],
    ['organisational', 'admonition'],
    ['organisational', 'transferAsMeasure'],
    ['organisational', 'nonLeadership'],
  ] as const)('四·考核: 当年受 %s %s 的不得评优，上年末的不再', (source, measure) => {
    const on = (day: string) => resultOf(aCadre().disciplined(source, measure, day));
    const taken = on('2026-12-31');
    expect(taken).toMatchObject({ ceiling: 'competent', grade: 'competent', reason: 'ceiling' });
    expect(taken.findings.find(({ rule }) => rule === 'ceiling')).toMatchObject({ recordId: 'd1' });
    expect(findingsOf(taken, 'ceiling')[0]!.en).toContain('not excellent');
    expect(on('2026-01-01').ceiling).toBe('competent');
    expect(on('2027-01-01').ceiling).toBeNull();
    expect(findingsOf(on('2025-12-31'), 'ceiling').every(({ zh }) => zh.includes('影响期'))).toBe(true);
  });
});

describe('四·考核: 影响期超过考核期一半的，不得评为优秀', () => {
  const warned = (effectiveOn: string) => resultOf(aCadre().disciplined('party', 'warning', effectiveOn));

  test('四·考核: 党内警告影响期十二个月，覆盖 183 天的受限，覆盖 182 天的不受限', () => {
    expect(addMonths('2025-07-03', 12)).toBe('2026-07-03');
    const held = warned('2025-07-03');
    expect(held.ceiling).toBe('competent');
    expect(unsaid(findingsOf(held, 'ceiling')[0]!, '183', '365')).toEqual([]);
    expect(warned(shifted('2025-07-03', -1)).ceiling).toBeNull();
  });

  test('四·考核: 在考核期内才开始的影响期，从生效日起算', () => {
    const demoted = (on: string) => resultOf(aCadre().disciplined('organisational', 'demotion', on));
    expect(findingsOf(demoted('2026-07-02'), 'ceiling')).toHaveLength(1);
    expect(findingsOf(demoted('2026-07-03'), 'ceiling')).toHaveLength(0);
  });

  test('四·考核: 两个影响期分别计算，不相加', () => {
    const cadre = aCadre()
      .disciplined('party', 'warning', '2025-05-01')
      .disciplined('organisational', 'admonition', '2025-12-01');
    expect(resultOf(cadre).ceiling).toBeNull();
  });
});

describe('四·考核: 单位和党建考核差的，主要负责人不得评为优秀', () => {
  test.each([
    ['excellent', null],
    ['good', null],
    ['average', 'competent'],
    ['poor', 'competent'],
  ] as const)('四·考核: 单位考核 %s 的一把手上限为 %s', (unitGrade, ceiling) => {
    const result = resultOf(aCadre().asPrincipal().with({ unitGrade }));
    expect(result.ceiling).toBe(ceiling);
    expect(resultOf(aCadre().with({ unitGrade })).ceiling).toBeNull();
    expect(findingsOf(result, 'ceiling')).toHaveLength(ceiling === null ? 0 : 1);
  });

  test.each([
    ['good', null],
    ['fair', 'competent'],
    ['poor', 'competent'],
  ] as const)('四·考核: 党建考核 %s 的党组织书记上限为 %s', (partyBuildingGrade, ceiling) => {
    const secretary = aCadre().with({ partySecretary: true, partyBuildingGrade });
    expect(resultOf(secretary).ceiling).toBe(ceiling);
    expect(resultOf(aCadre().with({ partyBuildingGrade })).ceiling).toBeNull();
    expect(findingsOf(resultOf(secretary), 'partyBuildingMissing')).toEqual([]);
  });

  test('四·考核: 书记没有党建考核等次的，只提示，不设上限', () => {
    const result = resultOf(aCadre().with({ partySecretary: true }));
    expect(result.ceiling).toBeNull();
    expect(findingsOf(result, 'partyBuildingMissing')[0]!.en).toContain('party-building grade is missing');
    expect(findingsOf(resultOf(aCadre()), 'partyBuildingMissing')).toEqual([]);
  });
});

describe('四·考核: 基础不够的，加分补不成优秀', () => {
  test('四·考核: 基础分 85 分起可以加成优秀，差百分之一分不行', () => {
    const lifted = (base: number) => resultOf(aCadre().measured(base).withOutstandingInitiative());
    expect(lifted(8500)).toMatchObject({ band: 'excellent', ceiling: null, grade: 'excellent' });
    const short = lifted(8499);
    expect(short).toMatchObject({ band: 'excellent', ceiling: 'competent', grade: 'competent' });
    expect(unsaid(findingsOf(short, 'ceiling')[0]!, '84.99', '85.00')).toEqual([]);
  });

  test('四·考核: 缺一项考核数据的，补齐前不建议评为优秀', () => {
    const result = resultOf(aCadre().butMeasured('leadership', null));
    expect(result).toMatchObject({ band: 'excellent', ceiling: 'competent' });
    expect(findingsOf(result, 'ceiling')[0]!.zh).toContain('缺项');
  });
});

describe('四·考核: 上限从低，等次取得分与上限的低者', () => {
  test('四·考核: 合格与基本合格两个上限并存的，以基本合格为准', () => {
    const cadre = aCadre()
      .disciplined('party', 'warning', '2026-06-01')
      .withInaction('1.1', { severity: 'grave' })
      .withOutstandingInitiative();
    expect(resultOf(cadre)).toMatchObject({ ceiling: 'basic', grade: 'basic' });
  });

  test('四·考核: 得分本来就低于上限的，等次按得分', () => {
    const result = resultOf(aCadre().measured(7000).disciplined('party', 'warning', '2026-06-01'));
    expect(result).toMatchObject({ ceiling: 'competent', grade: 'basic', reason: 'band' });
  });

  test('四·考核: 直接确定等次的，仍列明上限', () => {
    const cadre = aCadre().disciplined('party', 'warning', '2026-06-01').refusedAppraisal(2026);
    expect(resultOf(cadre)).toMatchObject({ ceiling: 'competent', grade: 'incompetent' });
  });
});

describe('四·问责: 单位另有干部特别严重的，提示主要负责人', () => {
  const grave = (id: string, unit: string) =>
    aCadre(id).inUnit(unit).withInaction('1.1', { severity: 'grave' });
  const noticed = (...cadres: readonly ReturnType<typeof aCadre>[]) =>
    findingsOf(
      aBundle()
        .of(...cadres)
        .resultOf('c1'),
      'unitGrave',
    );

  test('四·问责: 同单位另一干部特别严重的提示一次，几人都只提示一次', () => {
    const principal = aCadre('c1').asPrincipal();
    expect(noticed(principal, grave('c2', 'u1'))).toHaveLength(1);
    expect(noticed(principal, grave('c2', 'u1'), grave('c3', 'u1'))).toHaveLength(1);
    expect(noticed(principal, grave('c2', 'u1'))[0]!.zh).toContain('主要负责人');
  });

  test('四·问责: 外单位的、本人的、严重而不特别严重的，都不提示', () => {
    const principal = aCadre('c1').asPrincipal();
    expect(noticed(principal, grave('c2', 'u2'))).toEqual([]);
    expect(noticed(principal.withInaction('1.1', { severity: 'grave' }))).toEqual([]);
    const serious = aCadre('c2').withInaction('1.1', { severity: 'serious' });
    expect(noticed(principal, serious)).toEqual([]);
    expect(noticed(aCadre('c1'), grave('c2', 'u1'))).toEqual([]);
  });

  test('四·问责: 本人和另一干部都特别严重的，照样提示', () => {
    const principal = aCadre('c1').asPrincipal().withInaction('1.1', { severity: 'grave' });
    expect(noticed(principal, grave('c2', 'u1'))).toHaveLength(1);
  });
});
