import { problem } from '../http/problem.ts';

export const notToTry = problem(
  'not-to-try',
  422,
  '所选记录不能这样试算',
  'These records cannot be tried like this',
);
