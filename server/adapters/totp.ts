// RFC 6238 as every authenticator speaks it: SHA-1, six figures, thirty seconds.
import { Secret, TOTP } from 'otpauth';
import type { TimeCodes } from '../accounts/one-time-codes.ts';

const PERIOD_SECONDS = 30;
/** Steps before and after: clocks of telephones differ. */
const BESIDE = 1;
const SECRET_BYTES = 20;

export const timeCodes: TimeCodes = {
  newSecret: () => new Secret({ size: SECRET_BYTES }).base32,
  stepOf(secret, code, at) {
    const delta = new TOTP({ secret, period: PERIOD_SECONDS }).validate({
      token: code,
      timestamp: at,
      window: BESIDE,
    });
    return delta === null ? null : Math.floor(at / 1000 / PERIOD_SECONDS) + delta;
  },
  addressOf: (secret, { issuer, staffNo }) =>
    new TOTP({ secret, issuer, label: staffNo, period: PERIOD_SECONDS }).toString(),
};
