import { describe, expect, test } from 'vitest';
import { addMonths } from '../../scoring/index.ts';
import { aBundle, aCadre, shifted, unsaid } from '../support/builders.ts';
import type { CadreBuilder } from '../support/builders.ts';

const EFFECTIVE_ON = '2026-02-10';

const runningOn = (cadre: CadreBuilder, asOf: string) =>
  aBundle()
    .of(cadre)
    .asOf(asOf)
    .resultOf()
    .effectPeriods.map(({ effect, until }) => [effect, until]);

describe('四·问责: 影响期从生效之日起算，届满之日解除', () => {
  test.each([
    ['party', 'warning', null, 12],
    ['party', 'seriousWarning', null, 18],
    ['party', 'removalFromPost', null, 24],
    ['party', 'probation', null, 36],
    ['party', 'probation', 12, 36],
    ['party', 'probation', 24, 48],
    ['party', 'expulsion', null, 60],
    ['administrative', 'warning', null, 6],
    ['administrative', 'demerit', null, 12],
    ['administrative', 'majorDemerit', null, 18],
    ['administrative', 'demotion', null, 24],
    ['administrative', 'dismissal', null, 24],
    ['organisational', 'admonition', null, 6],
    ['organisational', 'transferAsMeasure', null, 12],
    ['organisational', 'nonLeadership', null, 12],
    ['organisational', 'removal', null, 12],
    ['organisational', 'demotion', null, 24],
  ] as const)('四·问责: %s %s（%s 个月）%i 个月内不得提拔', (source, measure, months, length) => {
    const cadre = aCadre().disciplined(source, measure, EFFECTIVE_ON, { months });
    const until = addMonths(EFFECTIVE_ON, length);
    expect(runningOn(cadre, shifted(EFFECTIVE_ON, -1))).toEqual([]);
    expect(runningOn(cadre, EFFECTIVE_ON)).toEqual([['noPromotion', until]]);
    expect(runningOn(cadre, shifted(until, -1))).toEqual([['noPromotion', until]]);
    expect(runningOn(cadre, until)).toEqual([]);
  });

  test.each([
    ['orderedResignation', null],
    ['removal', 'accountability'],
  ] as const)('四·考核: %s（%s）一年内不得安排职务，两年内不得担任更高职务', (measure, ground) => {
    const cadre = aCadre().disciplined('organisational', measure, EFFECTIVE_ON, { ground });
    expect(runningOn(cadre, '2027-02-09')).toEqual([
      ['noHigher', '2028-02-10'],
      ['noPost', '2027-02-10'],
    ]);
    expect(runningOn(cadre, '2027-02-10')).toEqual([['noHigher', '2028-02-10']]);
    expect(runningOn(cadre, '2028-02-10')).toEqual([]);
  });

  test('四·问责: 理由写明何时受何处分、几个月、何时解除', () => {
    const cadre = aCadre().disciplined('party', 'warning', EFFECTIVE_ON);
    const [period] = aBundle().of(cadre).resultOf().effectPeriods;
    expect(unsaid(period!.because, '2026-02-10', '12', '2027-02-10')).toEqual([]);
    expect(period!.because.zh).toContain('党内警告');
  });

  test('四·问责: 几个同类影响期，只报最晚届满的一个', () => {
    const cadre = aCadre()
      .disciplined('party', 'warning', EFFECTIVE_ON)
      .disciplined('party', 'seriousWarning', EFFECTIVE_ON)
      .disciplined('administrative', 'warning', EFFECTIVE_ON);
    expect(runningOn(cadre, '2026-03-01')).toEqual([['noPromotion', '2027-08-10']]);
  });

  test('四·问责: 同日届满的，按编号小的处分说明，与录入先后无关', () => {
    const said = (first: string, second: string) =>
      aBundle()
        .of(
          aCadre()
            .disciplined('party', 'removalFromPost', EFFECTIVE_ON, { id: first })
            .disciplined('administrative', 'demotion', EFFECTIVE_ON, { id: second }),
        )
        .resultOf().effectPeriods[0]!.because.zh;
    expect(said('a', 'b')).toContain('撤销党内职务');
    expect(said('b', 'a')).toContain('降级');
  });

  test('四·问责: 月末生效的，到没有这一天的月份以月末届满', () => {
    const cadre = aCadre().disciplined('administrative', 'warning', '2026-08-31');
    expect(runningOn(cadre, '2027-02-27')).toEqual([['noPromotion', '2027-02-28']]);
    expect(runningOn(cadre, '2027-02-28')).toEqual([]);
  });

  test('四·问责: 学校另定影响期的，按计算之日的规定', () => {
    const admonished = aBundle().of(aCadre().disciplined('organisational', 'admonition', EFFECTIVE_ON));
    const later = admonished.adopting('effect.noPromotion.admonition', '2027-01-01', 18);
    expect(later.asOf('2026-12-31').resultOf().effectPeriods).toEqual([]);
    expect(later.asOf('2027-01-01').resultOf().effectPeriods).toHaveLength(1);
  });
});
