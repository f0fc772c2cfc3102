// Tokens put together by hand, right or wrong.
import { createHmac, createPrivateKey, type KeyObject, sign } from 'node:crypto';

export type Part = Readonly<Record<string, unknown>>;
export const base64 = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64url');
export const json = (part: unknown): string => base64(JSON.stringify(part));

/** `header.payload.signature`, signed by whatever signs. */
export function jws(header: Part, payload: Part, signer: (input: string) => string | Uint8Array): string {
  const input = `${json(header)}.${json(payload)}`;
  return `${input}.${base64(signer(input))}`;
}

export const eddsa =
  (key: string | KeyObject) =>
  (input: string): Uint8Array =>
    sign(null, Buffer.from(input), typeof key === 'string' ? createPrivateKey(key) : key);
export const hmac =
  (algorithm: 'sha256' | 'sha384' | 'sha512', secret: string | Uint8Array) =>
  (input: string): Uint8Array =>
    createHmac(algorithm, secret).update(input).digest();
export const asymmetric =
  (algorithm: string, key: KeyObject) =>
  (input: string): Uint8Array =>
    sign(algorithm, Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' });
export const nothing = (): string => '';
