import { describe, expect, test } from 'vitest';
import { aBundle, aCadre, amongColleagues, findingsOf, resultOf, unsaid } from '../support/builders.ts';
import type { CadreBuilder } from '../support/builders.ts';

const gradeOf = (cadre: CadreBuilder) => resultOf(cadre).grade;

describe('四·考核: 直接定为不合格', () => {
  test('四·考核: 当年无正当理由拒不参加考核的，定为不合格；上年拒绝的不影响今年', () => {
    const refused = resultOf(aCadre().refusedAppraisal(2026).withOutstandingInitiative());
    expect(refused).toMatchObject({ grade: 'incompetent', reason: 'forced', band: 'excellent' });
    expect(findingsOf(refused, 'constraint')[0]!.zh).toContain('拒不参加考核');
    expect(gradeOf(aCadre().refusedAppraisal(2025))).toBe('excellent');
    expect(gradeOf(aCadre().refusedAppraisal(2027))).toBe('excellent');
  });

  test.each(['removalFromPost', 'probation', 'expulsion'] as const)(
    '四·考核: 当年受党纪处分 %s 的，定为不合格，上年末和次年初的不在其内',
    (measure) => {
      expect(gradeOf(aCadre().disciplined('party', measure, '2026-01-01'))).toBe('incompetent');
      expect(gradeOf(aCadre().disciplined('party', measure, '2026-12-31'))).toBe('incompetent');
      expect(gradeOf(aCadre().disciplined('party', measure, '2025-12-31'))).not.toBe('incompetent');
      expect(gradeOf(aCadre().disciplined('party', measure, '2027-01-01'))).toBe('excellent');
    },
  );

  test('四·考核: 定为不合格的理由写明受何处分，并指向该处分', () => {
    const { findings } = resultOf(aCadre().disciplined('party', 'removalFromPost', '2026-03-01'));
    const found = findings.find(({ rule }) => rule === 'constraint')!;
    expect(found.recordId).toBe('d1');
    expect(found.because.zh).toBe('当年受撤销党内职务，定为最低等次。');
    expect(found.because.en).toContain('removal from party posts');
  });

  test('四·考核: 依据的规定尚未施行的年度，引用意见本身的条款，不引用后来的规定', () => {
    const citedIn = (year: number) =>
      aBundle()
        .during(`${year}-01-01`, `${year}-12-31`)
        .of(aCadre().disciplined('party', 'expulsion', `${year}-03-01`))
        .resultOf()
        .findings.find(({ rule }) => rule === 'constraint')!.clause;
    expect(citedIn(2019)).toBe('四·考核');
    expect(citedIn(2021)).toBe('civil-appraisal-2020#29');
  });

  test('四·考核: 非全年的考核期，本年内考核期末以前的处分都算当年', () => {
    const quarter = aBundle().with({ kind: 'quarterly' }).during('2026-04-01', '2026-06-30');
    const on = (day: string) => quarter.of(aCadre().disciplined('party', 'expulsion', day)).resultOf().grade;
    expect(on('2026-01-01')).toBe('incompetent');
    expect(on('2026-06-30')).toBe('incompetent');
    expect(on('2026-07-01')).toBe('excellent');
  });
});

describe('四·考核: 立案审查调查未结的，不写评语、不确定等次', () => {
  const until = (openedOn: string, closedOn: string | null, asOf = '2027-01-31') =>
    amongColleagues(aCadre().investigated(openedOn, closedOn)).asOf(asOf).resultOf();

  test('四·考核: 考核期末前立案、至今未结的不确定等次，期后立案的不影响', () => {
    expect(until('2026-12-31', null).grade).toBe('undetermined');
    expect(until('2027-01-01', null).grade).toBe('excellent');
  });

  test('四·考核: 计算当日已结案的视为已结，次日才结的视为未结', () => {
    expect(until('2026-02-01', '2027-01-31').grade).toBe('excellent');
    expect(until('2026-02-01', '2027-02-01').grade).toBe('undetermined');
  });

  test('四·考核: 理由写明立案日期', () => {
    expect(unsaid(findingsOf(until('2026-02-01', null), 'constraint')[0]!, '2026-02-01')).toEqual([]);
  });

  test('四·考核: 被审查调查又拒不参加考核的，定为不合格', () => {
    expect(gradeOf(aCadre().investigated('2026-02-01').refusedAppraisal(2026))).toBe('incompetent');
  });
});

