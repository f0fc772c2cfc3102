// A workbook as an answer.
import type { FastifyReply } from 'fastify';
import { z } from 'zod';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const AsWorkbook = { content: { [XLSX]: { schema: z.string().meta({ format: 'binary' }) } } };

export const sendWorkbook = (reply: FastifyReply, name: string, bytes: Uint8Array) =>
  reply
    .type(XLSX)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}.xlsx`)
    .send(Buffer.from(bytes));
