// A text as a QR code: rows of `1` (dark) and `0`, with the quiet zone that readers need.
import { encode } from 'uqr';
import type { DrawnCode } from '../accounts/second-factor.ts';

const QUIET = 4;

export const qrCode: DrawnCode = (text) =>
  encode(text, { ecc: 'M', border: QUIET }).data.map((row) =>
    row.map((isDark) => (isDark ? '1' : '0')).join(''),
  );
