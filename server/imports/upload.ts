// The one file of a multipart request.
import type { FastifyRequest } from 'fastify';
import { Refused } from '../http/problem.ts';
import type { ImportFile } from './import-files.ts';
import { fileBroken, fileMissing, fileTooLarge } from './imports.problems.ts';

export const UPLOAD_LIMITS = { fileSize: 5 * 1024 * 1024, files: 1, fields: 0, parts: 1 };

export async function uploaded(request: FastifyRequest): Promise<ImportFile> {
  if (!request.isMultipart()) throw new Refused(fileMissing);
  try {
    const part = await request.file();
    if (!part) throw new Refused(fileMissing);
    return { name: part.filename, bytes: await part.toBuffer() };
  } catch (fault) {
    if (fault instanceof Refused) throw fault;
    if ((fault as NodeJS.ErrnoException).code === 'FST_REQ_FILE_TOO_LARGE') throw new Refused(fileTooLarge);
    // What the parser itself refuses says so by its status; what is left is a form that breaks off.
    if (fault instanceof Error && 'statusCode' in fault) throw fault;
    throw new Refused(fileBroken);
  }
}
