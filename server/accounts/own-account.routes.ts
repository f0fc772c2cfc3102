import { z } from 'zod';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { type SessionCookies, whereFrom } from '../http/session.ts';
import type { FrequencyLimits } from '../http/frequency.ts';
import { Activate, ChangePassword, SessionView, SignIn } from './accounts.contract.ts';
import type { OwnAccountService } from './own-account.service.ts';
import type { SessionsService } from './sessions.service.ts';

const Nothing = z.null().describe('No content');

interface Needed {
  readonly sessions: SessionsService;
  readonly ownAccount: OwnAccountService;
  readonly cookies: SessionCookies;
  readonly limits: FrequencyLimits;
}

export const sessionRoutes =
  ({ sessions, cookies, limits }: Needed): Routes =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/api/session',
      config: needs('session.open', { key: 'unneeded', before: 'ownPassword' }),
      ...limits.forSecrets(),
      schema: { summary: '登录 Sign in', body: SignIn, response: { 200: SessionView } },
      handler: async (request, reply) =>
        cookies.begin(reply, await sessions.signIn(request.body, request.actor.language, whereFrom(request))),
    });
    app.route({
      method: 'GET',
      url: '/api/session',
      config: needs('session.own', { before: 'ownPassword' }),
      schema: { summary: '当前登录 Who is signed in', response: { 200: SessionView } },
      handler: (request) => cookies.view(request.signedIn),
    });
    app.route({
      method: 'DELETE',
      url: '/api/session',
      config: needs('session.own', { before: 'ownPassword' }),
      schema: { summary: '退出 Sign out', response: { 204: Nothing } },
      handler: async (request, reply) => {
        await sessions.signOut(request.signedIn);
        return cookies.end(reply);
      },
    });
  };

export const ownAccountRoutes =
  ({ ownAccount, cookies, limits }: Needed): Routes =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/api/activation',
      config: needs('account.activate', { before: 'ownPassword' }),
      ...limits.forSecrets(),
      schema: { summary: '激活账号 Activate an account', body: Activate, response: { 204: Nothing } },
      handler: async (request, reply) => {
        await ownAccount.activate(request.body, whereFrom(request));
        return reply.code(204).send(null);
      },
    });
    app.route({
      method: 'PUT',
      url: '/api/own-password',
      config: needs('account.own', { before: 'ownPassword' }),
      ...limits.forSecrets(),
      schema: {
        summary: '更改密码 Change the own password',
        body: ChangePassword,
        response: { 204: Nothing },
      },
      handler: async (request, reply) => {
        const { signedIn, body } = request;
        const stamp = await ownAccount.changePassword(signedIn, body, whereFrom(request));
        return cookies.renew(reply, stamp, signedIn).send(null);
      },
    });
  };
