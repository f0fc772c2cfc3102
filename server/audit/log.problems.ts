import { problem } from '../http/problem.ts';

export const logEmpty = problem('log-empty', 404, '日志还没有记录', 'The log has no entry yet');
export const noSuchProof = problem(
  'no-such-proof',
  404,
  '日志里没有这条记录，或没有这么长',
  'The log has no such entry, or is not that long',
);
export const notInLogYet = problem(
  'not-in-log-yet',
  503,
  '这条记录正在写入日志，请稍后再试',
  'The entry is being taken into the log; try again shortly',
);
