import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import {
  AllotReserve,
  DecideTie,
  OpenYear,
  PoolParams,
  ResultPage,
  ResultParams,
  ResultQuery,
  ResultView,
  RunStarted,
  YearList,
  YearParams,
  YearSummary,
  YearView,
} from './appraisals.contract.ts';
import type { AppraisalsService } from './appraisals.service.ts';
import { archiveRoutes } from './archive.routes.ts';
import type { ArchiveService } from './archive.service.ts';

interface Wanted {
  readonly appraisals: AppraisalsService;
  readonly archives: ArchiveService;
}

export const appraisalsRoutes =
  ({ appraisals, archives }: Wanted): Routes =>
  async (app) => {
    await app.register(archiveRoutes(archives));
    app.route({
      method: 'GET',
      url: '/api/years',
      config: needs('appraisal.read'),
      schema: { response: { 200: YearList } },
      handler: () => appraisals.years(),
    });
    app.route({
      method: 'POST',
      url: '/api/years',
      config: needs('appraisal.round.open'),
      schema: { body: OpenYear, response: { 200: YearView } },
      handler: (request) => appraisals.open(request.actor, request.body),
    });
    app.route({
      method: 'GET',
      url: '/api/years/:year/summary',
      config: needs('appraisal.read'),
      schema: { params: YearParams, response: { 200: YearSummary } },
      handler: (request) => appraisals.summary(request.actor, request.params),
    });
    app.route({
      method: 'POST',
      url: '/api/years/:year/runs',
      config: needs('appraisal.run'),
      schema: { params: YearParams, response: { 200: RunStarted } },
      handler: (request) => appraisals.run(request.actor, request.params),
    });
    app.route({
      method: 'GET',
      url: '/api/years/:year/results',
      config: needs('appraisal.read'),
      schema: { params: YearParams, querystring: ResultQuery, response: { 200: ResultPage } },
      handler: (request) => appraisals.page(request.actor, { ...request.params, ...request.query }),
    });
    app.route({
      method: 'GET',
      url: '/api/years/:year/results/:cadreId',
      config: needs('appraisal.read'),
      schema: { params: ResultParams, response: { 200: ResultView } },
      handler: (request) => appraisals.result(request.actor, request.params),
    });
    app.route({
      method: 'POST',
      url: '/api/years/:year/pools/:poolId/tie-decision',
      config: needs('appraisal.calibrate'),
      schema: { params: PoolParams, body: DecideTie, response: { 200: RunStarted } },
      handler: (request) => appraisals.decideTie(request.actor, { ...request.params, ...request.body }),
    });
    app.route({
      method: 'POST',
      url: '/api/years/:year/pools/:poolId/reserve',
      config: needs('appraisal.calibrate'),
      schema: { params: PoolParams, body: AllotReserve, response: { 200: RunStarted } },
      handler: (request) => appraisals.allotReserve(request.actor, { ...request.params, ...request.body }),
    });
  };
