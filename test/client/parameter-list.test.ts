import { expect, test } from 'vitest';
import { familyOf, inFamilies, parametersMatching } from '../../client/policy/parameter-list.ts';

const parameter = (id: string, zh: string, basis: 'stated' | 'delegated' | 'default') => ({
  id,
  family: id.split('.')[0]!,
  title: { zh, en: id },
  unit: 'months',
  values: [
    {
      from: '2017-05-02',
      value: 1,
      basis: 'default' as const,
      cite: '三',
      citeLabel: { zh: '治理为官不为', en: 'Inaction' },
    },
    { from: '2019-03-03', value: 2, basis, cite: 'x#8', citeLabel: { zh: '任用条例第8条', en: 'article 8' } },
  ],
  inForce: 1,
});

const all = [
  parameter('qualify.service', '工龄', 'stated'),
  parameter('review.deductions', '进入研判', 'default'),
  parameter('talk.deductions', '约谈提醒', 'default'),
];
const ids = (found: readonly { readonly id: string }[]) => found.map(({ id }) => id);

test('按名称、编号、出处都能找到，大小写不论', () => {
  expect(ids(parametersMatching(all, '工龄', null))).toEqual(['qualify.service']);
  expect(ids(parametersMatching(all, 'TALK', null))).toEqual(['talk.deductions']);
  expect(parametersMatching(all, '任用条例', null)).toHaveLength(3);
});

test('来源以现行取值为准', () => {
  expect(ids(parametersMatching(all, '', 'stated'))).toEqual(['qualify.service']);
  expect(parametersMatching(all, '', 'delegated')).toEqual([]);
});

test('能上能下的几类并在一个标题下，顺序不变', () => {
  expect(inFamilies(all).map(({ family, parameters }) => [family, ids(parameters)])).toEqual([
    ['qualify', ['qualify.service']],
    ['upAndDown', ['review.deductions', 'talk.deductions']],
  ]);
});

test('明天才有的类别归入其他', () => {
  expect(familyOf({ id: 'unheardOf.x' })).toBe('other');
});
