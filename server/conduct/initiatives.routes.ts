import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { FileParams } from '../procedures/procedures.contract.ts';
import {
  AmendInitiative,
  DraftInitiative,
  InitiativePage,
  InitiativeQuery,
  InitiativeView,
  PublicNoticePage,
  PublicNoticeQuery,
} from './initiatives.contract.ts';
import type { InitiativesService } from './initiatives.service.ts';

/** One record is read and moved on as a record of either ledger: conduct.routes.ts. */
export const initiativesRoutes =
  (initiatives: InitiativesService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/conduct/initiatives',
      config: needs('initiative.read', { on: 'file' }),
      schema: {
        summary: '担当作为记录 Initiative records',
        querystring: InitiativeQuery,
        response: { 200: InitiativePage },
      },
      handler: (request) => initiatives.page(request.actor, request.query),
    });
    app.route({
      method: 'POST',
      url: '/api/conduct/initiatives',
      config: needs('initiative.submit'),
      schema: {
        summary: '起草担当作为记录 Draft an initiative record',
        body: DraftInitiative,
        response: { 200: InitiativeView },
      },
      handler: (request) => initiatives.draft(request.actor, request.body),
    });
    app.route({
      method: 'PUT',
      url: '/api/conduct/initiatives/:id',
      config: needs('initiative.submit'),
      schema: {
        summary: '修改草稿 Change a draft',
        params: FileParams,
        body: AmendInitiative,
        response: { 200: InitiativeView },
      },
      handler: (request) => initiatives.amend(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'GET',
      url: '/api/public-notices',
      config: needs('notice.object'),
      schema: {
        summary: '公示中的事项 What is on public notice',
        querystring: PublicNoticeQuery,
        response: { 200: PublicNoticePage },
      },
      handler: (request) => initiatives.notices(request.actor, request.query),
    });
  };
