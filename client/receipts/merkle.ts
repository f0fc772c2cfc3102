// The tree of RFC 6962 as the browser computes it, with nothing but its own WebCrypto.

const bytesOf = (hex: string): number[] => (hex.match(/../gu) ?? []).map((pair) => Number.parseInt(pair, 16));
const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

const sha256 = async (bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  hexOf(await crypto.subtle.digest('SHA-256', bytes));

/** SHA-256(0x00 ‖ text) */
export const leafHashOf = (text: string): Promise<string> =>
  sha256(Uint8Array.from([0, ...new TextEncoder().encode(text)]));
/** SHA-256(0x01 ‖ left ‖ right) */
const nodeHashOf = (left: string, right: string): Promise<string> =>
  sha256(Uint8Array.from([1, ...bytesOf(left), ...bytesOf(right)]));
/** The hash of a public key in base64: its fingerprint. */
export const fingerprintOf = (base64: string): Promise<string> => sha256(fromBase64(base64));

export const fromBase64 = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

interface Place {
  readonly sequence: number;
  readonly size: number;
}

/** The root that a leaf and its path lead to; null if the path does not fit the place. */
export async function rootFrom(
  leafHash: string,
  path: readonly string[],
  { sequence, size }: Place,
): Promise<string | null> {
  if (sequence >= size) return null;
  let [node, last, hash] = [sequence, size - 1, leafHash];
  for (const beside of path) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      hash = await nodeHashOf(beside, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node >> 1, last >> 1];
    } else {
      hash = await nodeHashOf(hash, beside);
    }
    [node, last] = [node >> 1, last >> 1];
  }
  return last === 0 ? hash : null;
}

export interface LogAt {
  readonly size: number;
  readonly rootHash: string;
}

/** Whether the smaller log is the beginning of the larger one. */
export async function isBeginning(older: LogAt, newer: LogAt, path: readonly string[]): Promise<boolean> {
  if (older.size > newer.size || older.size === 0) return false;
  if (older.size === newer.size) return path.length === 0 && older.rootHash === newer.rootHash;
  const isOneSubtree = (older.size & (older.size - 1)) === 0;
  const [start, ...rest] = isOneSubtree ? [older.rootHash, ...path] : path;
  if (start === undefined) return false;
  let [node, last] = [older.size - 1, newer.size - 1];
  while (node % 2 === 1) [node, last] = [node >> 1, last >> 1];
  let [before, after] = [start, start];
  for (const beside of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      [before, after] = [await nodeHashOf(beside, before), await nodeHashOf(beside, after)];
      while (node % 2 === 0 && node !== 0) [node, last] = [node >> 1, last >> 1];
    } else {
      after = await nodeHashOf(after, beside);
    }
    [node, last] = [node >> 1, last >> 1];
  }
  return last === 0 && before === older.rootHash && after === newer.rootHash;
}
