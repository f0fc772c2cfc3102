// What every file has, whatever its machine: people named in it, notices, second signatures, evidence.
// The route opens the door; the file itself, its state and its machine decide who may do what (rights.ts).
import { z } from 'zod';
import fastifyMultipart from '@fastify/multipart';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { Id } from '../http/shared.contract.ts';
import { uploaded } from '../imports/upload.ts';
import { MOST_EVIDENCE_BYTES } from './evidence.service.ts';
import type { ProceduresService } from './procedures.service.ts';
import { AsFile, sendEvidence } from '../http/send-evidence.ts';
import {
  Assign,
  AssignedMany,
  AssignMany,
  AssignmentParams,
  DecidePending,
  DeliveryParams,
  EndAssignment,
  EnterPaper,
  EvidenceView,
  FileParams,
  FileView,
  PendingParams,
  RecordDelivery,
  SignDelivery,
} from './procedures.contract.ts';

const EvidenceParams = z.strictObject({ id: Id, evidenceId: Id });

const peopleRoutes =
  (procedures: ProceduresService): Routes =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/api/files/:id/assignments',
      config: needs('file.assign', { on: 'file' }),
      schema: {
        summary: '指定承办人或替补 Name somebody in a file',
        params: FileParams,
        body: Assign,
        response: { 200: FileView },
      },
      handler: (request) => procedures.assign(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'POST',
      url: '/api/files/assignments',
      config: needs('file.assign', { on: 'file' }),
      schema: {
        summary: '在多份案卷中指定同一人，全部或全不 Name somebody in many files, all or none',
        body: AssignMany,
        response: { 200: AssignedMany },
      },
      handler: (request) => procedures.assignMany(request.actor, request.body),
    });
    app.route({
      method: 'POST',
      url: '/api/files/:id/assignments/:assignmentId/end',
      config: needs('file.assign', { on: 'file' }),
      schema: {
        summary: '结束承办 End an assignment',
        params: AssignmentParams,
        body: EndAssignment,
        response: { 200: FileView },
      },
      handler: (request) => procedures.endAssignment(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'POST',
      url: '/api/files/:id/pending/:pendingId/decision',
      config: needs('inbox.read'),
      schema: {
        summary: '会签或核对代录 Sign as the second person',
        params: PendingParams,
        body: DecidePending,
        response: { 200: FileView },
      },
      handler: (request) => procedures.decidePending(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'POST',
      url: '/api/files/:id/paper-entries',
      config: needs('profile.update'),
      schema: {
        summary: '代录纸质答复（附扫描件，由第二人核对） Enter what came on paper',
        params: FileParams,
        body: EnterPaper,
        response: { 200: FileView },
      },
      handler: (request) => procedures.enterPaper(request.actor, { ...request.body, ...request.params }),
    });
  };

const serviceRoutes =
  (procedures: ProceduresService): Routes =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/api/files/:id/deliveries/:deliveryId/signature',
      config: needs('inbox.read'),
      schema: {
        summary: '签收通知 Sign for a notice',
        params: DeliveryParams,
        body: SignDelivery,
        response: { 200: FileView },
      },
      handler: (request) => procedures.signDelivery(request.actor, { ...request.body, ...request.params }),
    });
    app.route({
      method: 'POST',
      url: '/api/files/:id/deliveries/:deliveryId/paper',
      config: needs('inbox.read'),
      schema: {
        summary: '登记纸质送达 Record a delivery on paper',
        params: DeliveryParams,
        body: RecordDelivery,
        response: { 200: FileView },
      },
      handler: (request) => procedures.recordDelivery(request.actor, { ...request.body, ...request.params }),
    });
  };

const evidenceRoutes =
  (procedures: ProceduresService): Routes =>
  async (app) => {
    await app.register(fastifyMultipart, {
      limits: { fileSize: MOST_EVIDENCE_BYTES, files: 1, fields: 0, parts: 1 },
    });
    app.route({
      method: 'POST',
      url: '/api/files/:id/evidence',
      config: needs('evidence.add', { on: 'file' }),
      schema: {
        summary: '添加材料 Add evidence',
        consumes: ['multipart/form-data'],
        params: FileParams,
        response: { 200: EvidenceView },
      },
      handler: async (request) => {
        const { name, bytes } = await uploaded(request);
        return procedures.addEvidence(request.actor, { ...request.params, name, content: bytes });
      },
    });
    app.route({
      method: 'GET',
      url: '/api/files/:id/evidence/:evidenceId',
      config: needs('evidence.read', { on: 'file' }),
      schema: {
        summary: '查看材料 Read evidence',
        params: EvidenceParams,
        response: { 200: AsFile },
      },
      handler: async (request, reply) =>
        sendEvidence(reply, await procedures.evidence(request.actor, request.params)),
    });
  };

export const proceduresRoutes =
  (procedures: ProceduresService): Routes =>
  async (app) => {
    await app.register(peopleRoutes(procedures));
    await app.register(serviceRoutes(procedures));
    await app.register(evidenceRoutes(procedures));
  };
