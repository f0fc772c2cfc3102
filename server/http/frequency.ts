// Guessing passwords and codes is slow: so many tries from one address, and so many at one account.
import fastifyRateLimit from '@fastify/rate-limit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app-type.ts';
import { problem, Refused } from './problem.ts';

export const tooManyRequests = problem(
  'too-many-requests',
  429,
  '尝试次数过多，请稍后再试',
  'Too many tries; try again later',
);

export interface SecretLimits {
  readonly perAccount: number;
  readonly perAddress: number;
  readonly windowMs: number;
}

type Check = (request: FastifyRequest, reply: FastifyReply) => Promise<void>;
export interface FrequencyLimits {
  /** For routes that take a password or a code: before the body is read by address, after it by account. */
  forSecrets(): { onRequest: Check; preHandler: Check };
}

/** The account a request is about: whoever it names, else whoever is signed in. */
function accountKey({ body, actor }: FastifyRequest): string {
  const named =
    typeof body === 'object' && body !== null && 'staffNo' in body ? body.staffNo : actor.accountId;
  return String(named).trim().toLowerCase();
}

export async function frequencyLimits(app: App, limits: SecretLimits): Promise<FrequencyLimits> {
  await app.register(fastifyRateLimit, { global: false, timeWindow: limits.windowMs });
  type Limiter = ReturnType<App['createRateLimit']>;
  const check =
    (limiter: Limiter): Check =>
    async (request, reply) => {
      const found = await limiter(request);
      if (found.isAllowed || !found.isExceeded) return;
      reply.header('Retry-After', found.ttlInSeconds);
      throw new Refused(tooManyRequests);
    };
  return {
    forSecrets: () => ({
      onRequest: check(app.createRateLimit({ max: limits.perAddress })),
      preHandler: check(app.createRateLimit({ max: limits.perAccount, keyGenerator: accountKey })),
    }),
  };
}
