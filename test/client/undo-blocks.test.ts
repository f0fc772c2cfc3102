import { expect, test } from 'vitest';
import { blocksByTable } from '../../client/imports/undo-blocks.ts';

test('阻止撤销的各项按所在的表归并', () => {
  const block = (pointer: string) => ({ pointer, detail: '引用了本批次' });
  const [first, second, third] = ['/conduct_records/a', '/constraints/b', '/conduct_records/c'].map(block);
  expect(blocksByTable([first!, second!, third!])).toEqual([
    { table: 'conduct_records', blocks: [first, third] },
    { table: 'constraints', blocks: [second] },
  ]);
});
