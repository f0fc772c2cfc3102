import { describe, expect, test } from 'vitest';
import { aCadre, amongColleagues, findingsOf, resultOf, unsaid } from '../support/builders.ts';
import type { CadreBuilder } from '../support/builders.ts';

const triggersOf = (cadre: CadreBuilder) => resultOf(cadre).reviews.map(({ trigger }) => trigger);
const reviewOf = (cadre: CadreBuilder) => resultOf(cadre).reviews[0]!;

describe('四·考核: 不守政治规矩、不干净干事的进入研判', () => {
  test.each([
    ['politicalDiscipline', 'discipline', '违反政治纪律'],
    ['integrity', 'integrity', '廉洁问题'],
  ] as const)('四·考核: 考核期内因 %s 受处分的，进入“%s”研判', (ground, trigger, zh) => {
    const on = (day: string) => aCadre().disciplined('organisational', 'admonition', day, { ground });
    const review = reviewOf(on('2026-03-01'));
    expect(review).toMatchObject({ trigger, facts: ['d1'], clause: '四·考核' });
    expect(review.because.zh).toContain(zh);
    expect(unsaid(review.because, '2026-03-01')).toEqual([]);
    expect(triggersOf(on('2026-01-01'))).toEqual([trigger]);
    expect(triggersOf(on('2026-12-31'))).toEqual([trigger]);
    expect(triggersOf(on('2025-12-31'))).toEqual([]);
    expect(triggersOf(on('2027-01-01'))).toEqual([]);
  });

  test('四·考核: 其他原因的处分不进入研判', () => {
    const work = aCadre().disciplined('party', 'warning', '2026-03-01', { ground: 'work' });
    expect(triggersOf(work)).toEqual([]);
    expect(triggersOf(aCadre().disciplined('party', 'warning', '2026-03-01'))).toEqual([]);
  });

  test('四·考核: 几个处分只开一次研判，都列为依据', () => {
    const ground = 'integrity';
    const twice = aCadre()
      .disciplined('party', 'warning', '2026-05-01', { id: 'z', ground })
      .disciplined('administrative', 'warning', '2026-03-01', { id: 'a', ground });
    expect(resultOf(twice).reviews.map(({ facts }) => facts)).toEqual([['a', 'z']]);
  });
});

describe('四·考核: 不作为不担当的进入研判', () => {
  test('四·考核: 一般以上事实扣满 10 分进入研判，差一点只建议约谈', () => {
    const ten = aCadre()
      .withInaction('1.1', { severity: 'serious' })
      .withInaction('2.1', { severity: 'serious' });
    const review = reviewOf(ten);
    expect(review).toMatchObject({ trigger: 'inaction', facts: ['c1-r1', 'c1-r2'] });
    expect(unsaid(review.because, '10.00')).toEqual([]);
    expect(findingsOf(resultOf(ten), 'talkSuggested')).toEqual([]);

    const less = aCadre()
      .withInaction('1.1', { severity: 'serious' })
      .withInaction('2.1', { severity: 'general' })
      .withInaction('3.4', { severity: 'general' });
    expect(triggersOf(less)).toEqual([]);
    expect(findingsOf(resultOf(less), 'talkSuggested')).toHaveLength(1);
  });

  test('四·考核: 研判看封顶以前的扣分', () => {
    const capped = aCadre()
      .withInaction('1.1', { severity: 'serious' })
      .withInaction('1.2', { severity: 'serious' })
      .withInaction('1.3', { severity: 'general' });
    expect(unsaid(reviewOf(capped).because, '12.00', '10.00')).toEqual([]);
  });

  test('四·考核: 轻微事实再多也不进入研判，不建议约谈', () => {
    const minors = Array.from({ length: 24 }).reduce<CadreBuilder>(
      (cadre) => cadre.withInaction('1.1', { severity: 'minor' }),
      aCadre(),
    );
    expect(triggersOf(minors)).toEqual([]);
    expect(findingsOf(resultOf(minors), 'talkSuggested')).toEqual([]);
  });

  test('四·考核: 一件特别严重的事实，不论扣几分都进入研判', () => {
    const grave = aCadre().withInaction('5.8', { severity: 'grave' });
    const shared = grave.withInaction('5.8', { severity: 'minor' });
    expect(reviewOf(shared)).toMatchObject({ trigger: 'inaction', facts: ['c1-r1'] });
    const lighter = amongColleagues(grave).adopting('inaction.severity.grave', '2026-01-01', 900);
    const [review] = lighter.resultOf().reviews;
    expect(review).toMatchObject({ trigger: 'inaction', facts: ['c1-r1'] });
    expect(unsaid(review!.because, '5.8')).toEqual([]);
    expect(review!.because.zh).toContain('临阵脱逃');
  });

  test('四·考核: 特别严重而从轻减轻的，按严重论，扣 5 分不进入研判', () => {
    expect(triggersOf(aCadre().withInaction('5.8', { severity: 'grave', finding: 'mitigated' }))).toEqual([]);
  });

  test('一: 免责之后研判随之取消', () => {
    expect(triggersOf(aCadre().withInaction('5.8', { severity: 'grave', finding: 'exempt' }))).toEqual([]);
  });
});

