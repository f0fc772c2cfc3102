import { z } from 'zod';
import { Id, pageOf, PageQuery } from '../http/shared.contract.ts';

/** An audit entry without bodies: who, in which duty, what, why, and the hashes of before and after. */
export const AuditEntryView = z.strictObject({
  id: Id,
  at: z.int(),
  actor: z.string(),
  duty: z.string(),
  deed: z.string(),
  subject: z.string(),
  reason: z.string().nullable(),
  oldHash: z.string().nullable(),
  newHash: z.string().nullable(),
});
export const AuditPage = pageOf(AuditEntryView);
export const AuditQuery = PageQuery.extend({ subject: z.string().max(80).optional() });
