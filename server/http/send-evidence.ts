import type { FastifyReply } from 'fastify';
import { z } from 'zod';

export const AsFile = {
  content: { 'application/octet-stream': { schema: z.string().meta({ format: 'binary' }) } },
};

/** Always a download of unknown bytes: what somebody handed in is never shown as a page of ours. */
export const sendEvidence = (reply: FastifyReply, { name, bytes }: { name: string; bytes: Uint8Array }) =>
  reply
    .type('application/octet-stream')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Buffer.from(bytes));