describe('四·督查: 约谈提醒', () => {
  test('四·督查: 一般以上事实扣满 3 分建议约谈，2 分不建议', () => {
    const general = aCadre().withInaction('1.1').withInaction('2.1', { finding: 'mitigated' });
    const [because] = findingsOf(resultOf(general), 'talkSuggested');
    expect(unsaid(because!, '3.00')).toEqual([]);
    expect(because!.zh).toContain('约谈提醒');
    expect(findingsOf(resultOf(aCadre().withInaction('1.1')), 'talkSuggested')).toEqual([]);
    const freed = aCadre().withInaction('1.1').withInaction('2.1', { finding: 'exempt' });
    expect(findingsOf(resultOf(freed), 'talkSuggested')).toEqual([]);
  });

  test('四·督查: 因其他原因进入研判的，约谈照样建议', () => {
    const both = aCadre()
      .withInaction('1.1', { severity: 'serious' })
      .disciplined('party', 'warning', '2026-03-01', { ground: 'integrity' });
    expect(triggersOf(both)).toEqual(['integrity']);
    expect(findingsOf(resultOf(both), 'talkSuggested')).toHaveLength(1);
  });
});

describe('四·考核: 能力不够的进入研判', () => {
  test('四·考核: 上年和今年得分都是基本合格的进入研判，只有一年的不进入', () => {
    const twice = aCadre().measured(7000).graded(2025, 'basic');
    expect(reviewOf(twice)).toMatchObject({ trigger: 'ability', facts: [] });
    expect(reviewOf(twice).because.zh).toContain('上年度和本年度得分均属“基本合格”');
    expect(triggersOf(aCadre().measured(7000).graded(2024, 'basic'))).toEqual([]);
    expect(triggersOf(aCadre().measured(7000).graded(2025, 'competent'))).toEqual([]);
    expect(triggersOf(aCadre().measured(7500).graded(2025, 'basic'))).toEqual([]);
  });

  test('四·考核: 得分不合格的进入研判', () => {
    expect(triggersOf(aCadre().measured(5999))).toEqual(['ability']);
    expect(reviewOf(aCadre().measured(5999)).because.zh).toContain('不合格');
    expect(triggersOf(aCadre().measured(6000))).toEqual([]);
  });

  test('四·考核: 民主测评有问题的进入研判，并把测评结论列为依据', () => {
    const voted = aCadre().with({ voteFindings: ['unfitReview', 'fitnessReview'] });
    expect(reviewOf(voted)).toMatchObject({ trigger: 'ability', facts: ['fitnessReview', 'unfitReview'] });
    expect(reviewOf(voted).because.zh).toContain('不称职超过三分之一');
    expect(reviewOf(voted).because.en).toContain('below two thirds, incompetent above one third');
  });
});

describe('四·考核: 作风漂浮的进入研判', () => {
  test('四·考核: 考核期内督查发现作风问题的进入研判，期外的和其他问题不进入', () => {
    const seen = (on: string) => aCadre().inspected('style', on);
    expect(reviewOf(seen('2026-06-01'))).toMatchObject({ trigger: 'style', facts: ['f1'] });
    expect(unsaid(reviewOf(seen('2026-06-01')).because, '2026-06-01')).toEqual([]);
    expect(triggersOf(seen('2026-12-31'))).toEqual(['style']);
    expect(triggersOf(seen('2025-12-31'))).toEqual([]);
    expect(triggersOf(seen('2027-01-01'))).toEqual([]);
    expect(triggersOf(aCadre().inspected('progress', '2026-06-01'))).toEqual([]);
  });

  test('四·考核: 几次发现的作风问题列在一起，从最早的一次说起', () => {
    const review = reviewOf(aCadre().inspected('style', '2026-09-01').inspected('style', '2026-06-01'));
    expect(review.facts).toEqual(['f1', 'f2']);
    expect(unsaid(review.because, '2026-06-01')).toEqual([]);
  });
});

