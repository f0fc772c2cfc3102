import { describe, expect, test } from 'vitest';
import { aBundle, aCadre, lineOf, pointsOf, resultOf, unsaid } from '../support/builders.ts';

const ofOneFact = { factId: 't1' } as const;

describe('三: 同一事实只计一次', () => {
  test('三: 同一事实的几条记录只计最重的一条，其余写明与哪一条同一事实', () => {
    const cadre = aCadre()
      .withInaction('1.1', { ...ofOneFact, severity: 'general' })
      .withInaction('1.2', { ...ofOneFact, severity: 'serious' });
    const result = resultOf(cadre);
    expect(lineOf(result, 'c1-r1')).toMatchObject({ points: 0, reason: 'sameFact' });
    expect(lineOf(result, 'c1-r2')).toMatchObject({ points: -500, reason: 'counts' });
    expect(unsaid(lineOf(result, 'c1-r1').because, 'c1-r2', '1.1')).toEqual([]);
    expect(result.deductions).toBe(500);
  });

  test('三: 一样重的，编号小的一条计分', () => {
    const cadre = aCadre()
      .withInaction('1.1', { ...ofOneFact, id: 'b' })
      .withInaction('1.2', { ...ofOneFact, id: 'a' });
    const result = resultOf(cadre);
    expect(lineOf(result, 'a').reason).toBe('counts');
    expect(lineOf(result, 'b').reason).toBe('sameFact');
  });

  test('三: 另一件事实照常计分', () => {
    const cadre = aCadre()
      .withInaction('1.1', ofOneFact)
      .withInaction('1.2', { factId: 't2' })
      .withInaction('1.3');
    expect(resultOf(cadre).deductions).toBe(600);
  });

  test('三: 从轻减轻的一条仍可能最重', () => {
    const cadre = aCadre()
      .withInaction('1.1', { ...ofOneFact, severity: 'grave', finding: 'mitigated' })
      .withInaction('1.2', { ...ofOneFact, severity: 'general' });
    const result = resultOf(cadre);
    expect(lineOf(result, 'c1-r1')).toMatchObject({ points: -500, reason: 'mitigated' });
    expect(lineOf(result, 'c1-r2').reason).toBe('sameFact');
  });

  test('三: 同一事实中未定和不成立的记录保留各自的理由', () => {
    const cadre = aCadre()
      .withInaction('1.1', ofOneFact)
      .withInaction('1.2', { ...ofOneFact, finding: 'open' })
      .withInaction('1.3', { ...ofOneFact, finding: 'dismissed' })
      .withInaction('1.4', { ...ofOneFact, conditions: [] });
    const reasons = resultOf(cadre).lines.map(({ reason }) => reason);
    expect(reasons).toEqual(['counts', 'open', 'dismissed', 'conditionUnproven']);
  });

  test('三: 同日的记录按编号先后列出，先发生的在前', () => {
    const cadre = aCadre()
      .withInaction('1.1', { id: 'b' })
      .withInaction('1.2', { id: 'a' })
      .withInaction('1.3', { id: 'c', occurredOn: '2026-01-01' });
    expect(resultOf(cadre).lines.map(({ recordId }) => recordId)).toEqual(['c', 'a', 'b']);
  });
});

describe('一: 免责及于整件事实', () => {
  test('一: 事实中有一条经证明的免责记录，其余各条一律不扣分，未定的和不成立的也写明免责', () => {
    const cadre = aCadre()
      .withInaction('1.1', { ...ofOneFact, severity: 'grave' })
      .withInaction('1.2', { ...ofOneFact, finding: 'exempt' })
      .withInaction('1.3', { ...ofOneFact, finding: 'open' })
      .withInaction('1.4', { ...ofOneFact, conditions: [] });
    const result = resultOf(cadre);
    expect(result.lines.map(({ reason }) => reason)).toEqual(['exempt', 'exempt', 'exempt', 'exempt']);
    expect(result).toMatchObject({ deductions: 0, ceiling: null, reviews: [], grade: 'excellent' });
  });

  test('一: 免责记录本身的条件没有证明，不能使整件事实免责', () => {
    const cadre = aCadre()
      .withInaction('1.1', ofOneFact)
      .withInaction('1.4', { ...ofOneFact, finding: 'exempt', conditions: [] });
    const result = resultOf(cadre);
    expect(lineOf(result, 'c1-r1').points).toBe(-200);
    expect(lineOf(result, 'c1-r2').reason).toBe('conditionUnproven');
  });

  test('一: 计入另一考核期的免责记录同样使整件事实免责', () => {
    const cadre = aCadre().withInaction('1.1', { ...ofOneFact, occurredOn: '2026-06-01' });
    const freedLater = cadre.withInaction('1.1', {
      ...ofOneFact,
      occurredOn: '2026-08-01',
      finding: 'exempt',
    });
    const firstHalf = aBundle().with({ kind: 'quarterly' }).during('2026-01-01', '2026-06-30');
    expect(firstHalf.of(cadre).resultOf().deductions).toBe(200);
    expect(firstHalf.of(freedLater).resultOf().deductions).toBe(0);
  });

  test('一: 免责的事实不算此前同类事实', () => {
    const cadre = aCadre()
      .withInaction('1.1', { ...ofOneFact, occurredOn: '2026-01-10', notifiedOn: '2026-01-11' })
      .withInaction('1.2', { ...ofOneFact, occurredOn: '2026-01-10', finding: 'exempt' })
      .withInaction('1.1', { occurredOn: '2026-09-01' });
    expect(lineOf(resultOf(cadre), 'c1-r3').points).toBe(-200);
  });
});

