import { z } from 'zod';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { Id } from '../http/shared.contract.ts';
import { FileEvent, FileParams } from '../procedures/procedures.contract.ts';
import { AsFile, sendEvidence } from '../http/send-evidence.ts';
import {
  ExemptionPage,
  ExemptionQuery,
  ExemptionView,
  PrecedentQuery,
  Precedents,
  ReportCorrection,
  WriteClaim,
  WriteFindings,
} from './exemptions.contract.ts';
import type { ExemptionsService } from './exemptions.service.ts';

const EvidenceParams = z.strictObject({ id: Id, evidenceId: Id });

const readingRoutes =
  (exemptions: ExemptionsService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/exemptions',
      config: needs('exemption.read', { on: 'file' }),
      schema: {
        summary: '容错认定 Exemptions',
        querystring: ExemptionQuery,
        response: { 200: ExemptionPage },
      },
      handler: (request) => exemptions.page(request.actor, request.query),
    });
    app.route({
      method: 'GET',
      url: '/api/exemptions/:id',
      config: needs('exemption.read', { on: 'file' }),
      schema: { summary: '一件容错认定 One exemption', params: FileParams, response: { 200: ExemptionView } },
      handler: (request) => exemptions.view(request.actor, request.params.id),
    });
    app.route({
      method: 'GET',
      url: '/api/exemptions/:id/precedents',
      // A panel is named file by file: whether whoever asks sits on this one the file itself decides.
      config: needs('exemption.precedent.read', { on: 'file' }),
      schema: {
        summary: '类似的认定（去除身份） Similar decisions, de-identified',
        params: FileParams,
        querystring: PrecedentQuery,
        response: { 200: Precedents },
      },
      handler: (request) => exemptions.precedents(request.actor, { ...request.params, ...request.query }),
    });
    app.route({
      method: 'GET',
      url: '/api/exemptions/:id/record-evidence/:evidenceId',
      config: needs('evidence.read', { on: 'file' }),
      schema: {
        summary: '所涉记录的材料 Evidence of the record it is about',
        params: EvidenceParams,
        response: { 200: AsFile },
      },
      handler: async (request, reply) =>
        sendEvidence(reply, await exemptions.recordEvidence(request.actor, request.params)),
    });
  };

export const exemptionsRoutes =
  (exemptions: ExemptionsService): Routes =>
  async (app) => {
    await app.register(readingRoutes(exemptions));
    app.route({
      method: 'PUT',
      url: '/api/exemptions/:id/claim',
      config: needs('exemption.submit'),
      schema: {
        summary: '填写免责申请 Write the application',
        params: FileParams,
        body: WriteClaim,
        response: { 200: ExemptionView },
      },
      handler: (request) => exemptions.writeClaim(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'PUT',
      url: '/api/exemptions/:id/findings',
      config: needs('exemption.investigate', { on: 'file' }),
      schema: {
        summary: '填写查明的事实 Write down what was found',
        params: FileParams,
        body: WriteFindings,
        response: { 200: ExemptionView },
      },
      handler: (request) => exemptions.writeFindings(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'POST',
      url: '/api/exemptions/:id/correction',
      config: needs('exemption.respond'),
      schema: {
        summary: '报告纠错情况 Report what was put right',
        params: FileParams,
        body: ReportCorrection,
        response: { 200: ExemptionView },
      },
      handler: (request) =>
        exemptions.reportCorrection(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'POST',
      url: '/api/exemptions/:id/events',
      // The file, its state and its machine decide who may do what.
      config: needs('exemption.read', { on: 'file' }),
      schema: {
        summary: '办理一步 Move an exemption on',
        params: FileParams,
        body: FileEvent,
        response: { 200: ExemptionView },
      },
      handler: (request) => exemptions.move(request.actor, { ...request.body, ...request.params }),
    });
  };
