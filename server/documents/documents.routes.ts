import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Routes } from '../http/app-type.ts';
import { needs } from '../http/needs.ts';
import { FileParams } from '../procedures/procedures.contract.ts';
import { DocumentList, DocumentParams } from './documents.contract.ts';
import type { DocumentsService } from './documents.service.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const AsDocument = { content: { [DOCX]: { schema: z.string().meta({ format: 'binary' }) } } };

const sendDocument = (reply: FastifyReply, { name, bytes }: { name: string; bytes: Uint8Array }) =>
  reply
    .type(DOCX)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes));

/** The file itself decides to whom it offers what; to others it is not there. */
export const documentsRoutes =
  (documents: DocumentsService): Routes =>
  async (app) => {
    app.route({
      method: 'GET',
      url: '/api/files/:id/documents',
      config: needs('inbox.read'),
      schema: {
        summary: '一件事项的文书 Documents of a file',
        params: FileParams,
        response: { 200: DocumentList },
      },
      handler: (request) => documents.list(request.actor, request.params),
    });
    app.route({
      method: 'GET',
      url: '/api/files/:id/documents/:name',
      config: needs('inbox.read'),
      schema: {
        summary: '下载文书（docx） Download a document',
        params: DocumentParams,
        response: { 200: AsDocument },
      },
      handler: async (request, reply) =>
        sendDocument(reply, await documents.document(request.actor, request.params)),
    });
  };
