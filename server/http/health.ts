import { z } from 'zod';
import type { Store } from '../../db/store.ts';
import type { Routes } from './app-type.ts';
import { needs } from './needs.ts';
import { problem, Refused } from './problem.ts';

const notReady = problem('not-ready', 503, '数据库尚不可用', 'The database is not ready');

const Health = z.strictObject({ status: z.literal('ok') });
const ok = { status: 'ok' } as const;

async function readiness(store: Store): Promise<typeof ok> {
  const isReady = await store.ready().catch(() => false);
  if (!isReady) throw new Refused(notReady);
  return ok;
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
      schema: { summary: '可以提供服务 Store reachable, migrations current', response: { 200: Health } },
      handler: () => readiness(store),
    });
  };
