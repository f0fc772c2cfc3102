import { z } from 'zod';
import type { Store } from '../../db/store.ts';
import type { Routes } from './app-type.ts';
import { needs } from './needs.ts';
import { problem, Refused } from './problem.ts';
import { readOnlyProblem } from './read-only.ts';

const notReady = problem('not-ready', 503, '数据库尚不可用', 'The database is not ready');

const logAltered = problem(
  'log-not-verified',
  503,
  '审计日志的日志头不成立，请运行 dandang verify',
  'The head of the audit log does not hold: run dandang verify',
);

const Health = z.strictObject({ status: z.literal('ok') });
const ok = { status: 'ok' } as const;
const Ready = z.strictObject({ status: z.literal('ok'), logHead: z.literal('verified') });

async function readiness(store: Store): Promise<z.infer<typeof Ready>> {
  const unwritable = readOnlyProblem(store);
  if (unwritable) throw new Refused(unwritable);
  const isReady = await store.ready().catch(() => false);
  if (!isReady) throw new Refused(notReady);
  if (!(await store.log.headHolds().catch(() => false))) throw new Refused(logAltered);
  return { ...ok, logHead: 'verified' };
}

export const healthRoutes =
  (store: Store): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/healthz',
      config: needs('health.read'),
      schema: { summary: '进程在运行 Alive', response: { 200: Health } },
      handler: () => ok,
    });
    app.route({
      method: 'GET',
      url: '/readyz',
      config: needs('health.read'),
      schema: {
        summary: '可以提供服务 Store reachable, migrations current, log head verified',
        response: { 200: Ready },
      },
      handler: () => readiness(store),
    });
  };
