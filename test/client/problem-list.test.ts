import { expect, test } from 'vitest';
import { asTable, kindsOfProblem } from '../../client/imports/problem-list.ts';

const problem = (code: string, row: number, value = '') => ({
  sheet: '人员',
  row,
  column: 'G',
  header: '任职日期',
  value,
  code,
  problem: `问题 ${code}`,
  suggestion: '写成 2018-03-01',
});

test('问题按种类计数，多的在前', () => {
  expect(kindsOfProblem([problem('b', 3), problem('a', 4), problem('b', 5)])).toEqual([
    { code: 'b', count: 2 },
    { code: 'a', count: 1 },
  ]);
});

test('复制为制表符分隔的表，换行压成空格', () => {
  expect(asTable(['工作表', '行'], [problem('a', 3, '一\n二')])).toBe(
    '工作表\t行\n人员\t3\tG 任职日期\t一 二\t问题 a\t写成 2018-03-01',
  );
});

test('以等号开头的值复制后不会变成公式', () => {
  expect(asTable([], [problem('formula', 3, '=A2&B2')])).toContain("\t'=A2&B2\t");
});
