import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { ParameterList } from './policy.contract.ts';
import type { PolicyService } from './policy.service.ts';

export const policyRoutes =
  (policy: PolicyService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/parameters',
      config: needs('rule.read'),
      schema: { summary: '评分规则的全部参数 Every parameter', response: { 200: ParameterList } },
      handler: () => policy.parameters(),
    });
  };
