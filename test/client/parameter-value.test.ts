import { expect, test } from 'vitest';
import { citeInWords, valueInWords } from '../../client/policy/parameter-value.ts';

test.each([
  [50, 'hundredths', '0.5 分', '0.5 points'],
  [100, 'hundredths', '1 分', '1 point'],
  [10_000, 'hundredths', '100 分', '100 points'],
  [-150, 'hundredths', '−1.5 分', '−1.5 points'],
  [2500, 'basisPoints', '25%', '25%'],
  [1234, 'basisPoints', '12.34%', '12.34%'],
  [0, 'basisPoints', '0%', '0%'],
  [24, 'months', '24 个月', '24 months'],
  [1, 'years', '1 年', '1 year'],
  [183, 'days', '183 天', '183 days'],
  [2, 'thirds', '2/3', '2/3'],
  [5, 'count', '5', '5'],
  [7, 'a unit of tomorrow', '7', '7'],
])('参数值 %s（%s）读作“%s”', (value, unit, zh, en) => {
  expect(valueInWords(value, unit)).toEqual({ zh, en });
});

test('文字参数原样显示', () => {
  const words = { zh: '影响未出本单位', en: 'no effect beyond the unit' };
  expect(valueInWords(words, 'text')).toBe(words);
});

test('出处是意见的条款时写明条款号', () => {
  expect(citeInWords({ cite: '四·考核', citeLabel: { zh: '考核激励', en: 'Appraisal' } })).toEqual({
    zh: '意见四·考核 · 考核激励',
    en: 'Opinion 四·考核 · Appraisal',
  });
});

test.each([
  ['appointment-2019#8', { zh: '《任用条例》第8条', en: 'Regulation, article 8' }],
  ['校发〔2026〕58号', { zh: '校发〔2026〕58号', en: '校发〔2026〕58号' }],
])('出处 %s 已说得完整，照录', (cite, citeLabel) => {
  expect(citeInWords({ cite, citeLabel })).toBe(citeLabel);
});
