import { z } from 'zod';
import type { Routes } from '../http/app-type.ts';
import type { FrequencyLimits } from '../http/frequency.ts';
import { needs } from '../http/needs.ts';
import { type SessionCookies, whereFrom } from '../http/session.ts';
import type { OwnSessionsService } from './own-sessions.service.ts';
import {
  BeginSecondFactor,
  ConfirmSecondFactor,
  OwnSecondFactor,
  OwnSessionParams,
  OwnSessions,
  ProveOwner,
  RecoveryCodes,
  SecondFactorBegun,
  SessionsEnded,
  ShowSecondFactor,
} from './own-account.contract.ts';
import type { SecondFactorService } from './second-factor.service.ts';

const Nothing = z.null().describe('No content');

interface Needed {
  readonly secondFactor: SecondFactorService;
  readonly ownSessions: OwnSessionsService;
  readonly cookies: SessionCookies;
  readonly limits: FrequencyLimits;
}

export const secondFactorRoutes =
  ({ secondFactor, cookies, limits }: Needed): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/own-second-factor',
      config: needs('account.own', { before: 'secondFactor' }),
      schema: { summary: '本人的第二因素 The own second factor', response: { 200: OwnSecondFactor } },
      handler: (request) => secondFactor.state(request.signedIn),
    });
    app.route({
      method: 'POST',
      url: '/api/own-second-factor/setup',
      config: needs('account.own', { before: 'secondFactor', answer: 'shownOnce' }),
      ...limits.forSecrets(),
      schema: {
        summary: '开始设置第二因素 Begin to set up a second factor',
        body: BeginSecondFactor,
        response: { 200: SecondFactorBegun },
      },
      handler: (request) => secondFactor.begin(request.signedIn, request.body, whereFrom(request)),
    });
    app.route({
      method: 'POST',
      url: '/api/own-second-factor',
      config: needs('account.own', { before: 'secondFactor', answer: 'shownOnce' }),
      ...limits.forSecrets(),
      schema: {
        summary: '以第一个验证码启用 Confirm with the first code',
        body: ConfirmSecondFactor,
        response: { 200: RecoveryCodes },
      },
      handler: async (request, reply) => {
        const { stamp, recoveryCodes } = await secondFactor.confirm(request.signedIn, request.body);
        return cookies.renew(reply, stamp, request.signedIn).code(200).send({ recoveryCodes });
      },
    });
    app.route({
      method: 'POST',
      url: '/api/own-second-factor/recovery-codes',
      config: needs('account.own', { answer: 'shownOnce' }),
      ...limits.forSecrets(),
      schema: {
        summary: '重新生成恢复码 Make new recovery codes',
        body: ProveOwner,
        response: { 200: RecoveryCodes },
      },
      handler: (request) => secondFactor.newCodes(request.signedIn, request.body, whereFrom(request)),
    });
    app.route({
      method: 'POST',
      url: '/api/own-second-factor/end',
      config: needs('account.own'),
      ...limits.forSecrets(),
      schema: {
        summary: '停用第二因素 Turn the second factor off',
        body: ProveOwner,
        response: { 204: Nothing },
      },
      handler: async (request, reply) => {
        await secondFactor.end(request.signedIn, request.body, whereFrom(request));
        return reply.code(204).send(null);
      },
    });
  };

export const ownSessionRoutes =
  ({ secondFactor, ownSessions, limits }: Needed): Routes =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/api/session/second-factor',
      config: needs('session.own', { before: 'secondFactor' }),
      ...limits.forSecrets(),
      schema: {
        summary: '在本次登录中出示第二因素 Show the second factor in this session',
        body: ShowSecondFactor,
        response: { 204: Nothing },
      },
      handler: async (request, reply) => {
        await secondFactor.show(request.signedIn, request.body.code, whereFrom(request));
        return reply.code(204).send(null);
      },
    });
    app.route({
      method: 'GET',
      url: '/api/own-sessions',
      config: needs('session.own', { before: 'secondFactor' }),
      schema: { summary: '本人在何处登录 Where one is signed in', response: { 200: OwnSessions } },
      handler: (request) => ownSessions.list(request.signedIn),
    });
    app.route({
      method: 'DELETE',
      url: '/api/own-sessions/:id',
      config: needs('session.own', { before: 'secondFactor' }),
      schema: {
        summary: '让一处退出登录 End one of the own sessions',
        params: OwnSessionParams,
        response: { 204: Nothing },
      },
      handler: async (request, reply) => {
        await ownSessions.end(request.signedIn, request.params.id);
        return reply.code(204).send(null);
      },
    });
    app.route({
      method: 'POST',
      url: '/api/own-sessions/end-others',
      config: needs('session.own', { before: 'secondFactor' }),
      schema: {
        summary: '让其他各处都退出登录 End all other sessions',
        response: { 200: SessionsEnded },
      },
      handler: (request) => ownSessions.endOthers(request.signedIn),
    });
  };
