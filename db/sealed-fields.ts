// Citizen IDs and phone numbers are never stored in the clear: sealed with AES-256-GCM, found again through an HMAC.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

export interface SealingKeys {
  /** 32 bytes that seal. */
  dataKey: Uint8Array;
  /** Keys that sealed before: they still read. */
  olderDataKeys?: readonly Uint8Array[];
  /** Asked when a value names an unknown key: another process may have been given a new one meanwhile. */
  dataKeysNow?: () => readonly Uint8Array[];
  /** At least 32 bytes, different ones, for look-up. */
  lookupKey: Uint8Array;
}
export interface SealedFields {
  seal(text: string): string;
  unseal(sealed: string): string;
  /** How every value sealed with the present key begins. */
  readonly present: string;
  /** Whether it is a sealed value, and of another key than the present one. */
  isOlder(value: unknown): value is string;
  /** The same text always gives the same look-up value; nobody without the key can compute it. */
  lookup(text: string): string;
}

/** The first version names no key; since then a value does: `s2.<key id>.<nonce, tag, body>`. */
const UNNAMED = /^s1\.([\w-]+)$/u;
const NAMED = /^(s2\.[\da-f]{16}\.)([\w-]+)$/u;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export class UnreadableSeal extends Error {
  constructor(options?: ErrorOptions) {
    super('a sealed field cannot be read: altered, or sealed with another key', options);
  }
}

/** Says which key without saying anything about it. */
const beginningFor = (key: Uint8Array): string =>
  `s2.${createHash('sha256').update('dandang data key').update(key).digest('hex').slice(0, 16)}.`;

export function sealedFields({
  dataKey,
  olderDataKeys = [],
  dataKeysNow,
  lookupKey,
}: SealingKeys): SealedFields {
  if ([dataKey, ...olderDataKeys].some((key) => key.length !== 32))
    throw new Error('dataKey must be 32 bytes');
  if (lookupKey.length < 32) throw new Error('lookupKey must be at least 32 bytes');
  const present = beginningFor(dataKey);
  const byBeginning = new Map([dataKey, ...olderDataKeys].map((key) => [beginningFor(key), key]));

  function keyNamed(beginning: string): Uint8Array {
    if (!byBeginning.has(beginning))
      for (const key of dataKeysNow?.() ?? []) byBeginning.set(beginningFor(key), key);
    const key = byBeginning.get(beginning);
    if (!key) throw new UnreadableSeal();
    return key;
  }

  /** A value without a name was sealed by one of them; the tag says which. */
  function openedByAny(body: string): string {
    let cause: unknown;
    for (const key of byBeginning.values())
      try {
        return opened(body, key);
      } catch (error) {
        cause = error;
      }
    throw cause;
  }

  return {
    present,
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', dataKey, nonce);
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return present + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    unseal(sealed) {
      const [, beginning, body] = NAMED.exec(sealed) ?? [];
      if (beginning !== undefined && body !== undefined) return opened(body, keyNamed(beginning));
      const [, unnamed] = UNNAMED.exec(sealed) ?? [];
      if (unnamed === undefined) throw new UnreadableSeal();
      return openedByAny(unnamed);
    },
    isOlder: (value): value is string =>
      typeof value === 'string' && (UNNAMED.test(value) || NAMED.test(value)) && !value.startsWith(present),
    lookup: (text) => createHmac('sha256', lookupKey).update(text, 'utf8').digest('base64url'),
  };
}

function opened(base64: string, key: Uint8Array): string {
  const bytes = Buffer.from(base64, 'base64url');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) throw new UnreadableSeal();
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES));
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const body = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([body, decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new UnreadableSeal({ cause });
  }
}
