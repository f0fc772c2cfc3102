import { z } from 'zod';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { Id } from '../http/shared.contract.ts';
import { AsWorkbook, sendWorkbook } from '../http/workbook.ts';
import {
  DecideExport,
  ExportPage,
  ExportQuery,
  ExportsAwaiting,
  ExportView,
  RequestExport,
} from './exports.contract.ts';
import type { ExportsService } from './exports.service.ts';

const Params = z.strictObject({ id: Id });

export const exportsRoutes =
  (exports: ExportsService): Routes =>
  async (app) => {
    app.route({
      method: 'POST',
      url: '/api/exports',
      config: needs('export.create'),
      schema: { summary: '申请导出 Ask for an export', body: RequestExport, response: { 200: ExportView } },
      handler: (request) => exports.request(request.actor, request.body),
    });
    app.route({
      method: 'GET',
      url: '/api/exports',
      config: needs('export.create'),
      schema: {
        summary: '本人申请的导出 Own exports',
        querystring: ExportQuery,
        response: { 200: ExportPage },
      },
      handler: (request) => exports.own(request.actor, request.query),
    });
    app.route({
      method: 'GET',
      url: '/api/exports/awaiting',
      config: needs('export.release'),
      schema: { summary: '待放行的导出 Exports that wait for release', response: { 200: ExportsAwaiting } },
      handler: (request) => exports.awaiting(request.actor),
    });
    app.route({
      method: 'POST',
      url: '/api/exports/:id/decision',
      config: needs('export.release'),
      schema: {
        summary: '放行或退回导出 Release or refuse an export',
        params: Params,
        body: DecideExport,
        response: { 200: ExportView },
      },
      handler: (request) => exports.decide(request.actor, { ...request.params, ...request.body }),
    });
    app.route({
      method: 'GET',
      url: '/api/exports/:id/file',
      config: needs('export.create'),
      schema: { summary: '下载导出 Download', params: Params, response: { 200: AsWorkbook } },
      handler: async (request, reply) => {
        const { name, bytes } = await exports.file(request.actor, request.params);
        return sendWorkbook(reply, name, bytes);
      },
    });
  };
