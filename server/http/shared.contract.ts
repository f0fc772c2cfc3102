// Shapes that every feature's contract shares.
import { z } from 'zod';

export const Id = z.string().min(1).max(64);
export const DayText = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const Bilingual = z.strictObject({ zh: z.string(), en: z.string() });
/** Why somebody did something: kept in the audit entry. */
export const Reason = z.string().trim().min(2).max(500);

/** A page by cursor: `next` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.strictObject({ items: z.array(item), next: z.string().nullable() });

export const PageQuery = z.strictObject({
  after: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** Problem details (RFC 9457); `errors` names every place of a validation problem. */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  instance: z.string().optional(),
  errors: z.array(z.strictObject({ pointer: z.string(), detail: z.string() })).optional(),
});

/** A long work that can be left and found again; follow it by `GET /api/jobs/:id/events` (SSE). */
export const JobView = z.strictObject({
  id: Id,
  kind: z.string(),
  state: z.enum(['running', 'done', 'failed']),
  done: z.int(),
  total: z.int(),
  problem: z.string().nullable(),
});
