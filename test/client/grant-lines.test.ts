import { expect, test } from 'vitest';
import { groupsOf } from '../../client/accounts/grant-lines.ts';

const line = (staffNo: string, role: string, unitName: string | null) => ({
  staffNo,
  role,
  unitName,
  fromOn: '2026-12-01',
  untilOn: null,
  isEnd: false,
});

test('角色、单位、起止都相同的人并作一组，先出现的在前', () => {
  expect(groupsOf([line('A', 'hr', null), line('B', 'leader', '文学院'), line('C', 'hr', null)])).toEqual([
    { role: 'hr', unitName: null, fromOn: '2026-12-01', untilOn: null, isEnd: false, staffNos: ['A', 'C'] },
    { ...line('B', 'leader', '文学院'), staffNo: undefined, staffNos: ['B'] },
  ]);
});

test('单位不同即使角色相同也分开', () => {
  expect(groupsOf([line('A', 'leader', '文学院'), line('A', 'leader', '法学院')])).toHaveLength(2);
});

test('终止角色与授予角色分开列', () => {
  expect(groupsOf([line('A', 'hr', null), { ...line('B', 'hr', null), isEnd: true }])).toHaveLength(2);
});
