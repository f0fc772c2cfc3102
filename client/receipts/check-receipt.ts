// Checks a receipt with nothing but the receipt and this browser: what was done → its leaf → the root → the signature.
import { canonicalJson } from '../../scoring/index.ts';
import { fingerprintOf, fromBase64, leafHashOf, rootFrom } from './merkle.ts';
import type { LogHead, Receipt } from './receipts.api.ts';

/** `withheld`: the receipt does not say · `unable`: this browser cannot tell. */
export type Outcome = 'holds' | 'fails' | 'withheld' | 'unable';
export interface ReceiptChecks {
  readonly entry: Outcome;
  readonly place: Outcome;
  readonly key: Outcome;
  readonly signature: Outcome;
}

/** The browser computes hashes on https and on this machine only. */
export const canCheck = (): boolean => typeof globalThis.crypto?.subtle === 'object';

const outcome = (isSo: boolean): Outcome => (isSo ? 'holds' : 'fails');

export async function checkReceipt(receipt: Receipt): Promise<ReceiptChecks> {
  const { entry, changesHash, leafHash, sequence, path, head } = receipt;
  const leafText = entry && canonicalJson({ ...entry, changesHash });
  const isLeaf = leafText === null || (await leafHashOf(leafText)) === leafHash;
  const root = await rootFrom(leafHash, path, { sequence, size: head.size });
  return {
    entry: leafText === null ? 'withheld' : outcome(isLeaf && entry?.id === receipt.entryId),
    place: outcome(root === head.rootHash),
    ...(await checkHead(head)),
  };
}

export async function checkHead(head: LogHead): Promise<Pick<ReceiptChecks, 'key' | 'signature'>> {
  return { key: outcome(await isNamedByKey(head)), signature: await checkSignature(head) };
}

const isNamedByKey = async ({ publicKey, keyId }: LogHead): Promise<boolean> =>
  (await fingerprintOf(publicKey).catch(() => '')) === keyId;

async function checkSignature({ publicKey, signature, ...signed }: LogHead): Promise<Outcome> {
  const key = await publicKeyFrom(publicKey);
  if (key === 'unable' || key === 'fails') return key;
  const text = new TextEncoder().encode(canonicalJson({ kind: 'dandang log head', ...signed }));
  return outcome(await crypto.subtle.verify('Ed25519', key, fromBase64(signature), text).catch(() => false));
}

type PublicKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/** Browsers before 2025 do not know Ed25519. */
async function publicKeyFrom(base64: string): Promise<PublicKey | 'unable' | 'fails'> {
  try {
    return await crypto.subtle.importKey('spki', fromBase64(base64), 'Ed25519', false, ['verify']);
  } catch (error) {
    return error instanceof DOMException && error.name === 'NotSupportedError' ? 'unable' : 'fails';
  }
}
