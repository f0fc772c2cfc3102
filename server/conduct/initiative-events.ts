// What the steps of an initiative file carry beside their reason.
import { z } from 'zod';
import { INITIATIVE_ROLES, LEVELS } from '../../scoring/index.ts';
import { Statement } from './inaction-events.ts';

const Ground = z.string().trim().min(2).max(500);

/** What the verifier found otherwise than it was filed, each with its reason; what is left out stands as filed. */
export const VerifyInitiative = z.strictObject({
  level: z.enum(LEVELS).optional(),
  levelReason: Ground.optional(),
  role: z.enum(INITIATIVE_ROLES).optional(),
  roleReason: Ground.optional(),
});
/** Against a public notice, or against a decision. */
export const Grounds = z.strictObject({ grounds: Statement });
