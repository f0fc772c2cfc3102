import { z } from 'zod';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { FileEvent, FileParams, MovedMany } from '../procedures/procedures.contract.ts';
import {
  AcceptMany,
  AmendInaction,
  ConductQuery,
  DraftInaction,
  InactionPage,
  InactionView,
  NotifyMany,
} from './conduct.contract.ts';
import type { ConductService } from './conduct.service.ts';
import { InitiativeView } from './initiatives.contract.ts';

/** A record of either ledger. */
const RecordView = z.discriminatedUnion('ledger', [InactionView, InitiativeView]);

export const conductRoutes =
  (conduct: ConductService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/conduct/inactions',
      config: needs('inaction.read', { on: 'file' }),
      schema: {
        summary: '不为记录 Inaction records',
        querystring: ConductQuery,
        response: { 200: InactionPage },
      },
      handler: (request) => conduct.inactions.page(request.actor, request.query),
    });
    app.route({
      method: 'POST',
      url: '/api/conduct/inactions',
      config: needs('inaction.record'),
      schema: {
        summary: '起草不为记录 Draft an inaction record',
        body: DraftInaction,
        response: { 200: InactionView },
      },
      handler: (request) => conduct.inactions.draft(request.actor, request.body),
    });
    app.route({
      method: 'PUT',
      url: '/api/conduct/inactions/:id',
      config: needs('inaction.record'),
      schema: {
        summary: '修改草稿 Change a draft',
        params: FileParams,
        body: AmendInaction,
        response: { 200: InactionView },
      },
      handler: (request) => conduct.inactions.amend(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'POST',
      url: '/api/conduct/notifications',
      config: needs('inaction.notify', { on: 'file' }),
      schema: {
        summary: '逐条告知本人 Notify many, one act each',
        body: NotifyMany,
        response: { 200: MovedMany },
      },
      handler: (request) => conduct.inactions.notifyMany(request.actor, request.body),
    });
    app.route({
      method: 'POST',
      url: '/api/conduct/acceptances',
      config: needs('inaction.review', { on: 'file' }),
      schema: {
        summary: '逐条确认以前的决定 Accept many past decisions, one act each',
        body: AcceptMany,
        response: { 200: MovedMany },
      },
      handler: (request) => conduct.inactions.acceptMany(request.actor, request.body),
    });
    app.route({
      method: 'GET',
      url: '/api/conduct/:id',
      config: needs('inaction.read', { on: 'file' }),
      schema: { summary: '一条记录 One record', params: FileParams, response: { 200: RecordView } },
      handler: (request) => conduct.view(request.actor, request.params.id),
    });
    app.route({
      method: 'POST',
      url: '/api/conduct/:id/events',
      // The file, its state and its machine decide who may do what.
      config: needs('inaction.read', { on: 'file' }),
      schema: {
        summary: '办理一步 Move a record on',
        params: FileParams,
        body: FileEvent,
        response: { 200: RecordView },
      },
      handler: (request) => conduct.move(request.actor, { ...request.body, ...request.params }),
    });
  };
