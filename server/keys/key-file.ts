// The product's secrets: made at the first start, kept in a file only its owner may read, outside any backup.
import { createPrivateKey, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Keys {
  readonly dataKey: Uint8Array;
  readonly lookupKey: Uint8Array;
  /** Ed25519, PEM: signs session cookies. */
  readonly signingKey: string;
  readonly csrfKey: Uint8Array;
}

/** What may stand in the environment instead of in the file. */
export interface KeyOverrides {
  readonly dataKey?: string | undefined;
  readonly lookupKey?: string | undefined;
  readonly signingKey?: string | undefined;
}
type Written = { readonly dataKey: string; readonly lookupKey: string; readonly signingKey: string };

export class UnsafeKeyFile extends Error {}

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

const newKeys = (): Written => ({
  dataKey: randomBytes(KEY_BYTES).toString('base64'),
  lookupKey: randomBytes(KEY_BYTES).toString('base64'),
  signingKey: generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
});

/** The keys of `file`, made now if it is not there; whatever the environment gives counts more. */
export function keysFrom(file: string, given: KeyOverrides = {}): Keys {
  const { dataKey, lookupKey, signingKey } = given;
  const isWhole = dataKey !== undefined && lookupKey !== undefined && signingKey !== undefined;
  const written = isWhole ? { dataKey, lookupKey, signingKey } : { ...readOrMake(file), ...defined(given) };
  return {
    dataKey: bytesOf('dataKey', written.dataKey),
    lookupKey: bytesOf('lookupKey', written.lookupKey),
    signingKey: ed25519Of(written.signingKey),
    csrfKey: new Uint8Array(hkdfSync('sha256', written.signingKey.trim(), '', 'dandang csrf', KEY_BYTES)),
  };
}

const defined = (given: KeyOverrides): Partial<Written> =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));

function readOrMake(file: string): Written {
  if (!existsSync(file)) make(file);
  if (process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0)
    throw new UnsafeKeyFile(`${file}: 他人可读 can be read by others: chmod 600`);
  return JSON.parse(readFileSync(file, 'utf8')) as Written;
}

function make(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, `${JSON.stringify(newKeys(), null, 2)}\n`, {
      mode: OWNER_ONLY,
      flag: 'wx',
      flush: true,
    });
    chmodSync(file, OWNER_ONLY);
  } catch (error) {
    // Another process was first: its keys are the keys.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function bytesOf(name: string, base64: string): Uint8Array {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length !== KEY_BYTES) throw new UnsafeKeyFile(`${name}: 应为 32 字节 expected 32 bytes, base64`);
  return bytes;
}

function ed25519Of(pem: string): string {
  const key = createPrivateKey(pem.trim());
  if (key.asymmetricKeyType !== 'ed25519') throw new UnsafeKeyFile('signingKey: 应为 expected Ed25519');
  return pem.trim();
}
