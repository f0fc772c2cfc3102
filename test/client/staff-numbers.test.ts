import { expect, test } from 'vitest';
import { staffNumbersIn } from '../../client/accounts/staff-numbers.ts';

test('粘贴的工号：换行、空格、全角逗号、顿号、分号都作分隔', () => {
  expect(staffNumbersIn('G10001\nG10002，G10003、G10004; G10005\tG10006').staffNos).toEqual([
    'G10001',
    'G10002',
    'G10003',
    'G10004',
    'G10005',
    'G10006',
  ]);
});

test('全角字母和数字化为半角', () => {
  expect(staffNumbersIn('Ｇ１０００１').staffNos).toEqual(['G10001']);
});

test('重复的只取一次，并说明是哪些', () => {
  expect(staffNumbersIn('A1 A2 A1')).toEqual({ staffNos: ['A1', 'A2'], repeated: ['A1'], tooLong: [] });
});

test('过长的不取，并说明是哪些', () => {
  const long = '1'.repeat(41);
  expect(staffNumbersIn(`A1 ${long}`)).toEqual({ staffNos: ['A1'], repeated: [], tooLong: [long] });
});

test('空白文本没有工号', () => {
  expect(staffNumbersIn(' \n ').staffNos).toEqual([]);
});
