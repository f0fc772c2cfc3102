import { describe, expect, test } from 'vitest';
import { aBundle, aCadre, findingsOf, unsaid } from '../support/builders.ts';
import type { CadreBuilder } from '../support/builders.ts';

const AS_OF = '2026-12-31';

const rotationOf = (cadre: CadreBuilder, asOf = AS_OF) => aBundle().of(cadre).asOf(asOf).resultOf().rotation;
const statusOf = (cadre: CadreBuilder, asOf = AS_OF) =>
  rotationOf(cadre, asOf).posts.map(({ months, limit, status }) => `${months}/${limit} ${status}`);
const flagsOf = (cadre: CadreBuilder, asOf = AS_OF) => rotationOf(cadre, asOf).flags;

describe('四·能力: 同一岗位任职满八年应当交流', () => {
  test.each([
    ['2018-12-31', '96/96 due'],
    ['2019-01-01', '95/96 soon'],
    ['2019-12-31', '84/96 soon'],
    ['2020-01-01', '83/96 notDue'],
    ['2026-12-31', '0/96 notDue'],
  ])('四·能力: %s 起任职的为 %s', (from, status) => {
    expect(statusOf(aCadre().inPostSince(from))).toEqual([status]);
  });

  test.each([
    ['2021-12-31', '60/60 due'],
    ['2022-01-01', '59/60 soon'],
    ['2022-12-31', '48/60 soon'],
    ['2023-01-01', '47/60 notDue'],
  ])('四·能力: 敏感岗位满五年应当交流，%s 起任职的为 %s', (from, status) => {
    expect(statusOf(aCadre().inPostSince(from, { sensitive: true }))).toEqual([status]);
  });

  test('四·能力: 理由写明任职多久、期限多久', () => {
    const said = (from: string) => rotationOf(aCadre().inPostSince(from)).posts[0]!.because;
    expect(said('2018-12-31').zh).toBe('在同一岗位任职 8 年，已满 8 年，应当交流。');
    expect(unsaid({ zh: '96', en: said('2018-12-31').en }, '96')).toEqual([]);
    expect(said('2019-05-31').zh).toContain('7 年 7 个月');
    expect(said('2026-12-31').zh).toContain('任职 0 个月');
  });

  test('四·能力: 计算之日不在任的岗位不列，将来才到任的岗位视为没有', () => {
    const moved = aCadre()
      .inPost('2010-01-01', '2026-12-30', { postId: 'a1' })
      .inPostSince('2027-01-01', { postId: 'a2' });
    expect(statusOf(moved)).toEqual([]);
    const lastDay = aCadre().inPost('2010-01-01', AS_OF);
    expect(statusOf(lastDay)).toEqual(['203/96 due']);
  });

  test('四·能力: 兼任几个岗位的，逐个计算，按编号列出', () => {
    const two = aCadre()
      .inPostSince('2024-01-01', { postId: 'b' })
      .inPostSince('2015-01-01', { postId: 'a' });
    expect(rotationOf(two).posts.map(({ postId, status }) => [postId, status])).toEqual([
      ['a', 'due'],
      ['b', 'notDue'],
    ]);
  });
});

describe('四·能力: 纸面上的间断不重新起算', () => {
  test('四·能力: 间断不超过 183 天的视为连续任职，184 天的重新起算', () => {
    const returned = (from: string) => aCadre().inPost('2015-01-01', '2020-06-30').inPostSince(from);
    expect(statusOf(returned('2020-12-30'))).toEqual(['143/96 due']);
    expect(statusOf(returned('2020-12-31'))).toEqual(['72/96 notDue']);
  });

  test('四·能力: 交叠的任职从最晚的一次离任起算间断', () => {
    const nested = aCadre()
      .inPost('2015-01-01', '2020-06-30')
      .inPost('2016-01-01', '2016-02-01')
      .inPostSince('2020-12-30');
    expect(statusOf(nested)).toEqual(['143/96 due']);
  });

  test('四·能力: 是否敏感岗位以最近一次任职为准', () => {
    const became = aCadre().inPost('2020-01-01', '2022-06-30').inPostSince('2022-07-01', { sensitive: true });
    expect(statusOf(became)).toEqual(['83/60 due']);
    const ceased = aCadre().inPost('2020-01-01', '2022-06-30', { sensitive: true }).inPostSince('2022-07-01');
    expect(statusOf(ceased)).toEqual(['83/96 notDue']);
    const sameDay = aCadre()
      .inPostSince('2020-01-01', { sensitive: true })
      .inPost('2020-01-01', '2026-12-31');
    expect(statusOf(sameDay)).toEqual(['83/60 due']);
  });

  test('四·能力: 同日起止的两条任职记录，从严按敏感岗位', () => {
    const doubtful = (first: boolean) =>
      aCadre()
        .inPostSince('2020-01-01', { sensitive: first })
        .inPostSince('2020-01-01', { sensitive: !first });
    expect(statusOf(doubtful(true))).toEqual(['83/60 due']);
    expect(statusOf(doubtful(false))).toEqual(['83/60 due']);
  });
});

