import { z } from 'zod';
import { Bilingual, DayText, Id, pageOf, PageQuery, Reason } from '../http/shared.contract.ts';

export const ROLES = [
  'supervisor',
  'inspector',
  'leader',
  'hr',
  'hr_head',
  'board',
  'appeal_body',
  'sysadmin',
  'secadmin',
  'auditadmin',
] as const;
export const Role = z.enum(ROLES);
/** Roles that hr_head may propose; the three admins are made by the first start. */
export const GrantableRole = Role.exclude(['sysadmin', 'secadmin', 'auditadmin']);

const StaffNo = z.string().trim().min(1).max(40);
const Password = z.string().min(15).max(200);

/** Six figures of the authenticator, or a recovery code; left out where no second factor is set up. */
export const Code = z.string().trim().min(6).max(40);
export const SignIn = z.strictObject({
  staffNo: StaffNo,
  password: z.string().max(200),
  code: Code.optional(),
});

/** Who is signed in: what the client shows and which menu it offers; the server asks again at every request. */
export const SessionView = z.strictObject({
  accountId: Id,
  staffNo: z.string(),
  name: z.string().nullable(),
  cadreId: Id.nullable(),
  roles: z.array(z.strictObject({ role: Role, unitId: Id.nullable(), unitName: z.string().nullable() })),
  permissions: z.array(z.string()),
  /** The kinds of file that name the account now, by their machines, and as what: no office of one’s own is needed. */
  namedIn: z.array(z.strictObject({ machine: z.string(), principal: z.string() })),
  /** Sent back in `X-CSRF-Token` with every change. */
  csrfToken: z.string(),
  schoolName: z.string(),
  isDemo: z.boolean(),
  /** Signed in with a one-time password: until an own one is chosen nothing else is allowed. */
  mustChangePassword: z.boolean(),
  /** Acts for others, and has shown no second factor: until one is set up and shown nothing else is allowed. */
  mustSetSecondFactor: z.boolean(),
  /** Whether the account has a second factor of its own. */
  ownsSecondFactor: z.boolean(),
  /** How often somebody failed to sign in since the session before. */
  failuresBefore: z.int(),
});

export const Activate = z.strictObject({
  staffNo: StaffNo,
  slipCode: z.string().trim().min(1).max(40),
  /** Compared with the roster; somebody who is not in the roster yet has only the code to prove. */
  citizenIdLast4: z.string().regex(/^\d{3}[\dXx]$/),
  password: Password,
});
/** At least 15 characters, or 8 where a second factor is set up. */
export const ChangePassword = z.strictObject({
  current: z.string().max(200),
  next: z.string().min(8).max(200),
});

/** What sysadmin sees: no names. */
export const AccountView = z.strictObject({
  id: Id,
  staffNo: z.string(),
  state: z.enum(['created', 'active', 'locked']),
});
export const AccountPage = pageOf(AccountView);
export const AccountQuery = PageQuery.extend({ q: z.string().max(40).optional() });
export const CreateAccounts = z.strictObject({ staffNos: z.array(StaffNo).min(1).max(2000) });
export const AccountsCreated = z.strictObject({ created: z.int(), existing: z.array(z.string()) });

/**
 * Codes are shown once, to be printed; only their hashes are kept. Without `staffNos`: for everybody who has neither
 * a password nor a slip that still holds. Name and unit are empty for somebody who is not in the roster yet.
 */
export const PrintSlips = z.strictObject({ staffNos: z.array(StaffNo).min(1).max(2000).optional() });
export const SlipsView = z.strictObject({
  slips: z.array(
    z.strictObject({
      staffNo: z.string(),
      name: z.string(),
      unitName: z.string(),
      code: z.string(),
      expiresOn: DayText,
    }),
  ),
});

const ProposalLine = z.strictObject({
  staffNo: StaffNo,
  role: GrantableRole,
  unitId: Id.nullable(),
  fromOn: DayText,
  untilOn: DayText.nullable(),
});
export const ProposeGrants = z.strictObject({
  reason: Reason,
  lines: z.array(ProposalLine).min(1).max(1000),
});
export const GrantProposalView = z.strictObject({
  id: Id,
  version: z.int(),
  state: z.enum(['proposed', 'granted', 'refused']),
  reason: z.string(),
  proposedAt: z.int(),
  lines: z.array(
    z.strictObject({
      staffNo: z.string(),
      role: Role,
      unitName: z.string().nullable(),
      fromOn: DayText,
      untilOn: DayText.nullable(),
      /** The role is to end, not to begin. */
      isEnd: z.boolean(),
    }),
  ),
});
export const GrantProposals = z.strictObject({ items: z.array(GrantProposalView) });
export const ProposalParams = z.strictObject({ id: Id });
export const DecideProposal = z.strictObject({
  event: z.enum(['grant', 'refuse']),
  version: z.int(),
  reason: Reason,
});
/** Answered by `SlipsView`: nobody else could print the first hr_head's slip. */
export const GrantFirstHead = z.strictObject({ staffNo: StaffNo, reason: Reason });
/** Whether the first hr_head may still be granted without a proposal. */
export const FirstHeadView = z.strictObject({ isOpen: z.boolean() });

export const RoleLabels = z.record(z.string(), Bilingual);
