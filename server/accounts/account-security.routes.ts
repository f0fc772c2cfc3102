import { z } from 'zod';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import {
  AccountParams,
  GrantParams,
  GuardedAccounts,
  GuardedQuery,
  WithReason,
} from './account-security.contract.ts';
import type { AccountSecurityService } from './account-security.service.ts';

const Nothing = z.null().describe('No content');

export const accountSecurityRoutes =
  (security: AccountSecurityService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/account-security',
      config: needs('account.lock'),
      schema: {
        summary: '账号、状态与角色（只有工号） Accounts, states and roles by staff number',
        querystring: GuardedQuery,
        response: { 200: GuardedAccounts },
      },
      handler: (request) => security.list(request.query),
    });
    app.route({
      method: 'POST',
      url: '/api/account-security/:id/lock',
      config: needs('account.lock'),
      schema: {
        summary: '锁定账号，当即退出登录 Lock an account and end its sessions',
        params: AccountParams,
        body: WithReason,
        response: { 204: Nothing },
      },
      handler: async (request, reply) => {
        await security.lock(request.actor, { ...request.body, id: request.params.id });
        return reply.code(204).send(null);
      },
    });
    app.route({
      method: 'POST',
      url: '/api/account-security/:id/unlock',
      config: needs('account.lock'),
      schema: {
        summary: '解除锁定或等待 Unlock an account, or end its wait',
        params: AccountParams,
        body: WithReason,
        response: { 204: Nothing },
      },
      handler: async (request, reply) => {
        await security.unlock(request.actor, { ...request.body, id: request.params.id });
        return reply.code(204).send(null);
      },
    });
    app.route({
      method: 'POST',
      url: '/api/account-security/:id/reset',
      config: needs('account.reset'),
      schema: {
        summary: '重置账号，由组织部另印激活单 Reset an account; HR prints a new slip',
        params: AccountParams,
        body: WithReason,
        response: { 204: Nothing },
      },
      handler: async (request, reply) => {
        await security.reset(request.actor, { ...request.body, id: request.params.id });
        return reply.code(204).send(null);
      },
    });
    app.route({
      method: 'POST',
      url: '/api/grants/:id/end',
      config: needs('account.role.grant'),
      schema: {
        summary: '提前终止角色 End a role before its time',
        params: GrantParams,
        body: WithReason,
        response: { 204: Nothing },
      },
      handler: async (request, reply) => {
        await security.endGrant(request.actor, { ...request.body, id: request.params.id });
        return reply.code(204).send(null);
      },
    });
  };
