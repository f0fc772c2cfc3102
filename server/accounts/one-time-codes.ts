// The codes of a second factor: six figures that change every thirty seconds, and recovery codes for a lost telephone.
import type { SealedFields } from '../../db/sealed-fields.ts';
import type { Row } from '../../db/tables/index.ts';
import { newSlipCode, slipCodeFrom } from './slip-codes.ts';

/** Time-based codes (RFC 6238). */
export interface TimeCodes {
  /** Base32. */
  newSecret(): string;
  /** The step that a code belongs to, if it is of this moment or a step beside it. */
  stepOf(secret: string, code: string, at: number): number | null;
  /** `otpauth://…`: what an authenticator reads. */
  addressOf(secret: string, label: { readonly issuer: string; readonly staffNo: string }): string;
}

export interface CodesNeed {
  readonly sealed: SealedFields;
  readonly timeCodes: TimeCodes;
  readonly now: () => number;
}

const RECOVERY_CODES = 10;
const SIX_FIGURES = /^\d{6}$/u;

export const hasSecondFactor = ({ totpSealed, totpSince }: Row<'accounts'>): boolean =>
  totpSealed !== null && totpSince !== null;

/** 59 random bits behind a key: what is kept of a recovery code says nothing about it. */
export const recoveryHashOf = (sealed: SealedFields, accountId: string, code: string): string =>
  sealed.lookup(`recovery:${accountId}:${slipCodeFrom(code)}`);

/** Shown once, and what is kept of them. */
export function newRecoveryCodes(sealed: SealedFields, accountId: string) {
  const recoveryCodes = Array.from({ length: RECOVERY_CODES }, newSlipCode);
  return {
    recoveryCodes,
    recoveryHashes: recoveryCodes.map((code) => recoveryHashOf(sealed, accountId, code)),
  };
}

/**
 * What using a code changes in its account: a step counts once and none before it, a recovery code is gone.
 * Null for a wrong code. To be asked with the row as it stands in the transaction that changes it.
 */
export function changeByCode(
  { sealed, timeCodes, now }: CodesNeed,
  account: Row<'accounts'>,
  typed: string,
): Pick<Row<'accounts'>, 'totpStep'> | Pick<Row<'accounts'>, 'recoveryHashes'> | null {
  if (account.totpSealed === null || account.totpSince === null) return null;
  const figures = typed.replaceAll(/\s/gu, '');
  if (SIX_FIGURES.test(figures)) {
    const step = timeCodes.stepOf(sealed.unseal(account.totpSealed), figures, now());
    return step !== null && (account.totpStep === null || step > account.totpStep)
      ? { totpStep: step }
      : null;
  }
  const hash = recoveryHashOf(sealed, account.id, typed);
  const left = account.recoveryHashes ?? [];
  return left.includes(hash) ? { recoveryHashes: left.filter((kept) => kept !== hash) } : null;
}
