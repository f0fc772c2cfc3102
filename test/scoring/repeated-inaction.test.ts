import { describe, expect, test } from 'vitest';
import type { Inaction } from '../../scoring/index.ts';
import { aBundle, aCadre, lineOf, resultOf, shifted, unsaid } from '../support/builders.ts';

type Details = Partial<Omit<Inaction, 'kind' | 'code'>>;

const EARLIER: Details = { occurredOn: '2026-02-01', notifiedOn: '2026-02-20' };
const LATER: Details = { occurredOn: '2026-09-01' };

/** What the later of two records of one behaviour deducts. */
const laterPoints = (earlier: Details = {}, later: Details = {}): number =>
  lineOf(
    resultOf(
      aCadre()
        .withInaction('1.1', { ...EARLIER, ...earlier })
        .withInaction('1.1', { ...LATER, ...later }),
    ),
    'c1-r2',
  ).points;

describe('三: 告知后同类再犯加扣', () => {
  test('三: 此前已有一件同类事实并已告知的，加扣一半', () => {
    expect(laterPoints()).toBe(-300);
  });

  test('三: 加扣的理由写明此前几件、加扣几分', () => {
    const cadre = aCadre().withInaction('1.1', EARLIER).withInaction('1.1', LATER);
    const line = lineOf(resultOf(cadre), 'c1-r2');
    expect(unsaid(line.because, '2.00', '1.00', '1 ')).toEqual([]);
    expect(line.because.en).toContain('1 earlier fact of the kind');
    expect(line.parameters).toEqual(
      expect.arrayContaining(['inaction.repeat.step', 'inaction.repeat.window']),
    );
  });

  test('三: 已有两件的加扣一倍，第三件起不再增加', () => {
    const once = aCadre().withInaction('1.1', EARLIER);
    const twice = once.withInaction('1.1', { occurredOn: '2026-03-01', notifiedOn: '2026-03-02' });
    expect(lineOf(resultOf(twice.withInaction('1.1', LATER)), 'c1-r3').points).toBe(-400);
    const thrice = twice.withInaction('1.1', { occurredOn: '2026-04-01', notifiedOn: '2026-04-02' });
    const line = lineOf(resultOf(thrice.withInaction('1.1', LATER)), 'c1-r4');
    expect(line.points).toBe(-400);
    expect(unsaid(line.because, '3 ', '2.00')).toEqual([]);
  });

  test.each(['dismissed', 'open', 'exempt'] as const)('三: 此前的记录为 %s 的，不加扣', (finding) => {
    expect(laterPoints({ finding })).toBe(-200);
  });

  test('三: 此前的记录从轻减轻的，仍按减轻前的分值加扣', () => {
    expect(laterPoints({ finding: 'mitigated' })).toBe(-300);
  });

  test('三: 此前的记录条件未证明的，不加扣', () => {
    const cadre = aCadre()
      .withInaction('1.4', { ...EARLIER, conditions: [] })
      .withInaction('1.4', LATER);
    expect(lineOf(resultOf(cadre), 'c1-r2').points).toBe(-200);
  });

  test('三: 另一种行为不算同类', () => {
    const cadre = aCadre().withInaction('1.2', EARLIER).withInaction('1.1', LATER);
    expect(lineOf(resultOf(cadre), 'c1-r2').points).toBe(-200);
  });

  test('三: 同一事实的两条记录互不算再犯', () => {
    const cadre = aCadre()
      .withInaction('1.1', { ...EARLIER, factId: 't1' })
      .withInaction('1.1', { ...LATER, factId: 't1', severity: 'serious' });
    expect(lineOf(resultOf(cadre), 'c1-r2').points).toBe(-500);
  });
});

describe('三: 加扣不超过此前事实本身的分值', () => {
  test('三: 此前轻微、此后特别严重，只加扣半分', () => {
    expect(laterPoints({ severity: 'minor' }, { severity: 'grave' })).toBe(-1050);
  });

  test('三: 此前的事实有几条记录的，取其中最重的分值', () => {
    const cadre = aCadre()
      .withInaction('1.1', { ...EARLIER, factId: 't1', severity: 'minor' })
      .withInaction('1.1', { ...EARLIER, factId: 't1', severity: 'general' })
      .withInaction('1.1', { ...LATER, severity: 'serious' });
    expect(lineOf(resultOf(cadre), 'c1-r3').points).toBe(-700);
  });

  test('三: 先加扣、后从轻', () => {
    expect(laterPoints({}, { finding: 'mitigated' })).toBe(-150);
  });
});

describe('三: 告知与回溯的界限', () => {
  test('三: 再犯前一日告知的加扣，当日告知的不加扣，没有告知的不加扣', () => {
    expect(laterPoints({ notifiedOn: shifted('2026-09-01', -1) })).toBe(-300);
    expect(laterPoints({ notifiedOn: '2026-09-01' })).toBe(-200);
    expect(laterPoints({ notifiedOn: null })).toBe(-200);
  });

  test('三: 前一日发生的算此前，同日发生的不算', () => {
    const notifiedOn = '2026-08-01';
    expect(laterPoints({ occurredOn: shifted('2026-09-01', -1), notifiedOn })).toBe(-300);
    expect(laterPoints({ occurredOn: '2026-09-01', notifiedOn })).toBe(-200);
  });

  test('三: 恰好二十四个月前的计入，再早一日的不计', () => {
    const notifiedOn = '2024-10-01';
    expect(laterPoints({ occurredOn: '2024-09-01', notifiedOn })).toBe(-300);
    expect(laterPoints({ occurredOn: shifted('2024-09-01', -1), notifiedOn })).toBe(-200);
  });

  test('三: 考核期以外的旧事实计入再犯，本身不再扣分', () => {
    const cadre = aCadre()
      .withInaction('1.1', { occurredOn: '2025-06-01', notifiedOn: '2025-07-01' })
      .withInaction('1.1', LATER);
    const result = resultOf(cadre);
    expect(result.lines.map(({ points }) => points)).toEqual([-300]);
  });

  test('三: 学校另定回溯期的，从其规定', () => {
    const cadre = aCadre().withInaction('1.1', EARLIER).withInaction('1.1', LATER);
    const short = aBundle().of(cadre).adopting('inaction.repeat.window', '2026-01-01', 6);
    expect(lineOf(short.resultOf(), 'c1-r2').points).toBe(-200);
  });
});
