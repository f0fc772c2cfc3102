// The product's secrets: made at the first start, kept in a file only its owner may read, outside any backup.
import { createPrivateKey, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Keys {
  readonly dataKey: Uint8Array;
  /** Seal nothing any more; what they sealed is still read. */
  readonly olderDataKeys: readonly Uint8Array[];
  readonly lookupKey: Uint8Array;
  /** Ed25519, PEM: signs session cookies. */
  readonly signingKey: string;
  /** Signs nothing any more; what it signed before a rotation still counts for a while. */
  readonly olderSigningKeys: readonly OlderKey[];
  readonly csrfKey: Uint8Array;
  /** Ed25519, PEM, the present one first: sign the heads of the audit log. */
  readonly logKey: string;
}

export interface OlderKey {
  readonly key: string;
  /** Null: as long as it is given. */
  readonly until: number | null;
}

/** What may stand in the environment instead of in the file. */
export interface KeyOverrides {
  readonly dataKey?: string | undefined;
  readonly lookupKey?: string | undefined;
  readonly signingKey?: string | undefined;
  readonly logKey?: string | undefined;
}
interface Written {
  readonly dataKey: string;
  readonly olderDataKeys?: readonly string[];
  readonly lookupKey: string;
  readonly signingKey: string;
  readonly olderSigningKeys?: readonly OlderKey[];
  /** Files of the first version have none. */
  readonly logKey?: string | undefined;
}

export class UnsafeKeyFile extends Error {}

const KEY_BYTES = 32;
const OWNER_ONLY = 0o600;
const OTHERS = 0o077;

const newSigningKey = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const newKeys = (): Written => ({
  dataKey: randomBytes(KEY_BYTES).toString('base64'),
  lookupKey: randomBytes(KEY_BYTES).toString('base64'),
  signingKey: newSigningKey(),
  logKey: newSigningKey(),
});

/** The keys of `file`, made now if it is not there; whatever the environment gives counts more. */
export function keysFrom(file: string, given: KeyOverrides = {}): Keys {
  const { dataKey, lookupKey, signingKey, logKey } = given;
  const isWhole = dataKey !== undefined && lookupKey !== undefined && signingKey !== undefined;
  const all = isWhole
    ? { dataKey, lookupKey, signingKey, logKey }
    : { ...readOrMake(file), ...defined(given) };
  return {
    ...dataKeysOf(all),
    lookupKey: bytesOf('lookupKey', all.lookupKey),
    ...signingKeysOf(all),
    logKey: logKeysOf(all),
    // Not from the signing key: pages that are open while it is changed go on.
    csrfKey: new Uint8Array(
      hkdfSync('sha256', bytesOf('lookupKey', all.lookupKey), '', 'dandang csrf', KEY_BYTES),
    ),
  };
}

/** PKCS #8 of an Ed25519 key up to its 32 bytes (RFC 8410). */
const ED25519_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * A file of the first version needs no mending: its log key follows from what it holds, the same in every process.
 * It stays the last of the earlier keys, so that a key given later is vouched for by it.
 */
function logKeysOf({ logKey, lookupKey }: Written): string {
  const seed = hkdfSync('sha256', bytesOf('lookupKey', lookupKey), '', 'dandang log', KEY_BYTES);
  const key = Buffer.concat([ED25519_PREFIX, Buffer.from(seed)]);
  const derived = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  const pem = derived.export({ type: 'pkcs8', format: 'pem' }).toString();
  const given = (logKey?.match(PEM) ?? []).map(ed25519Of);
  if (logKey !== undefined && given.length === 0)
    throw new UnsafeKeyFile('logKey: 应为 expected Ed25519, PEM');
  return [...given, pem.trim()].join('\n');
}

/** `DATA_KEY` may hold several, separated by commas, the current one first. */
function dataKeysOf({ dataKey, olderDataKeys = [] }: Partial<Written> & Pick<Written, 'dataKey'>) {
  const [current = '', ...before] = dataKey.split(',').map((each) => each.trim());
  const older = [...before, ...olderDataKeys];
  return {
    dataKey: bytesOf('dataKey', current),
    olderDataKeys: older.map((each) => bytesOf('dataKey', each)),
  };
}

/** Gives the file a new key that seals from now on. The one before still reads. */
export function addDataKey(file: string): void {
  const { dataKey, olderDataKeys = [], ...rest } = written(file);
  const fresh = randomBytes(KEY_BYTES).toString('base64');
  replace(file, { ...rest, dataKey: fresh, olderDataKeys: [dataKey, ...olderDataKeys] });
}

/** Once no value needs them: what they sealed elsewhere, as in an old backup, is lost with them. */
export function dropOlderDataKeys(file: string): void {
  const { olderDataKeys: _, ...rest } = written(file);
  replace(file, rest);
}

function written(file: string): Written {
  if (!existsSync(file)) throw new UnsafeKeyFile(`${file}: 没有密钥文件 there is no key file`);
  return readOrMake(file);
}

const PEM = /-----BEGIN [^-]+-----[^-]+-----END [^-]+-----/gu;

/** `SIGNING_KEY` may hold several, the current one first: every node gets the same in one step. */
function signingKeysOf({ signingKey, olderSigningKeys = [] }: Written) {
  const [current = signingKey, ...before] = signingKey.match(PEM) ?? [];
  const older = [...before.map((key) => ({ key, until: null })), ...olderSigningKeys];
  return {
    signingKey: ed25519Of(current),
    olderSigningKeys: older.map(({ key, until }) => ({ key: ed25519Of(key), until })),
  };
}

/** Ten hours of a session, and time to restart every node. */
const OLDER_KEYS_HOLD_MS = 24 * 3_600_000;

/**
 * Gives the file a new key for session cookies. The one before still verifies what it signed, so that nobody is signed
 * out; those whose time is over are dropped. Taken up by the next start.
 */
export function rotateSessionKey(file: string, now: number): void {
  const { signingKey, olderSigningKeys = [], ...rest } = written(file);
  const holding = olderSigningKeys.filter(({ until }) => until !== null && until > now);
  const older = [{ key: signingKey, until: now + OLDER_KEYS_HOLD_MS }, ...holding];
  replace(file, { ...rest, signingKey: newSigningKey(), olderSigningKeys: older });
}

/** Whole or not at all: a crash leaves the keys of before. */
function replace(file: string, written: Written): void {
  const beside = `${file}.new`;
  writeFileSync(beside, `${JSON.stringify(written, null, 2)}\n`, { mode: OWNER_ONLY, flush: true });
  chmodSync(beside, OWNER_ONLY);
  renameSync(beside, file);
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
