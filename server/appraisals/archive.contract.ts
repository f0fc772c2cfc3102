import { z } from 'zod';
import { Bilingual, DayText, Id, Reason } from '../http/shared.contract.ts';

export const ArchiveYear = z.strictObject({ version: z.int(), reason: Reason });

/** Before a year is archived: what speaks against it, and what archiving will do. */
export const ArchiveCheck = z.strictObject({
  version: z.int(),
  /** Empty: nothing does. */
  against: z.array(z.strictObject({ pointer: z.string(), detail: Bilingual })),
  /** Records of initiative of the year that can be challenged no more. */
  initiativeCount: z.int(),
});

/** How often a year was archived and reopened, the latest first. */
export const YearStep = z.strictObject({
  event: z.enum(['archive', 'reopen']),
  label: Bilingual,
  at: z.int(),
  /** Who archived it; a meeting reopens it. */
  by: z.string().nullable(),
  meeting: z.strictObject({ id: Id, title: z.string(), heldOn: DayText }).nullable(),
  /** For those who read the whole school. */
  reason: z.string().nullable(),
});
