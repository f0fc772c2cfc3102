import { createHash, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { App, Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { type MetricsNeed, metricsText } from './metrics.service.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Shows the operator's token; counts only where a route says so. */
    isOperator: boolean;
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Compared by their hashes, in the same time whatever was sent. */
export function recogniseOperators(app: App, token: string | null): void {
  const wanted = token === null ? null : digest(`Bearer ${token}`);
  app.decorateRequest('isOperator', false);
  app.addHook('onRequest', async (request) => {
    const { authorization } = request.headers;
    if (wanted === null || authorization === undefined) return;
    request.isOperator = timingSafeEqual(digest(authorization), wanted);
  });
}

const Text = { content: { 'text/plain; version=0.0.4; charset=utf-8': { schema: z.string() } } };

export const metricsRoutes =
  (needed: MetricsNeed): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/metrics',
      config: needs('metrics.read', { token: 'operator' }),
      schema: { summary: '运行指标 Metrics as Prometheus reads them', response: { 200: Text } },
      handler: async (_request, reply) =>
        reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metricsText(needed)),
    });
  };