describe('四·考核: 研判的后果', () => {
  test('四·考核: 进入研判的，研判结束前不建议评为优秀', () => {
    const result = resultOf(aCadre().inspected('style', '2026-06-01'));
    expect(result).toMatchObject({ band: 'excellent', ceiling: 'competent', grade: 'competent' });
    expect(findingsOf(result, 'ceiling')[0]!.zh).toContain('已进入研判');
  });

  test('四·考核: 五种情形都有的，按意见所列的先后列出，都是建议', () => {
    const all = aCadre()
      .measured(5000)
      .inspected('style', '2026-06-01')
      .withInaction('1.1', { severity: 'grave' })
      .disciplined('party', 'warning', '2026-03-01', { ground: 'integrity' })
      .disciplined('party', 'warning', '2026-03-01', { ground: 'politicalDiscipline' });
    const triggers = ['discipline', 'integrity', 'inaction', 'ability', 'style'];
    expect(triggersOf(all)).toEqual(triggers);
    for (const { because } of resultOf(all).reviews) {
      expect(because.zh).toContain('建议进入研判');
      expect(because.en).toContain('a review is suggested');
    }
  });
});

describe('三: 有原因的不为，建议对症的帮助', () => {
  test.each([
    ['unable', '培训与支持', 'training and support'],
    ['unwilling', '督查与谈话', 'supervision and a talk'],
    ['afraid', '撑腰与容错', 'backing and tolerance'],
  ] as const)('三: 原因为 %s 的建议%s', (cause, zh, en) => {
    const result = resultOf(aCadre().withInaction('2.2', { cause }));
    const remedy = result.findings.find(({ rule }) => rule === 'remedy')!;
    expect(remedy).toMatchObject({ recordId: 'c1-r1', clause: '三' });
    expect(remedy.because.zh).toContain(zh);
    expect(remedy.because.en).toContain(en);
  });

  test('三: 没有写明原因的、免责的、同一事实不计的，不提建议', () => {
    const none = aCadre()
      .withInaction('2.2')
      .withInaction('2.1', { cause: 'afraid', finding: 'exempt' })
      .withInaction('1.1', { cause: 'afraid', factId: 't1' })
      .withInaction('1.2', { factId: 't1', severity: 'serious' });
    expect(findingsOf(resultOf(none), 'remedy')).toEqual([]);
  });
});

describe('四·考核: 重点提拔使用', () => {
  const both = aCadre()
    .withInitiative(1, 'explore', { level: 'provincial' })
    .withInitiative(2, 'deliver', { level: 'provincial' });
  const suggested = (cadre: CadreBuilder) => findingsOf(resultOf(cadre), 'promoteFirst');

  test('四·考核: 等次优秀且两种品质各加满 5 分的，建议重点提拔使用', () => {
    const [because] = suggested(both);
    expect(because!.zh).toBe('勇于探索、善于作为加分均达到 5.00，等次优秀，建议重点提拔使用。');
    expect(because!.en).toContain('explores, delivers reach 5.00 each');
  });

  test('四·考核: 有一种品质不足 5 分的不建议', () => {
    const less = aCadre()
      .withInitiative(1, 'explore', { level: 'national' })
      .withInitiative(2, 'deliver', { level: 'national', role: 'core' });
    expect(suggested(less)).toEqual([]);
  });

  test('四·考核: 看封顶以前、递减以后的加分', () => {
    const three = aCadre()
      .withInitiative(1, 'explore', { level: 'school' })
      .withInitiative(2, 'explore', { level: 'school' })
      .withInitiative(1, 'deliver', { level: 'national' });
    expect(suggested(three)).toHaveLength(1);
    const diminished = aCadre()
      .withInitiative(1, 'explore', { level: 'school' })
      .withInitiative(1, 'explore', { level: 'school' })
      .withInitiative(1, 'deliver', { level: 'national' });
    expect(suggested(diminished)).toEqual([]);
  });

  test('四·考核: 等次不是优秀的、进入研判的、影响期未满的，不建议', () => {
    expect(suggested(both.measured(8400))).toEqual([]);
    expect(suggested(both.inspected('style', '2026-06-01'))).toEqual([]);
    const barred = both.disciplined('organisational', 'admonition', '2026-07-03');
    expect(suggested(barred)).toEqual([]);
    const quotaFull = amongColleagues(both).adopting('quota.rate', '2026-01-01', 0);
    expect(findingsOf(quotaFull.resultOf(), 'promoteFirst')).toEqual([]);
  });

  test('四·考核: 优秀而影响期未满的不建议，期满即可', () => {
    const admonished = both.disciplined('organisational', 'admonition', '2025-12-01');
    const on = (asOf: string) =>
      findingsOf(amongColleagues(admonished).asOf(asOf).resultOf(), 'promoteFirst').length;
    expect(on('2026-05-31')).toBe(0);
    expect(on('2026-06-01')).toBe(1);
  });
});
