// Heads are signed with Ed25519; a key is named by the hash of its public half, so that keys can change.
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';
import { canonicalJson } from '../../scoring/index.ts';
import type { Row } from '../tables/index.ts';

/** How many entries the log has, and the root over them, at a moment; signed. */
export type LogHead = Omit<Row<'logHeads'>, 'id'>;
export type LogKey = Row<'logKeys'>;

export interface LogSigner {
  readonly keyId: string;
  /** SubjectPublicKeyInfo, base64: as browsers and OpenSSL read it. */
  readonly publicKey: string;
  sign(text: string): string;
}

export const keyIdOf = (publicKey: string): string => hash('sha256', Buffer.from(publicKey, 'base64'));

export const headText = (head: Omit<LogHead, 'signature'>): string =>
  canonicalJson({
    kind: 'dandang log head',
    size: head.size,
    previousSize: head.previousSize,
    rootHash: head.rootHash,
    at: head.at,
    keyId: head.keyId,
  });
/** What an earlier key says of its successor, and the first of itself. */
export const voucherText = ({ id, at }: Pick<LogKey, 'id' | 'at'>): string =>
  canonicalJson({ kind: 'dandang log key', keyId: id, at });

/** The signers of one or more PEM texts, one after the other: the present key first, then earlier ones. */
export function signersOf(pems: string): readonly [LogSigner, ...LogSigner[]] {
  const found = pems.match(/-----BEGIN PRIVATE KEY-----[^-]+-----END PRIVATE KEY-----/gu) ?? [];
  const [first, ...earlier] = found.map((pem) => signerOf(createPrivateKey(pem)));
  if (!first) throw new Error('logKey: an Ed25519 private key is needed, PEM');
  return [first, ...earlier];
}

function signerOf(key: KeyObject): LogSigner {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('logKey: must be Ed25519');
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
  return {
    publicKey,
    keyId: keyIdOf(publicKey),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64'),
  };
}

/** Reads a public key once and checks many signatures with it; one that is no key signs nothing. */
export function signatureCheck(publicKey: string): (text: string, signature: string) => boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return () => false;
    return (text, signature) => verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64'));
  } catch {
    return () => false;
  }
}
