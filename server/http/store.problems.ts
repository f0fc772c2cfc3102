// Why nothing can be changed just now, or not even read.
import { problem } from './problem.ts';

export const storeFull = problem(
  'store-full',
  507,
  '磁盘空间不足，暂时只能查看',
  'The disk is full; reading goes on, nothing can be changed',
);
export const storeReadOnly = problem(
  'store-read-only',
  503,
  '数据库暂时不能写入，只能查看',
  'The store cannot be written to; reading goes on, nothing can be changed',
);
export const storeUnreachable = problem(
  'store-unreachable',
  503,
  '数据库连接中断，请稍后再试',
  'The database cannot be reached; try again shortly',
);
