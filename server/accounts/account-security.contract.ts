// What the security administrator sees and does: locks, resets, ends of grants. Staff numbers only.
import { z } from 'zod';
import { DayText, Id, pageOf, PageQuery, Reason } from '../http/shared.contract.ts';
import { Role } from './accounts.contract.ts';

export const GuardedGrant = z.strictObject({
  id: Id,
  role: Role,
  unitName: z.string().nullable(),
  fromOn: DayText,
  untilOn: DayText.nullable(),
});
export const GuardedAccount = z.strictObject({
  id: Id,
  version: z.int(),
  staffNo: z.string(),
  state: z.enum(['created', 'active', 'locked']),
  hasSecondFactor: z.boolean(),
  /** Too many failures in a row: nobody can sign in before. */
  waitsUntil: z.int().nullable(),
  grants: z.array(GuardedGrant),
});
export const GuardedAccounts = pageOf(GuardedAccount);
export const GuardedQuery = PageQuery.extend({
  q: z.string().max(40).optional(),
  /** `holders`: only those who hold a role. */
  among: z.enum(['all', 'holders']).default('all'),
});
export const AccountParams = z.strictObject({ id: Id });
export const GrantParams = z.strictObject({ id: Id });
export const WithReason = z.strictObject({ reason: Reason });

/** The grants that could be proposed to end, by staff number. */
export const OpenGrants = z.strictObject({
  items: z.array(GuardedGrant.extend({ staffNo: z.string() })),
});
export const OpenGrantsQuery = z.strictObject({ staffNo: z.string().trim().min(1).max(40) });
export const ProposeEnds = z.strictObject({ reason: Reason, grantIds: z.array(Id).min(1).max(1000) });
