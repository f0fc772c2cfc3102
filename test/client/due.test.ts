import { expect, test } from 'vitest';
import { dueState } from '../../client/todo/due.ts';

test.each([
  ['2026-11-19', 'overdue'],
  ['2026-11-20', 'soon'],
  ['2026-11-23', 'soon'],
  ['2026-11-24', 'later'],
  ['2027-01-01', 'later'],
])('今天是 2026-11-20，限期 %s 为 %s', (dueOn, state) => {
  expect(dueState(dueOn, '2026-11-20')).toBe(state);
});
