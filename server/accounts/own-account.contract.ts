// What people see of their own account and do to it: second factor, sessions.
import { z } from 'zod';
import { Id } from '../http/shared.contract.ts';
import { Code } from './accounts.contract.ts';

/** Empty where the account has no password because the school's own sign-in is used. */
const OwnPassword = z.string().max(200);

export const OwnSecondFactor = z.strictObject({
  isOn: z.boolean(),
  since: z.int().nullable(),
  recoveryCodesLeft: z.int(),
  /** Whether the account's roles ask for one. */
  isRequired: z.boolean(),
  /** Whether this session showed one. */
  isShown: z.boolean(),
  /** Whether the account has a password to prove oneself by. */
  hasPassword: z.boolean(),
});
/** `code` where one is set up already: it is renewed by whoever has it. */
export const BeginSecondFactor = z.strictObject({ password: OwnPassword, code: Code.optional() });
export const SecondFactorBegun = z.strictObject({
  /** Sent back with the first code. */
  ticket: z.string(),
  /** Base32, for typing in. */
  secret: z.string(),
  /** Rows of the QR code: `1` is dark. */
  qr: z.array(z.string().regex(/^[01]+$/u)),
});
export const ConfirmSecondFactor = z.strictObject({
  ticket: z.string().max(1000),
  code: z.string().trim().min(6).max(10),
});
export const ProveOwner = z.strictObject({ password: OwnPassword, code: Code });
export const ShowSecondFactor = z.strictObject({ code: Code });
export const RecoveryCodes = z.strictObject({ recoveryCodes: z.array(z.string()) });

export const OwnSessions = z.strictObject({
  items: z.array(
    z.strictObject({
      id: Id,
      method: z.enum(['password', 'cas', 'oidc']),
      hasSecondFactor: z.boolean(),
      address: z.string().nullable(),
      agent: z.string().nullable(),
      startedAt: z.int(),
      expiresAt: z.int(),
      isThis: z.boolean(),
    }),
  ),
});
export const OwnSessionParams = z.strictObject({ id: Id });
export const SessionsEnded = z.strictObject({ ended: z.int() });
