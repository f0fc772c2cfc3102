import multipart from '@fastify/multipart';
import type { App, Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { PageQuery } from '../http/shared.contract.ts';
import { AsWorkbook, sendWorkbook } from '../http/workbook.ts';
import type { BatchesService } from './batches.service.ts';
import {
  ApplyQuery,
  BatchPage,
  BatchParams,
  BatchView,
  DecideBatch,
  DryRunView,
  FileQuery,
  UndoBatch,
} from './imports.contract.ts';
import type { ImportsService } from './imports.service.ts';
import { type ImportKindDefinition, kinds } from './kinds.ts';
import { UPLOAD_LIMITS, uploaded } from './upload.ts';

interface Wanted {
  readonly imports: ImportsService;
  readonly batches: BatchesService;
}

/** Every kind of file has the same routes, each under its own permissions. */
export const importRoutes =
  (services: Wanted): Routes =>
  async (app) => {
    await app.register(multipart, { limits: UPLOAD_LIMITS });
    for (const definition of Object.values(kinds)) {
      fileRoutes(app, services.imports, definition);
      batchRoutes(app, services.batches, definition);
    }
  };

function fileRoutes(app: App, imports: ImportsService, { kind, title, rights }: ImportKindDefinition): void {
  app.route({
    method: 'GET',
    url: `/api/imports/${kind}/template`,
    config: needs(rights.enter),
    schema: { summary: `${title}模板 Template`, querystring: FileQuery, response: { 200: AsWorkbook } },
    handler: async (request, reply) =>
      sendWorkbook(
        reply,
        `${title}模板`,
        await imports.template(request.actor, { kind, year: request.query.year ?? null }),
      ),
  });
  app.route({
    method: 'POST',
    url: `/api/imports/${kind}/dry-runs`,
    config: needs(rights.enter, { key: 'unneeded' }),
    schema: {
      summary: `试导入${title} Dry run: nothing is written`,
      consumes: ['multipart/form-data'],
      querystring: FileQuery,
      response: { 200: DryRunView },
    },
    handler: async (request) =>
      imports.dryRun(request.actor, {
        kind,
        year: request.query.year ?? null,
        file: await uploaded(request),
      }),
  });
  app.route({
    method: 'POST',
    url: `/api/imports/${kind}/marked`,
    config: needs(rights.enter, { key: 'unneeded' }),
    schema: {
      summary: `标出错误的${title} The same file with its mistakes marked`,
      consumes: ['multipart/form-data'],
      querystring: FileQuery,
      response: { 200: AsWorkbook },
    },
    handler: async (request, reply) =>
      sendWorkbook(
        reply,
        `${title}（已标出错误）`,
        await imports.marked(request.actor, {
          kind,
          year: request.query.year ?? null,
          file: await uploaded(request),
        }),
      ),
  });
  app.route({
    method: 'POST',
    url: `/api/imports/${kind}/batches`,
    config: needs(rights.enter),
    schema: {
      summary: `导入${title} Import the file that was tried`,
      consumes: ['multipart/form-data'],
      querystring: ApplyQuery,
      response: { 200: BatchView },
    },
    handler: async (request) =>
      imports.apply(request.actor, {
        kind,
        year: request.query.year ?? null,
        fileHash: request.query.fileHash,
        file: await uploaded(request),
      }),
  });
}

function batchRoutes(app: App, batches: BatchesService, { kind, title, rights }: ImportKindDefinition): void {
  app.route({
    method: 'GET',
    url: `/api/imports/${kind}/batches`,
    config: needs(rights.read),
    schema: { summary: `${title}导入记录 History`, querystring: PageQuery, response: { 200: BatchPage } },
    handler: (request) => batches.history(request.actor, { kind, ...request.query }),
  });
  app.route({
    method: 'POST',
    url: `/api/imports/${kind}/batches/:id/decision`,
    config: needs(rights.confirm ?? rights.enter),
    schema: {
      summary: `复核${title} Confirm or reject`,
      params: BatchParams,
      body: DecideBatch,
      response: { 200: BatchView },
    },
    handler: (request) => batches.decide(request.actor, { kind, ...request.params, ...request.body }),
  });
  app.route({
    method: 'POST',
    url: `/api/imports/${kind}/batches/:id/undo`,
    config: needs(rights.undo),
    schema: {
      summary: `撤销${title} Undo as a whole`,
      params: BatchParams,
      body: UndoBatch,
      response: { 200: BatchView },
    },
    handler: (request) => batches.undo(request.actor, { kind, ...request.params, ...request.body }),
  });
}