describe('三: 轻微事实、单一方面和全部扣分各有上限', () => {
  const minors = (count: number, code: '1.1' | '1.2' = '1.1', cadre = aCadre()) =>
    Array.from({ length: count }).reduce<typeof cadre>(
      (so) => so.withInaction(code, { severity: 'minor' }),
      cadre,
    );

  test('三: 同一行为的轻微事实合计最多扣 2 分，四件恰好不截，五件截去半分', () => {
    expect(pointsOf(resultOf(minors(4)), 'inaction.cap.minor')).toEqual([]);
    const five = resultOf(minors(5));
    expect(pointsOf(five, 'inaction.cap.minor')).toEqual([50]);
    expect(five.deductions).toBe(200);
    const line = five.lines.find(({ rule }) => rule === 'inaction.cap.minor')!;
    expect(line).toMatchObject({ reason: 'cap', clause: '三(一)', parameters: ['inaction.cap.minor'] });
    expect(unsaid(line.because, '1.1', '2.50', '2.00')).toEqual([]);
  });

  test('三: 两种行为的轻微事实各有上限', () => {
    expect(resultOf(minors(5, '1.2', minors(5))).deductions).toBe(400);
  });

  test('三: 一件事实里有一条一般记录，或有两种行为，就不是轻微事实', () => {
    const general = minors(4).withInaction('1.1', { severity: 'general' });
    expect(pointsOf(resultOf(general), 'inaction.cap.minor')).toEqual([]);
    const mixed = minors(4)
      .withInaction('1.1', { ...ofOneFact, severity: 'minor' })
      .withInaction('1.2', { ...ofOneFact, severity: 'minor' });
    expect(resultOf(mixed).deductions).toBe(250);
  });

  test('三: 轻微事实免责一件，不再触及上限', () => {
    const freed = minors(4).withInaction('1.1', { severity: 'minor', finding: 'exempt' });
    expect(pointsOf(resultOf(freed), 'inaction.cap.minor')).toEqual([]);
  });

  test('三(一): 一个方面最多扣 10 分，恰好 10 分不截', () => {
    const ten = aCadre().withInaction('1.1', { severity: 'grave' });
    expect(pointsOf(resultOf(ten), 'inaction.cap.area')).toEqual([]);
    const result = resultOf(ten.withInaction('1.2', { severity: 'minor', responsibility: 'supervisory' }));
    expect(pointsOf(result, 'inaction.cap.area')).toEqual([25]);
    const line = result.lines.find(({ rule }) => rule === 'inaction.cap.area')!;
    expect(line).toMatchObject({ reason: 'cap', clause: '三(一)', parameters: ['inaction.cap.area'] });
    expect(unsaid(line.because, '10.25', '10.00')).toEqual([]);
  });

  test('三: 轻微上限先截，方面上限后截', () => {
    const result = resultOf(minors(6).withInaction('1.2', { severity: 'grave' }));
    expect(pointsOf(result, 'inaction.cap.minor')).toEqual([100]);
    expect(pointsOf(result, 'inaction.cap.area')).toEqual([200]);
    expect(result.deductions).toBe(1000);
  });

  test('三: 全部扣分最多 20 分，恰好 20 分不截', () => {
    const twenty = aCadre()
      .withInaction('1.1', { severity: 'grave' })
      .withInaction('2.1', { severity: 'grave' });
    expect(pointsOf(resultOf(twenty), 'inaction.cap.total')).toEqual([]);
    const result = resultOf(twenty.withInaction('5.1', { severity: 'minor' }));
    expect(pointsOf(result, 'inaction.cap.total')).toEqual([50]);
    expect(result.deductions).toBe(2000);
    const line = result.lines.find(({ rule }) => rule === 'inaction.cap.total')!;
    expect(line).toMatchObject({ reason: 'cap', clause: '三', parameters: ['inaction.cap.total'] });
    expect(unsaid(line.because, '20.50', '20.00')).toEqual([]);
  });

  test('三: 上限各行按行为编号（字符先后）和方面先后列出', () => {
    const tens = Array.from({ length: 5 });
    const tenth = tens.reduce<ReturnType<typeof aCadre>>(
      (so) => so.withInaction('4.9', { severity: 'minor' }).withInaction('4.10', { severity: 'minor' }),
      aCadre(),
    );
    const caps = resultOf(tenth).lines.filter(({ rule }) => rule === 'inaction.cap.minor');
    expect(caps.map(({ because }) => /4\.\d+/.exec(because.zh)![0])).toEqual(['4.10', '4.9']);
  });
});
