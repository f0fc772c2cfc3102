// The arithmetic of the tree, without any storage: which subtrees make up a root or a proof (RFC 6962 section 2.1).
import { EMPTY_ROOT, nodeHashOf } from './hashing.ts';

/** Leaves `from` to `to`, the last not among them. */
export interface Span {
  readonly from: number;
  readonly to: number;
}
/** A complete subtree: level 0 are the leaves, level 1 covers two of them, level 2 four … */
export interface Place {
  readonly level: number;
  readonly position: number;
}
/** A complete subtree with its root. */
export interface LogNode extends Place {
  readonly hash: string;
}

/** The largest power of two below `count`: where the standard splits a list of two or more. */
const splitOf = (count: number): number => 2 ** (31 - Math.clz32(count - 1));

/** The complete subtrees of a span that begins where a subtree of its size may begin, left to right. */
export function subtreesOf({ from, to }: Span): Place[] {
  const places: Place[] = [];
  for (let at = from; at < to;) {
    const level = 31 - Math.clz32(to - at);
    places.push({ level, position: at / 2 ** level });
    at += 2 ** level;
  }
  return places;
}

/** The root over complete subtrees, left to right. */
export const rootOver = (hashes: readonly string[]): string =>
  hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHashOf(left, right));

/** What an inclusion proof holds: the spans whose roots lead from a leaf to the root, the nearest first. */
export function inclusionSpans(leaf: number, size: number): Span[] {
  const spans: Span[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (leaf < middle) {
      spans.unshift({ from: middle, to });
      to = middle;
    } else {
      spans.unshift({ from, to: middle });
      from = middle;
    }
  }
  return spans;
}

/** What a consistency proof holds: that the log of `first` entries is the beginning of the one of `size`. */
export function consistencySpans(first: number, size: number): Span[] {
  if (first === 0 || first === size) return [];
  const spans: Span[] = [];
  let [from, to] = [0, size];
  while (first !== to) {
    const middle = from + splitOf(to - from);
    if (first <= middle) {
      spans.unshift({ from: middle, to });
      to = middle;
    } else {
      spans.unshift({ from, to: middle });
      from = middle;
    }
  }
  // Whoever asks knows the root of the first log already if it is one complete subtree.
  return from === 0 ? spans : [{ from, to }, ...spans];
}
