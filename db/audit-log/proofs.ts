// Checking proofs knows nothing of the log but what it is given (RFC 9162 sections 2.1.3.2 and 2.1.4.2).
import { EMPTY_ROOT, nodeHashOf } from './hashing.ts';

export interface InclusionClaim {
  readonly leafHash: string;
  readonly sequence: number;
  readonly size: number;
  readonly path: readonly string[];
  readonly rootHash: string;
}
export interface ConsistencyClaim {
  readonly from: number;
  readonly fromRoot: string;
  readonly to: number;
  readonly toRoot: string;
  readonly path: readonly string[];
}

const isCount = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 2 ** 31;

/** Whether the leaf stands at that place of the log with that root. */
export function isIncluded({ leafHash, sequence, size, path, rootHash }: InclusionClaim): boolean {
  if (!isCount(sequence) || !isCount(size) || sequence >= size) return false;
  let [node, last, hash] = [sequence, size - 1, leafHash];
  for (const beside of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHashOf(beside, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [node >> 1, last >> 1];
    } else {
      hash = nodeHashOf(hash, beside);
    }
    [node, last] = [node >> 1, last >> 1];
  }
  return last === 0 && hash === rootHash;
}

/** Whether the smaller log is the beginning of the larger one. */
export function isConsistent({ from, fromRoot, to, toRoot, path }: ConsistencyClaim): boolean {
  if (!isCount(from) || !isCount(to) || from > to) return false;
  if (from === to) return path.length === 0 && fromRoot === toRoot;
  if (from === 0) return path.length === 0 && fromRoot === EMPTY_ROOT;
  const isOneSubtree = (from & (from - 1)) === 0;
  const [start, ...rest] = isOneSubtree ? [fromRoot, ...path] : path;
  if (start === undefined) return false;
  let [node, last] = [from - 1, to - 1];
  while (node % 2 === 1) [node, last] = [node >> 1, last >> 1];
  let [older, newer] = [start, start];
  for (const beside of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      older = nodeHashOf(beside, older);
      newer = nodeHashOf(beside, newer);
      while (node % 2 === 0 && node !== 0) [node, last] = [node >> 1, last >> 1];
    } else {
      newer = nodeHashOf(newer, beside);
    }
    [node, last] = [node >> 1, last >> 1];
  }
  return last === 0 && older === fromRoot && newer === toRoot;
}
