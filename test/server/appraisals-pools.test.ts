import { describe, expect, test } from 'vitest';
import { enrolEverybody, type FormerPool, ordinaryPool } from '../../server/appraisals/enrol-everybody.ts';
import type { Rank, Template } from '../../scoring/index.ts';

const person = (id: string, rank: Rank | null, template: Template = 'member') => ({ id, rank, template });
const pool = (id: string, name: string, mergeIntoId: string | null = null): FormerPool => ({
  id,
  name,
  mergeIntoId,
});

test.each([
  ['正厅', 'member', '校级'],
  ['正处', 'member', '中层正职'],
  ['副处', 'principal', '中层副职'],
  ['正科', 'member', '科级'],
  ['科员', 'member', '科级'],
  [null, 'principal', '中层正职'],
  [null, 'member', '科级'],
] as const)('职级 %s、%s 进入“%s”', (rank, template, name) => {
  expect(ordinaryPool({ rank, template })).toBe(name);
});

describe('第二年沿用上年的名额组', () => {
  const former = [pool('p1', '附属医院', 'p2'), pool('p2', '中层副职'), pool('p3', '辅导员')];
  const before = new Map([
    ['a', 'p3'],
    ['b', 'p2'],
    ['c', 'p2'],
    ['d', 'p1'],
  ]);
  const cadres = [
    person('a', '副科'),
    person('b', '副处'),
    person('c', '正处'),
    person('d', '副处'),
    person('e', '正科'),
  ];
  const plan = enrolEverybody(cadres, former, before);

  test('并入关系照旧，被并入的组排在前面，缺的组补上', () => {
    expect(plan.pools).toEqual([
      { name: '中层副职', mergeInto: null },
      { name: '辅导员', mergeInto: null },
      { name: '附属医院', mergeInto: '中层副职' },
      { name: '中层正职', mergeInto: null },
      { name: '科级', mergeInto: null },
    ]);
  });

  test('学校自定的组不动；按职级的组随职级变动；新人按职级', () => {
    expect(Object.fromEntries(plan.poolOf)).toEqual({
      a: '辅导员',
      b: '中层副职',
      c: '中层正职',
      d: '附属医院',
      e: '科级',
    });
  });
});

test('没有上年时，只建有人的组', () => {
  expect(enrolEverybody([person('a', '正处')], [], new Map()).pools).toEqual([
    { name: '中层正职', mergeInto: null },
  ]);
});
