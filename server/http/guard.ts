// Default deny: between knowing who asks and doing anything stands the route's permission.
import type { FastifyRequest } from 'fastify';
import { notSignedIn } from '../accounts/accounts.problems.ts';
import { ANY_FILE, anonymous } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import type { App } from './app-type.ts';
import { notAllowed, problem, Refused } from './problem.ts';
import type { SessionCookies } from './session.ts';

const foreignPage = problem(
  'foreign-page',
  403,
  '请求不是从本系统页面发出的',
  'The request does not come from a page of this product',
);
const ownPasswordFirst = problem(
  'own-password-first',
  403,
  '请先设置自己的密码',
  'Choose a password of your own first',
);
const secondFactorFirst = problem(
  'second-factor-first',
  403,
  '请先设置并出示第二因素',
  'Set up and show your second factor first',
);

const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
export const changesSomething = ({ method }: Pick<FastifyRequest, 'method'>): boolean => CHANGES.has(method);

/** Browsers say where a request comes from; what is no browser says nothing. */
const isFromElsewhere = ({ headers }: FastifyRequest): boolean =>
  !['same-origin', 'none', undefined].includes(headers['sec-fetch-site']);

export function guardRoutes(app: App, cookies: SessionCookies): void {
  const nobody = anonymous('zh');
  app.addHook('onRequest', async (request) => {
    if (request.is404) return;
    const { permission, before, on, token } = request.routeOptions.config;
    if (permission === undefined) throw new Refused(notAllowed);
    if (changesSomething(request) && isFromElsewhere(request)) throw new Refused(foreignPage);
    // What needs no session is open to those who have one too.
    if (may(nobody, permission)) return;
    if (token === 'operator' && request.isOperator) return;
    if (request.actor.isAnonymous) throw new Refused(notSignedIn);
    if (request.signedIn.mustChangePassword && before !== 'ownPassword') throw new Refused(ownPasswordFirst);
    if (cookies.lacksSecondFactor(request.signedIn) && before === undefined)
      throw new Refused(secondFactorFirst);
    if (!may(request.actor, permission, on === 'file' ? ANY_FILE : undefined)) throw new Refused(notAllowed);
    const csrfToken = request.headers['x-csrf-token'];
    if (changesSomething(request) && !cookies.isFromOurPages(request.signedIn, csrfToken))
      throw new Refused(foreignPage);
  });
}
