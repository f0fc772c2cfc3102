// What the steps of an inaction file carry beside their reason.
import { z } from 'zod';
import { CAUSES, CONDITIONS, RESPONSIBILITIES, SEVERITIES } from '../../scoring/index.ts';

/** One written reason a choice. */
const Ground = z.string().trim().min(2).max(500);
/** What the person concerned says. */
export const Statement = z.string().trim().min(2).max(4000);

/** Severity, responsibility, cause and the clause's conditions, each with its reason (三). */
export const VerifyInaction = z.strictObject({
  severity: z.enum(SEVERITIES),
  severityReason: Ground,
  responsibility: z.enum(RESPONSIBILITIES),
  responsibilityReason: Ground,
  /** Null where no cause shows. */
  cause: z.enum(CAUSES).nullable().default(null),
  causeReason: Ground.nullable().default(null),
  /** The conditions proven, each with how. */
  conditions: z
    .array(z.strictObject({ condition: z.enum(CONDITIONS), reason: Ground }))
    .max(CONDITIONS.length)
    .default([]),
});
/** What a decision taken before the product found; its document stands for the reasons. */
export const ImportPast = z.strictObject({
  severity: z.enum(SEVERITIES),
  responsibility: z.enum(RESPONSIBILITIES),
  cause: z.enum(CAUSES).nullable().default(null),
  /** Those found proven. */
  conditions: z.array(z.enum(CONDITIONS)).max(CONDITIONS.length).default([]),
  isMitigated: z.boolean().default(false),
});
export const Respond = z.strictObject({ statement: Statement });
/** Why it is wrong, and what is asked for. */
export const AskReview = z.strictObject({
  grounds: Statement,
  wanted: z.enum(['revoke', 'lighten']).default('revoke'),
});
