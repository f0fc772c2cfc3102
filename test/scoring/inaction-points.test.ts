import { describe, expect, test } from 'vitest';
import {
  BEHAVIOURS,
  type BehaviourCode,
  behaviours,
  clauseOfArea,
  RESPONSIBILITIES,
  type Responsibility,
  SEVERITIES,
  type Severity,
} from '../../scoring/index.ts';
import { aBundle, aCadre, lineOf, resultOf, unsaid } from '../support/builders.ts';

const record = 'c1-r1';

describe('三: 不为扣分按严重程度和责任计', () => {
  const points: Record<Severity, number> = { minor: 50, general: 200, serious: 500, grave: 1000 };
  const shares: Record<Responsibility, number> = {
    direct: 1,
    leadership: 0.5,
    principal: 0.5,
    supervisory: 0.5,
  };
  const cases = SEVERITIES.flatMap((severity) =>
    RESPONSIBILITIES.map((responsibility) => ({ severity, responsibility })),
  );

  test.each(cases)('三: $severity、$responsibility 的扣分按规定折算', ({ severity, responsibility }) => {
    const result = resultOf(aCadre().withInaction('1.1', { severity, responsibility }));
    const expected = points[severity] * shares[responsibility];
    expect(lineOf(result, record)).toMatchObject({ points: -expected, reason: 'counts', clause: '三(一)' });
    expect(result.deductions).toBe(expected);
    expect(result.total).toBe(9200 - expected);
  });

  test('三: 扣分理由写明行为、程度、责任和分数，中英文都写', () => {
    const line = lineOf(resultOf(aCadre().withInaction('5.3', { severity: 'serious' })), record);
    expect(unsaid(line.because, '5.3', '5.00')).toEqual([]);
    expect(line.because.zh).toBe('“迟报”（5.3），严重，直接责任，扣 5.00 分。');
    expect(line.because.en).toContain('serious, direct responsibility: 5.00 points deducted');
  });

  test('三: 从轻减轻的按一半计，并写明应扣多少、按多少计', () => {
    const line = lineOf(resultOf(aCadre().withInaction('1.2', { finding: 'mitigated' })), record);
    expect(line).toMatchObject({ points: -100, reason: 'mitigated' });
    expect(line.parameters).toContain('inaction.finding.mitigated');
    expect(unsaid(line.because, '1.2', '2.00', '50%')).toEqual([]);
  });

  test('三: 半分的折算四舍五入到百分之一分', () => {
    const minor = { severity: 'minor', responsibility: 'leadership', finding: 'mitigated' } as const;
    expect(lineOf(resultOf(aCadre().withInaction('1.1', minor)), record).points).toBe(-13);
  });
});

describe('三: 没有成立的不扣分，但每条记录都有一行理由', () => {
  test.each([
    ['open', '尚未认定', 'not decided'],
    ['dismissed', '不成立', 'not to hold'],
    ['exempt', '免责', 'exempt'],
  ] as const)('三: 认定为 %s 的记录不扣分', (finding, zh, en) => {
    const result = resultOf(aCadre().withInaction('2.1', { finding, severity: 'grave' }));
    const line = lineOf(result, record);
    expect(line).toMatchObject({ points: 0, reason: finding });
    expect(line.because.zh).toContain(zh);
    expect(line.because.en).toContain(en);
    expect(result).toMatchObject({ deductions: 0, total: 9200, ceiling: null, reviews: [] });
  });

  test('一: 免责的记录写明对评优和使用没有影响', () => {
    const line = lineOf(resultOf(aCadre().withInaction('2.1', { finding: 'exempt' })), record);
    expect(line.clause).toBe('一');
    expect(line.because.zh).toContain('对评优和使用没有影响');
  });

  test('三: 一条 0 分的记录写 0 分，不写负零', () => {
    const bundle = aBundle()
      .of(aCadre().withInaction('1.1', { severity: 'minor' }))
      .adopting('inaction.severity.minor', '2026-01-01', 0);
    expect(Object.is(lineOf(bundle.resultOf(), record).points, 0)).toBe(true);
  });
});

describe('三: 行为所附的条件须一一证明', () => {
  const conditional = BEHAVIOURS.filter((code) => behaviours[code].conditions.length > 0);

  test('三: 四十五种行为中二十三种附有条件', () => {
    expect(BEHAVIOURS).toHaveLength(45);
    expect(conditional).toEqual([
      ...['1.4', '1.5', '1.6', '1.7', '2.3', '3.1', '3.2', '3.3', '3.6'],
      ...['4.1', '4.2', '4.3', '4.4', '4.5', '4.6', '4.7', '4.8', '4.9', '4.10'],
      ...['6.1', '6.2', '6.3', '6.4'],
    ]);
  });

  test.each(conditional)('三: %s 的条件齐备则扣分，缺一条则不扣', (code: BehaviourCode) => {
    const proven = resultOf(aCadre().withInaction(code));
    expect(lineOf(proven, record)).toMatchObject({ points: -200, reason: 'counts' });
    for (const missing of behaviours[code].conditions) {
      const conditions = behaviours[code].conditions.filter((condition) => condition !== missing);
      const result = resultOf(aCadre().withInaction(code, { conditions, severity: 'grave' }));
      expect(lineOf(result, record)).toMatchObject({ points: 0, reason: 'conditionUnproven' });
      expect(result).toMatchObject({ deductions: 0, ceiling: null, reviews: [] });
    }
  });

  test('三(三): 缺两条条件时两条都写明', () => {
    const line = lineOf(resultOf(aCadre().withInaction('3.1', { conditions: [] })), record);
    expect(line.because.zh).toContain('“属于本人职责范围”“长期存在或反映强烈”');
    expect(line.because.en).toContain('within the duty of the person and long-standing or strongly reported');
  });

  test('三(四): 未证明主办单位责任的，从轻减轻的记录同样不扣分', () => {
    const unproven = { conditions: [], finding: 'mitigated' } as const;
    expect(lineOf(resultOf(aCadre().withInaction('4.5', unproven)), record).reason).toBe('conditionUnproven');
  });
});

describe('三: 一条记录计入哪个考核期', () => {
  test.each([
    ['2025-12-31', 0],
    ['2026-01-01', 1],
    ['2026-12-31', 1],
    ['2027-01-01', 0],
  ] as const)('三: %s 发生的记录，2026 年度内有 %i 行', (occurredOn, lines) => {
    expect(resultOf(aCadre().withInaction('1.1', { occurredOn })).lines).toHaveLength(lines);
  });

  test('三: 上年十二月发生、档案已归的记录，在定案的年度计一次', () => {
    const late = { occurredOn: '2025-12-20', countsOn: '2026-02-01' };
    const cadre = aCadre().withInaction('1.1', late);
    expect(resultOf(cadre).deductions).toBe(200);
    const lastYear = aBundle().during('2025-01-01', '2025-12-31').of(cadre).resultOf();
    expect(lastYear).toMatchObject({ deductions: 0, lines: [] });
  });

  test('三: 每一方面的行为引用该方面的条款', () => {
    for (const code of BEHAVIOURS) {
      const area = Number(code[0]) as 1;
      expect(lineOf(resultOf(aCadre().withInaction(code)), record).clause).toBe(clauseOfArea(area));
    }
  });
});
