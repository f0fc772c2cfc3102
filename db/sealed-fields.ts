// Citizen IDs and phone numbers are never stored in the clear: sealed with AES-256-GCM, found again through an HMAC.
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

export interface SealingKeys {
  /** 32 bytes that seal. */
  dataKey: Uint8Array;
  /** At least 32 bytes, different ones, for look-up. */
  lookupKey: Uint8Array;
}
export interface SealedFields {
  seal(text: string): string;
  unseal(sealed: string): string;
  /** The same text always gives the same look-up value; nobody without the key can compute it. */
  lookup(text: string): string;
}

const VERSION = 's1.';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export class UnreadableSeal extends Error {
  constructor(options?: ErrorOptions) {
    super('a sealed field cannot be read: altered, or sealed with another key', options);
  }
}

export function sealedFields({ dataKey, lookupKey }: SealingKeys): SealedFields {
  if (dataKey.length !== 32) throw new Error('dataKey must be 32 bytes');
  if (lookupKey.length < 32) throw new Error('lookupKey must be at least 32 bytes');
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', dataKey, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return VERSION + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    unseal(sealed) {
      if (!sealed.startsWith(VERSION)) throw new UnreadableSeal();
      const bytes = Buffer.from(sealed.slice(VERSION.length), 'base64url');
      if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new UnreadableSeal();
      const decipher = createDecipheriv('aes-256-gcm', dataKey, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
        return Buffer.concat([body, decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new UnreadableSeal({ cause });
      }
    },
    lookup: (text) => createHmac('sha256', lookupKey).update(text, 'utf8').digest('base64url'),
  };
}
