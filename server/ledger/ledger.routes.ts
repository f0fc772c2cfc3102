import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import {
  LedgerQuery,
  PersonLedger,
  PersonLedgerParams,
  PersonLedgerQuery,
  UnitLedger,
} from './ledger.contract.ts';
import type { LedgerService } from './ledger.service.ts';

export const ledgerRoutes =
  (ledger: LedgerService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/ledger',
      config: needs('appraisal.read'),
      schema: {
        summary: '担当与不为对照（单位） The two ledgers of a unit, mirrored by area',
        querystring: LedgerQuery,
        response: { 200: UnitLedger },
      },
      handler: (request) => ledger.unit(request.actor, request.query),
    });
    app.route({
      method: 'GET',
      url: '/api/ledger/:cadreId',
      config: needs('appraisal.read'),
      schema: {
        summary: '担当与不为对照（个人） The two ledgers of a person',
        params: PersonLedgerParams,
        querystring: PersonLedgerQuery,
        response: { 200: PersonLedger },
      },
      handler: (request) => ledger.person(request.actor, { ...request.params, ...request.query }),
    });
  };
