import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { AuditPage, AuditQuery } from './audit.contract.ts';
import type { AuditService } from './audit.service.ts';

export const auditRoutes =
  (audit: AuditService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/audit/entries',
      config: needs('audit.read'),
      schema: {
        summary: '审计记录（不含内容） Audit entries without bodies',
        querystring: AuditQuery,
        response: { 200: AuditPage },
      },
      handler: (request) => audit.entries(request.actor, request.query),
    });
  };
