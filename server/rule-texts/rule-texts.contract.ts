import { z } from 'zod';
import { Bilingual, DayText, Id, pageOf, PageQuery, Reason } from '../http/shared.contract.ts';

/** What is written down of a rule: the passages relied on, and from when until when they were valid. */
const Written = z.strictObject({
  title: z.string().trim().min(2).max(120),
  /** 文号; null where the rule has none. */
  documentNo: z.string().trim().min(2).max(60).nullable().default(null),
  issuer: z.string().trim().min(2).max(80),
  validFrom: DayText,
  /** The last day; null = still valid. */
  validTo: DayText.nullable().default(null),
  passage: z.string().trim().min(5).max(20_000),
});
export const RecordRuleText = Written.extend({
  /** The text that this one takes the place of: it is withdrawn in the same act. */
  replaces: z
    .strictObject({ id: Id, version: z.int().min(1), reason: Reason })
    .nullable()
    .default(null),
});
export const CorrectRuleText = Written.extend({ version: z.int().min(1) });
export const WithdrawRuleText = z.strictObject({ version: z.int().min(1), reason: Reason });
export const RuleTextParams = z.strictObject({ id: Id });

export const RuleTextQuery = PageQuery.extend({
  q: z.string().max(60).optional(),
  /** Valid on this day. */
  on: DayText.optional(),
});
export const RuleTextLine = z.strictObject({
  id: Id,
  title: z.string(),
  documentNo: z.string().nullable(),
  issuer: z.string(),
  validFrom: DayText,
  validTo: DayText.nullable(),
  /** How the passage begins. */
  opening: z.string(),
});
/** A document that the product's own rules rely on: its validity, not its text. */
export const InstrumentView = z.strictObject({
  id: z.string(),
  title: Bilingual,
  inForceOn: DayText,
  /** How the text was read when the rules were written. */
  reading: z.enum(['official', 'secondary', 'unread']),
});
export const RuleTextPage = pageOf(RuleTextLine).extend({
  /** On the first page only. */
  instruments: z.array(InstrumentView),
});
export const RuleTextView = RuleTextLine.omit({ opening: true }).extend({
  passage: z.string(),
  recordedAt: z.int(),
  withdrawnAt: z.int().nullable(),
  version: z.int(),
  /** Recorded by whoever asks, and nothing rests on it yet. */
  mayCorrect: z.boolean(),
  /** Whether whoever asks may withdraw it, or put another in its place. */
  mayWithdraw: z.boolean(),
});
