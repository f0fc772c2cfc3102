import { expect, test } from 'vitest';
import { branchesOf } from '../../client/roster/unit-branches.ts';

const unit = (id: string, parentId: string | null) => ({
  id,
  code: id,
  name: id,
  kind: 'college' as const,
  parentId,
  cadreCount: 1,
});

const inShort = (units: readonly ReturnType<typeof unit>[]) =>
  branchesOf(units).map(({ unit: { id }, depth }) => [id, depth]);

test('上级在前，下级逐层缩进，同级按原顺序', () => {
  expect(inShort([unit('室', '系'), unit('院', null), unit('系', '院'), unit('处', null)])).toEqual([
    ['院', 0],
    ['系', 1],
    ['室', 2],
    ['处', 0],
  ]);
});

test('上级不在可见范围的单位列在最上层', () => {
  expect(inShort([unit('系', '看不见的院')])).toEqual([['系', 0]]);
});