describe('四·考核: 处分之后几年不确定等次', () => {
  test.each([
    ['留党察看没有写明期限的，次年不确定', 'probation', null, '2025-06-01', true],
    ['留党察看一年的，次年不确定', 'probation', 12, '2025-01-01', true],
    ['留党察看一年的，其后第二年不再', 'probation', 12, '2024-12-31', false],
    ['留党察看两年的，其后第二年不确定', 'probation', 24, '2024-01-01', true],
    ['留党察看两年的，其后第三年不再', 'probation', 24, '2023-12-31', false],
    ['开除党籍的，其后第二年不确定', 'expulsion', null, '2024-01-01', true],
    ['开除党籍的，其后第三年不再', 'expulsion', null, '2023-12-31', false],
    ['撤销党内职务的，次年不在其内', 'removalFromPost', null, '2025-12-31', false],
  ] as const)('四·考核: %s（%s，%s 个月，%s）', (_, measure, months, on, isGradeless) => {
    const { grade } = resultOf(aCadre().disciplined('party', measure, on, { months }));
    expect(grade === 'undetermined').toBe(isGradeless);
  });

  test.each(['majorDemerit', 'demotion', 'dismissal'] as const)(
    '四·考核: 政务处分 %s 当年和次年不确定等次，第三年不再',
    (measure) => {
      const on = (day: string) => resultOf(aCadre().disciplined('administrative', measure, day));
      expect(on('2026-12-31').grade).toBe('undetermined');
      expect(on('2025-01-01').grade).toBe('undetermined');
      expect(on('2024-12-31').reason).not.toBe('forced');
      expect(on('2027-01-01').reason).not.toBe('forced');
      expect(unsaid(findingsOf(on('2025-01-01'), 'constraint')[0]!, '2025-01-01')).toEqual([]);
    },
  );

  test('四·考核: 组织处理的降职不等于政务处分的降级', () => {
    expect(gradeOf(aCadre().disciplined('organisational', 'demotion', '2026-03-01'))).toBe('commentOnly');
  });
});

describe('四·考核: 病事假超过考核期一半的，不确定等次', () => {
  test('四·考核: 183 天不确定等次，182 天照常', () => {
    const half = resultOf(aCadre().onLeave('sick', '2026-01-01', '2026-07-02'));
    expect(half.grade).toBe('undetermined');
    expect(unsaid(findingsOf(half, 'constraint')[0]!, '183', '365')).toEqual([]);
    expect(gradeOf(aCadre().onLeave('sick', '2026-01-01', '2026-07-01'))).toBe('excellent');
  });

  test('四·考核: 病假与事假合计，重叠的日子只算一次', () => {
    const apart = aCadre()
      .onLeave('sick', '2026-01-01', '2026-03-31')
      .onLeave('personal', '2026-04-01', '2026-07-02');
    expect(gradeOf(apart)).toBe('undetermined');
    const overlapping = aCadre()
      .onLeave('personal', '2026-03-01', '2026-07-01')
      .onLeave('sick', '2026-01-01', '2026-05-31')
      .onLeave('sick', '2026-02-01', '2026-02-20');
    expect(gradeOf(overlapping)).toBe('excellent');
  });

  test('四·考核: 考核期以外的假不计', () => {
    expect(gradeOf(aCadre().onLeave('sick', '2025-06-01', '2026-07-01'))).toBe('excellent');
    expect(gradeOf(aCadre().onLeave('sick', '2026-07-02', '2027-06-30'))).toBe('undetermined');
    expect(gradeOf(aCadre().onLeave('sick', '2026-07-03', '2027-06-30'))).toBe('excellent');
  });

  test.each(['maternity', 'other'] as const)('四·考核: %s 假不计', (type) => {
    expect(gradeOf(aCadre().onLeave(type, '2026-01-01', '2026-12-31'))).toBe('excellent');
  });
});

