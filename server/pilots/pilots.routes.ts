import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { FileEvent, FileParams } from '../procedures/procedures.contract.ts';
import { AmendPilot, DraftPilot, PilotPage, PilotQuery, PilotView } from './pilots.contract.ts';
import type { PilotsService } from './pilots.service.ts';

export const pilotsRoutes =
  (pilots: PilotsService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/pilots',
      config: needs('pilot.read'),
      schema: { summary: '试错备案 Pilots', querystring: PilotQuery, response: { 200: PilotPage } },
      handler: (request) => pilots.page(request.actor, request.query),
    });
    app.route({
      method: 'POST',
      url: '/api/pilots',
      config: needs('pilot.submit'),
      schema: { summary: '起草备案 Draft a pilot', body: DraftPilot, response: { 200: PilotView } },
      handler: (request) => pilots.draft(request.actor, request.body),
    });
    app.route({
      method: 'PUT',
      url: '/api/pilots/:id',
      config: needs('pilot.submit'),
      schema: {
        summary: '修改草稿 Change a draft',
        params: FileParams,
        body: AmendPilot,
        response: { 200: PilotView },
      },
      handler: (request) => pilots.amend(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'GET',
      url: '/api/pilots/:id',
      config: needs('pilot.read', { on: 'file' }),
      schema: { summary: '一项备案 One pilot', params: FileParams, response: { 200: PilotView } },
      handler: (request) => pilots.view(request.actor, request.params),
    });
    app.route({
      method: 'POST',
      url: '/api/pilots/:id/events',
      // The file, its state and its machine decide who may do what.
      config: needs('pilot.read', { on: 'file' }),
      schema: {
        summary: '办理一步 Move a pilot on',
        params: FileParams,
        body: FileEvent,
        response: { 200: PilotView },
      },
      handler: (request) => pilots.move(request.actor, { ...request.body, ...request.params }),
    });
  };
