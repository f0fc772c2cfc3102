import { describe, expect, test } from 'vitest';
import { dayFrom, grantsPasted } from '../../client/accounts/grant-paste.ts';

const known = {
  roleOf: (text: string) => ({ 组织部工作人员: 'hr', hr: 'hr', leader: 'leader' })[text] ?? null,
  hasUnit: (code: string) => code === '20',
  today: '2026-12-31',
};
const line = { staffNo: '100400', role: 'hr', unitCode: '', fromOn: '2026-12-31', untilOn: '' };

describe('粘贴提名', () => {
  test('从表格复制、用逗号隔开、全角数字、带表头，都读得出', () => {
    const text = [
      '工号\t角色\t单位编码\t起始日期\t截止日期',
      '100400\t组织部工作人员\t\t\t',
      '１００４０１,leader,20,2026/1/5,2027年6月30日',
      '',
    ].join('\n');
    expect(grantsPasted(text, known)).toEqual({
      lines: [
        line,
        {
          staffNo: '100401',
          role: 'leader',
          unitCode: '20',
          fromOn: '2026-01-05',
          untilOn: '2027-06-30',
        },
      ],
      faults: [],
    });
  });

  test('每一处错都指出是第几行、错在哪里', () => {
    const text = [
      '100400',
      ',hr',
      '100401,处长',
      '100402,hr,99',
      '100403,hr,20,2026-02-30',
      '100404,hr,,2026-01-01,明年',
      '100405,hr,,2026-05-01,2026-04-01',
      '100406,hr,20,2026-05-01,2026-06-01,多',
    ].join('\r\n');
    const { lines, faults } = grantsPasted(text, known);
    expect(lines).toEqual([]);
    expect(faults.map(({ line: at, fault }) => [at, fault])).toEqual([
      [1, 'columns'],
      [2, 'staffNo'],
      [3, 'role'],
      [4, 'unit'],
      [5, 'from'],
      [6, 'until'],
      [7, 'order'],
      [8, 'columns'],
    ]);
  });

  test('日期写法不一，没有的日子不收', () => {
    expect(dayFrom('2024.2.29')).toBe('2024-02-29');
    expect(dayFrom('2025-2-29')).toBeNull();
    expect(dayFrom('5/1/2026')).toBeNull();
  });
});
