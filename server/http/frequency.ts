// Guessing passwords and codes is slow: so many tries from one address, and so many at one account.
import type { FastifyRequest } from 'fastify';
import type { App } from './app-type.ts';
import { type Check, checkWith, fromAddress } from './request-limits.ts';

export interface SecretLimits {
  readonly perAccount: number;
  readonly perAddress: number;
  readonly windowMs: number;
}

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

export function frequencyLimits(app: App, limits: SecretLimits): FrequencyLimits {
  const { perAccount, perAddress, windowMs: timeWindow } = limits;
  const check = (max: number, keyGenerator: (request: FastifyRequest) => string): Check =>
    checkWith(app.createRateLimit({ max, timeWindow, keyGenerator }));
  return {
    forSecrets: () => ({
      onRequest: check(perAddress, fromAddress),
      preHandler: check(perAccount, accountKey),
    }),
  };
}