describe('四·能力: 可以不列入交流的情形', () => {
  const due = aCadre().inPostSince('2015-01-01');
  const exemptedBy = (cadre: CadreBuilder) => rotationOf(cadre).posts[0]!;

  test('四·能力: 两年内退休的不列入，退休日当天和满两年当天都算', () => {
    expect(exemptedBy(due.with({ retiresOn: '2026-12-31' })).status).toBe('exempt');
    expect(exemptedBy(due.with({ retiresOn: '2028-12-31' })).status).toBe('exempt');
    expect(exemptedBy(due.with({ retiresOn: '2029-01-01' })).status).toBe('due');
    expect(exemptedBy(due.with({ retiresOn: '2026-12-30' })).status).toBe('due');
    const { because, months } = exemptedBy(due.with({ retiresOn: '2027-06-01' }));
    expect(months).toBe(143);
    expect(unsaid(because, '2027-06-01')).toEqual([]);
  });

  test('四·能力: 专业特殊的不列入，任职月数照样可见', () => {
    const { status, months, because } = exemptedBy(due.with({ specialist: true }));
    expect({ status, months }).toEqual({ status: 'exempt', months: 143 });
    expect(because.zh).toContain('专业特殊');
    expect(because.en).toContain('143');
  });

  test('四·能力: 正在接受审查调查的暂不交流，当日结案的不再适用', () => {
    const accused = (closedOn: string | null) => exemptedBy(due.investigated('2026-05-01', closedOn));
    expect(accused(null).status).toBe('exempt');
    expect(accused(null).because.en).toContain('under investigation');
    expect(accused('2027-01-01').status).toBe('exempt');
    expect(accused('2026-12-31').status).toBe('due');
    expect(exemptedBy(due.investigated('2027-01-01')).status).toBe('due');
  });

  test('四·能力: 接近期限的同样可以不列入，未到期限的无需说明', () => {
    const soon = aCadre().inPostSince('2019-06-01').with({ specialist: true });
    expect(exemptedBy(soon).status).toBe('exempt');
    const early = aCadre().inPostSince('2024-06-01').with({ specialist: true });
    expect(exemptedBy(early).status).toBe('notDue');
  });
});

describe('四·能力: 岗位变动过频', () => {
  const moved = (first: string, second: string) =>
    aCadre().inPost(first, second, { postId: 'a1' }).inPostSince(second, { postId: 'a2' });

  test('四·能力: 一年内两次到任的提示，恰好一年前到任的不计', () => {
    expect(flagsOf(moved('2026-01-01', '2026-06-01'))).toEqual(['tooFrequent']);
    expect(flagsOf(moved('2025-12-31', '2026-06-01'))).toEqual([]);
  });

  test('四·能力: 同一天到任两个岗位的不算过频', () => {
    const sameDay = aCadre()
      .inPostSince('2026-06-01', { postId: 'a1' })
      .inPostSince('2026-06-01', { postId: 'a2' });
    expect(flagsOf(sameDay)).toEqual([]);
  });

  test('四·能力: 回到原岗位而间断不久的，不算再次到任', () => {
    const back = aCadre().inPost('2026-01-10', '2026-03-31').inPostSince('2026-05-01');
    expect(flagsOf(back)).toEqual([]);
  });
});

describe('四·能力: 经历单一', () => {
  const tenYears = aCadre().inPostSince('2016-12-31');

  test('四·能力: 十年都在一类单位的提示，差一天的不提示', () => {
    expect(flagsOf(tenYears)).toEqual(['singleExperience']);
    expect(flagsOf(aCadre().inPostSince('2017-01-01'))).toEqual([]);
  });

  test('四·能力: 有过另一类单位任职的不提示，同类的另一单位不算', () => {
    const college = tenYears.inPost('2020-01-01', '2020-02-01', { postId: 'x', unitId: 'u2' });
    expect(flagsOf(college)).toEqual([]);
    const planned = tenYears.inPostSince('2027-01-01', { postId: 'x', unitId: 'u2' });
    expect(flagsOf(planned)).toEqual(['singleExperience']);
  });

  test('四·能力: 前后相接和交叠的任职合并计算，有空档的分开计算', () => {
    const joined = aCadre()
      .inPost('2010-01-01', '2015-06-30', { postId: 'a1' })
      .inPost('2012-01-01', '2013-01-01', { postId: 'a2' })
      .inPost('2015-07-01', '2019-12-31', { postId: 'a3' });
    expect(flagsOf(joined)).toEqual(['singleExperience']);
    const short = aCadre()
      .inPost('2010-01-01', '2015-06-30', { postId: 'a1' })
      .inPost('2015-07-02', '2019-12-31', { postId: 'a3' });
    expect(flagsOf(short)).toEqual([]);
  });

  test('四·能力: 任干部满十年而任职记录不足十年的，提示无法判断', () => {
    const unknown = aCadre().with({ cadreSince: '2016-12-31' }).inPostSince('2020-01-01');
    const result = aBundle().of(unknown).resultOf();
    expect(result.rotation.flags).toEqual(['experienceUnknown']);
    const [because] = findingsOf(result, 'experienceUnknown');
    expect(because!.zh).toContain('任干部已 10 年，任职记录只覆盖 6 年 11 个月');
    expect(because!.en).toContain('120 months with appointments on record for 83 months');
    expect(flagsOf(aCadre().with({ cadreSince: '2017-01-01' }))).toEqual([]);
    expect(flagsOf(tenYears.with({ cadreSince: '2010-01-01' }))).toEqual(['singleExperience']);
  });

  test('四·能力: 没有任职记录和任干部时间的，什么也不提示', () => {
    expect(rotationOf(aCadre())).toEqual({ posts: [], flags: [] });
  });
});
