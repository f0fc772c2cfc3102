import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import {
  AccountPage,
  AccountQuery,
  AccountsCreated,
  CreateAccounts,
  DecideProposal,
  FirstHeadView,
  GrantFirstHead,
  GrantProposals,
  GrantProposalView,
  PrintSlips,
  ProposalParams,
  ProposeGrants,
  SlipsView,
} from './accounts.contract.ts';
import { OpenGrants, OpenGrantsQuery, ProposeEnds } from './account-security.contract.ts';
import type { AccountsService } from './accounts.service.ts';
import type { FirstHeadService } from './first-head.service.ts';
import type { GrantProposalsService } from './grant-proposals.service.ts';
import type { SlipsService } from './slips.service.ts';

export const accountRoutes =
  (accounts: AccountsService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/accounts',
      config: needs('account.create'),
      schema: {
        summary: '账号列表（只有工号） Accounts by staff number',
        querystring: AccountQuery,
        response: { 200: AccountPage },
      },
      handler: (request) => accounts.list(request.actor, request.query),
    });
    app.route({
      method: 'POST',
      url: '/api/accounts',
      config: needs('account.create'),
      schema: {
        summary: '按工号建立账号 Create accounts',
        body: CreateAccounts,
        response: { 200: AccountsCreated },
      },
      handler: (request) => accounts.create(request.actor, request.body),
    });
  };

export const slipRoutes =
  (slips: SlipsService): Routes =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/api/activation-slips',
      config: needs('account.role.propose', { answer: 'shownOnce' }),
      schema: {
        summary: '打印激活单 Print activation slips',
        body: PrintSlips,
        response: { 200: SlipsView },
      },
      handler: (request) => slips.print(request.actor, request.body),
    });
  };

export const grantRoutes =
  (proposals: GrantProposalsService, firstHead: FirstHeadService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/grant-proposals',
      config: needs('account.role.propose'),
      schema: { summary: '授权提名及结果 Grant proposals', response: { 200: GrantProposals } },
      handler: () => proposals.list(),
    });
    app.route({
      method: 'POST',
      url: '/api/grant-proposals',
      config: needs('account.role.propose'),
      schema: {
        summary: '提名授权 Propose grants',
        body: ProposeGrants,
        response: { 200: GrantProposalView },
      },
      handler: (request) => proposals.propose(request.actor, request.body),
    });
    app.route({
      method: 'GET',
      url: '/api/open-grants',
      config: needs('account.role.propose'),
      schema: {
        summary: '某人现有的角色 The roles somebody holds',
        querystring: OpenGrantsQuery,
        response: { 200: OpenGrants },
      },
      handler: (request) => proposals.openGrants(request.query.staffNo),
    });
    app.route({
      method: 'POST',
      url: '/api/grant-proposals/ends',
      config: needs('account.role.propose'),
      schema: {
        summary: '提名终止角色 Propose that roles end',
        body: ProposeEnds,
        response: { 200: GrantProposalView },
      },
      handler: (request) => proposals.proposeEnds(request.actor, request.body),
    });
    app.route({
      method: 'GET',
      url: '/api/grant-decisions',
      config: needs('account.role.grant'),
      schema: { summary: '待决定的提名 Proposals to decide', response: { 200: GrantProposals } },
      handler: () => proposals.awaiting(),
    });
    app.route({
      method: 'POST',
      url: '/api/grant-proposals/:id/decision',
      config: needs('account.role.grant'),
      schema: {
        summary: '决定提名 Grant or refuse a proposal',
        params: ProposalParams,
        body: DecideProposal,
        response: { 200: GrantProposalView },
      },
      handler: (request) => proposals.decide(request.actor, { ...request.body, id: request.params.id }),
    });
    app.route({
      method: 'GET',
      url: '/api/first-hr-head',
      config: needs('account.role.grant'),
      schema: { summary: '首位负责人是否待授权 Is the first hr_head open', response: { 200: FirstHeadView } },
      handler: () => firstHead.isOpen(),
    });
    app.route({
      method: 'POST',
      url: '/api/first-hr-head',
      config: needs('account.role.grant', { answer: 'shownOnce' }),
      schema: {
        summary: '授权首位负责人 Grant the first hr_head',
        body: GrantFirstHead,
        response: { 200: SlipsView },
      },
      handler: (request) => firstHead.grant(request.actor, request.body),
    });
  };
