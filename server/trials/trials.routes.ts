import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { TrialQuery, TrialRecords, TrialView, TryFindings } from './trials.contract.ts';
import type { TrialsService } from './trials.service.ts';

export const trialsRoutes =
  (trials: TrialsService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/trials/records',
      config: needs('trial.compute'),
      schema: {
        summary: '可试算的记录 Records of a person that can be tried',
        querystring: TrialQuery,
        response: { 200: TrialRecords },
      },
      handler: (request) => trials.records(request.actor, request.query),
    });
    app.route({
      method: 'POST',
      url: '/api/trials',
      config: needs('trial.compute', { key: 'unneeded' }),
      schema: {
        summary: '试算：认定若有不同，结果如何（不保存） What if: nothing is kept',
        body: TryFindings,
        response: { 200: TrialView },
      },
      handler: (request) => trials.compute(request.actor, request.body),
    });
  };
