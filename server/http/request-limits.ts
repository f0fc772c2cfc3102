// So many requests a minute from one address and from one account: generous, against a program that runs wild.
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { addressKey } from './address-key.ts';
import type { App } from './app-type.ts';
import { problem, Refused } from './problem.ts';

export const tooManyRequests = problem(
  'too-many-requests',
  429,
  '请求过于频繁，请稍后再试',
  'Too many requests; try again later',
);

/** A minute; without a number nothing is counted. */
export interface RequestLimits {
  readonly perAccount?: number;
  readonly perAddress?: number;
}
export type Check = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
type Limiter = ReturnType<App['createRateLimit']>;

const MINUTE_MS = 60_000;

/** Where a request comes from: the proxy's word counts only for proxies that are named. */
export const fromAddress = ({ ip }: FastifyRequest): string => addressKey(ip);

export const checkWith =
  (limiter: Limiter): Check =>
  async (request, reply) => {
    const found = await limiter(request);
    if (found.isAllowed || !found.isExceeded) return;
    reply.header('Retry-After', found.ttlInSeconds);
    throw new Refused(tooManyRequests);
  };

/** Before anything else is done for a request; by account as soon as it is known, before the body is read. */
export async function limitRequests(app: App, { perAccount, perAddress }: RequestLimits): Promise<void> {
  await app.register(fastifyRateLimit, { global: false });
  if (perAddress !== undefined) {
    const limit = { max: perAddress, timeWindow: MINUTE_MS, keyGenerator: fromAddress };
    app.addHook('onRequest', checkWith(app.createRateLimit(limit)));
  }
  if (perAccount === undefined) return;
  const keyGenerator = ({ actor }: FastifyRequest) => actor.accountId;
  const check = checkWith(app.createRateLimit({ max: perAccount, timeWindow: MINUTE_MS, keyGenerator }));
  app.addHook('preParsing', async (request, reply) => {
    if (!request.actor.isAnonymous) await check(request, reply);
  });
}
