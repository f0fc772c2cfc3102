import { describe, expect, test } from 'vitest';
import { builtInBook, policyOn, stampOf, withOverrides } from '../../scoring/index.ts';
import { aBundle, aCadre } from '../support/builders.ts';

const CITE = '校发〔2025〕3号';
const bytesOf = (bundle: ReturnType<typeof aBundle>) => JSON.stringify(bundle.evaluated());
const bundle = aBundle().of(aCadre().withInaction('1.1').inPostSince('2015-01-01'));

describe('一: 学校自定的数值按日期生效', () => {
  test('一: 从生效之日起用新值，前一日用旧值', () => {
    const book = withOverrides(builtInBook, [
      { parameter: 'inaction.severity.general', from: '2026-07-01', value: 300, cite: CITE },
    ]);
    expect(policyOn(book, '2026-06-30')['inaction.severity.general']).toBe(200);
    expect(policyOn(book, '2026-07-01')['inaction.severity.general']).toBe(300);
  });

  test('一: 录入先后不影响按日期取值；同日以学校的为准', () => {
    const book = withOverrides(builtInBook, [
      { parameter: 'quota.rate', from: '2024-01-01', value: 1500, cite: CITE },
      { parameter: 'quota.rate', from: '2020-01-01', value: 1000, cite: CITE },
      { parameter: 'quota.rate', from: '2017-05-02', value: 500, cite: CITE },
    ]);
    const rates = ['2017-05-02', '2020-01-01', '2024-01-01'].map((day) => policyOn(book, day)['quota.rate']);
    expect(rates).toEqual([500, 1000, 1500]);
    expect(book.parameters['quota.rate'].values.at(-1)).toMatchObject({ basis: 'delegated', cite: CITE });
    expect(policyOn(builtInBook, '2026-12-31')['quota.rate']).toBe(2000);
  });

  test('一: 没有自定数值的就是原来的参数', () => {
    expect(withOverrides(builtInBook, [])).toBe(builtInBook);
  });

  test('一: 考核期末的数值用于计分，计算之日的数值用于轮岗和影响期', () => {
    const longer = bundle.asOf('2027-01-31').adopting('rotation.limit', '2027-01-01', 200);
    expect(longer.resultOf().rotation.posts[0]!.limit).toBe(200);
    const heavier = bundle.asOf('2027-01-31').adopting('inaction.severity.general', '2027-01-01', 999);
    expect(heavier.resultOf().deductions).toBe(200);
  });
});

describe('一: 结果注明依据哪一版参数', () => {
  test('一: 版本是现行数值中最晚的生效日，参数一变摘要就变', () => {
    const { policy } = bundle.evaluated();
    expect(policy).toMatchObject({ id: 'opinion-2017', version: '2020-07-01' });
    expect(policy.hash).toMatch(/^[0-9a-f]{64}$/);
    const adopted = bundle.adopting('quota.rate', '2026-03-01', 2000).evaluated().policy;
    expect(adopted.version).toBe('2026-03-01');
    expect(adopted.hash).not.toBe(policy.hash);
    const cited = bundle.adopting('quota.rate', '2026-03-01', 2000, '另一文件').evaluated().policy;
    expect(cited.hash).not.toBe(adopted.hash);
  });

  test('一: 意见施行之初，版本就是施行之日', () => {
    expect(stampOf(builtInBook, '2017-05-02').version).toBe('2017-05-02');
    expect(stampOf(builtInBook, '2019-03-02').version).toBe('2017-05-02');
    expect(stampOf(builtInBook, '2019-03-03').version).toBe('2019-03-03');
  });

  test('一: 以后才生效的数值一个字节也不改变结果', () => {
    const later = bundle
      .adopting('inaction.severity.general', '2027-01-01', 999)
      .adopting('rotation.limit', '2027-01-01', 1);
    expect(bytesOf(later)).toBe(bytesOf(bundle));
    const effective = bundle.adopting('rotation.limit', '2026-12-31', 1);
    expect(bytesOf(effective)).not.toBe(bytesOf(bundle));
  });

  test('一: 考核期末与计算之日之间生效的数值改变摘要', () => {
    const computedLater = bundle.asOf('2027-01-31');
    const adopted = computedLater.adopting('inaction.severity.general', '2027-01-15', 999);
    expect(adopted.evaluated().policy.hash).not.toBe(computedLater.evaluated().policy.hash);
  });
});