describe('四·考核: 只写评语、不确定等次', () => {
  test('四·考核: 考核期末仍在试用期的只写评语，期末前一日期满的照常', () => {
    const on = resultOf(aCadre().onRecruitProbation('2026-05-01', '2026-12-31'));
    expect(on).toMatchObject({ grade: 'commentOnly', reason: 'forced' });
    expect(unsaid(findingsOf(on, 'constraint')[0]!, '2026-12-31')).toEqual([]);
    expect(gradeOf(aCadre().onRecruitProbation('2026-05-01', '2026-12-30'))).toBe('excellent');
    expect(gradeOf(aCadre().onRecruitProbation('2027-01-01', '2027-12-31'))).toBe('excellent');
  });

  test.each([
    ['party', 'seriousWarning'],
    ['administrative', 'demerit'],
    ['organisational', 'orderedResignation'],
    ['organisational', 'removal'],
    ['organisational', 'demotion'],
  ] as const)('四·考核: 当年受 %s %s 的只写评语，上年的不再', (source, measure) => {
    const on = (day: string) => resultOf(aCadre().disciplined(source, measure, day));
    expect(on('2026-12-31')).toMatchObject({ grade: 'commentOnly', reason: 'forced' });
    expect(on('2026-01-01').grade).toBe('commentOnly');
    expect(on('2025-12-31').reason).not.toBe('forced');
    expect(on('2027-01-01').reason).not.toBe('forced');
    expect(findingsOf(on('2026-12-31'), 'constraint')[0]!.en).toContain('comment only');
  });
});

describe('四·考核: 几条规定同时符合的，以先列者为准', () => {
  const probation = aCadre().onRecruitProbation('2026-05-01', '2027-04-30');
  const onLeave = probation.onLeave('sick', '2026-01-01', '2026-12-31');
  const accused = onLeave.investigated('2026-02-01');

  test('四·考核: 只写评语让位于不确定等次，不确定等次让位于不合格', () => {
    expect(gradeOf(probation)).toBe('commentOnly');
    expect(findingsOf(resultOf(onLeave), 'constraint')[0]!.zh).toContain('病、事假');
    expect(findingsOf(resultOf(accused), 'constraint')[0]!.zh).toContain('立案');
    expect(gradeOf(accused.disciplined('party', 'expulsion', '2026-03-01'))).toBe('incompetent');
  });

  test('四·考核: 只给出一条理由，与约束录入的先后无关', () => {
    const two = aCadre()
      .disciplined('party', 'expulsion', '2026-03-01')
      .disciplined('party', 'removalFromPost', '2026-02-01');
    const reversed = two.with({ constraints: two.facts.constraints.toReversed() });
    expect(findingsOf(resultOf(two), 'constraint')).toHaveLength(1);
    expect(resultOf(reversed)).toEqual(resultOf(two));
  });
});

describe('四·考核: 不确定等次时不掩盖得分', () => {
  test('四·考核: 得分属基本合格或不合格的，提示供研判', () => {
    const basic = resultOf(aCadre().measured(7000).investigated('2026-02-01'));
    expect(basic).toMatchObject({ grade: 'undetermined', band: 'basic' });
    expect(findingsOf(basic, 'byScore')[0]!.zh).toContain('基本合格');
    const poor = resultOf(aCadre().measured(5000).onRecruitProbation('2026-05-01', '2027-04-30'));
    expect(findingsOf(poor, 'byScore')[0]!.en).toContain('unqualified');
  });

  test('四·考核: 得分合格的不提示，直接定为不合格的也不提示', () => {
    const good = resultOf(aCadre().measured(7500).investigated('2026-02-01'));
    expect(findingsOf(good, 'byScore')).toEqual([]);
    const refused = resultOf(aCadre().measured(5000).refusedAppraisal(2026));
    expect(findingsOf(refused, 'byScore')).toEqual([]);
    const plain = resultOf(aCadre().measured(5000));
    expect(findingsOf(plain, 'byScore')).toEqual([]);
  });
});
