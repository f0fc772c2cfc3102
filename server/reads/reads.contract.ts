import { z } from 'zod';
import { Id, pageOf, PageQuery, Reason } from '../http/shared.contract.ts';

/** What is never shown in whole but on a reason. */
export const UNMASKED_FIELDS = ['citizenId', 'phone'] as const;

export const Unmask = z.strictObject({
  field: z.enum(UNMASKED_FIELDS),
  /** Needed of everybody but the person himself. */
  reason: Reason.optional(),
  /** The file that names the reader and concerns the person. */
  fileId: Id.optional(),
});
export const Unmasked = z.strictObject({ value: z.string().nullable() });

/** 谁看过我的档案: somebody who looked, in which duty, at what, when and why. */
export const ReaderView = z.strictObject({
  id: z.string(),
  at: z.int(),
  what: z.string(),
  duty: z.string(),
  reason: z.string().nullable(),
  reader: z.strictObject({ staffNo: z.string(), name: z.string().nullable() }),
});
export const ReaderPage = pageOf(ReaderView);
export const ReaderQuery = PageQuery;
