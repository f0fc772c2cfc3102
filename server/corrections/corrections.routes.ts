import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { FileEvent, FileParams } from '../procedures/procedures.contract.ts';
import {
  AskCorrection,
  CorrectionPage,
  CorrectionQuery,
  CorrectionView,
  OwnCorrections,
} from './corrections.contract.ts';
import type { CorrectionsService } from './corrections.service.ts';

export const correctionsRoutes =
  (corrections: CorrectionsService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/corrections',
      config: needs('profile.read'),
      schema: {
        summary: '更正申请 Corrections',
        querystring: CorrectionQuery,
        response: { 200: CorrectionPage },
      },
      handler: (request) => corrections.page(request.actor, request.query),
    });
    app.route({
      method: 'GET',
      url: '/api/my-record/corrections',
      config: needs('profile.correction.request'),
      schema: { summary: '本人的更正申请 Own corrections', response: { 200: OwnCorrections } },
      handler: (request) => corrections.own(request.actor),
    });
    app.route({
      method: 'POST',
      url: '/api/corrections',
      config: needs('profile.correction.request'),
      schema: {
        summary: '申请更正本人的一项登记 Ask to have an item corrected',
        body: AskCorrection,
        response: { 200: CorrectionView },
      },
      handler: (request) => corrections.ask(request.actor, request.body),
    });
    app.route({
      method: 'GET',
      url: '/api/corrections/:id',
      config: needs('profile.read', { on: 'file' }),
      schema: {
        summary: '一件更正申请 One correction',
        params: FileParams,
        response: { 200: CorrectionView },
      },
      handler: (request) => corrections.view(request.actor, request.params),
    });
    app.route({
      method: 'POST',
      url: '/api/corrections/:id/events',
      // The file, its state and its machine decide who may do what.
      config: needs('profile.read', { on: 'file' }),
      schema: {
        summary: '办理一步 Move a correction on',
        params: FileParams,
        body: FileEvent,
        response: { 200: CorrectionView },
      },
      handler: (request) => corrections.move(request.actor, { ...request.body, ...request.params }),
    });
  };
