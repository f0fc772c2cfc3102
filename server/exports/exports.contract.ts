import { z } from 'zod';
import { ResultQuery } from '../appraisals/appraisals.contract.ts';
import { CadreQuery } from '../cadres/cadres.contract.ts';
import { Id, pageOf, PageQuery, Reason } from '../http/shared.contract.ts';

const OfPage = { after: true, limit: true } as const;
const Year = z.int().min(1949).max(2100);

/** A list as it stands on screen, with its filters; or the own record. */
export const RequestExport = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('roster'), query: CadreQuery.omit(OfPage), reason: Reason }),
  z.strictObject({
    what: z.literal('results'),
    query: ResultQuery.omit(OfPage).extend({ year: Year }),
    reason: Reason,
  }),
  z.strictObject({ what: z.literal('ownRecord'), query: z.strictObject({}), reason: Reason }),
]);
export const EXPORT_KINDS = ['roster', 'results', 'ownRecord'] as const;

const Who = z.strictObject({ staffNo: z.string(), name: z.string().nullable() });

export const ExportView = z.strictObject({
  id: Id,
  what: z.enum(EXPORT_KINDS),
  query: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  reason: z.string(),
  people: z.int(),
  state: z.enum(['ready', 'awaiting', 'released', 'refused']),
  requestedBy: Who,
  requestedAt: z.int(),
  decidedBy: Who.nullable(),
  decidedAt: z.int().nullable(),
  decidedReason: z.string().nullable(),
  /** Until when it can be fetched; null = not at all. */
  until: z.int().nullable(),
  /** SHA-256 of what was handed out last; null = nothing yet. */
  contentHash: z.string().nullable(),
  version: z.int(),
});
export const ExportPage = pageOf(ExportView);
export const ExportsAwaiting = z.strictObject({ items: z.array(ExportView) });
export const ExportQuery = PageQuery;

export const DecideExport = z.strictObject({
  event: z.enum(['release', 'refuse']),
  version: z.int(),
  reason: Reason,
});
