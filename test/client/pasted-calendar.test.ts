import { expect, test } from 'vitest';
import { pastedText } from '../../client/calendar/pasted-file.ts';

const HEAD = '日期\t类别\t名称';

test('从表格、文字里粘贴都成三列，缺的列名补上', () => {
  expect(pastedText('2027-01-01\t放假\t元旦\r\n\r\n')).toBe(`${HEAD}\n2027-01-01\t放假\t元旦`);
  expect(pastedText('2027-01-01，放假，元旦')).toBe(`${HEAD}\n2027-01-01\t放假\t元旦`);
  expect(pastedText('2027年1月1日  放假  国庆节 中秋节')).toBe(`${HEAD}\n2027年1月1日\t放假\t国庆节 中秋节`);
});

test('带了列名的不再补，列的次序照旧', () => {
  expect(pastedText('名称,日期,类别\n元旦,2027-01-01,放假')).toBe('名称\t日期\t类别\n元旦\t2027-01-01\t放假');
});
