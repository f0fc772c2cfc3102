import { describe, expect, test } from 'vitest';
import { emptyFrontier } from '../../db/audit-log/frontier.ts';
import { EMPTY_ROOT, leafHashOf, nodeHashOf } from '../../db/audit-log/hashing.ts';
import { isConsistent, isIncluded } from '../../db/audit-log/proofs.ts';
import {
  consistencySpans,
  inclusionSpans,
  type LogNode,
  rootOver,
  type Span,
  subtreesOf,
} from '../../db/audit-log/tree.ts';

const MOST = 130;
const leaves = Array.from({ length: MOST }, (_, i) => leafHashOf(`entry ${i}`));

/** The definition of RFC 6962 section 2.1, word for word, to compare with. */
function rootByDefinition(hashes: readonly string[]): string {
  if (hashes.length === 0) return EMPTY_ROOT;
  if (hashes.length === 1) return hashes[0]!;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return nodeHashOf(rootByDefinition(hashes.slice(0, k)), rootByDefinition(hashes.slice(k)));
}

/** Everything the appender leaves behind, as the store keeps it. */
function grown() {
  const frontier = emptyFrontier();
  const kept = new Map<string, string>();
  const keep = ({ level, position, hash }: LogNode) => kept.set(`${level}/${position}`, hash);
  const roots = [frontier.root()];
  for (const [position, hash] of leaves.entries()) {
    keep({ level: 0, position, hash });
    frontier.append(hash).forEach(keep);
    roots.push(frontier.root());
  }
  const rootOf = (span: Span) =>
    rootOver(subtreesOf(span).map(({ level, position }) => kept.get(`${level}/${position}`)!));
  return { roots, rootOf };
}
const { roots, rootOf } = grown();
const altered = (hash: string) => hash.replace(/^./u, (digit) => (digit === '0' ? '1' : '0'));

describe('the tree of RFC 6962', () => {
  test('the eight leaves that Certificate Transparency publishes have the root it publishes', () => {
    const published = [
      '',
      '00',
      '10',
      '2021',
      '3031',
      '40414243',
      '5051525354555657',
      '606162636465666768696a6b6c6d6e6f',
    ];
    const frontier = emptyFrontier();
    for (const bytes of published) frontier.append(leafHashOf(Buffer.from(bytes, 'hex')));
    expect(frontier.root()).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
    expect(emptyFrontier().root()).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  test('appending one by one, with the complete subtrees alone, gives every root up to 130', () => {
    expect(roots).toEqual(Array.from({ length: MOST + 1 }, (_, n) => rootByDefinition(leaves.slice(0, n))));
    expect(roots).toEqual(Array.from({ length: MOST + 1 }, (_, n) => rootOf({ from: 0, to: n })));
  });

  test('every leaf of every size up to 130 is proven, and no altered proof is', () => {
    let proven = 0;
    let refused = 0;
    for (let size = 1; size <= MOST; size += 1) {
      for (let sequence = 0; sequence < size; sequence += 1) {
        const path = inclusionSpans(sequence, size).map(rootOf);
        const claim = { leafHash: leaves[sequence]!, sequence, size, path, rootHash: roots[size]! };
        expect(path.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        proven += Number(isIncluded(claim));
        const wrong = [
          { ...claim, leafHash: altered(claim.leafHash) },
          { ...claim, rootHash: altered(claim.rootHash) },
          { ...claim, path: [...path, roots[size]!] },
          { ...claim, sequence: size },
          ...(size > 1
            ? [
                { ...claim, path: path.slice(1) },
                {
                  ...claim,
                  path: path.map((hash, i) => (i === sequence % path.length ? altered(hash) : hash)),
                },
                { ...claim, sequence: (sequence + 1) % size },
                { ...claim, leafHash: leaves[(sequence + 1) % size]! },
              ]
            : []),
        ];
        expect(wrong.filter(isIncluded)).toEqual([]);
        refused += wrong.length;
      }
    }
    expect(proven).toBe((MOST * (MOST + 1)) / 2);
    expect(refused).toBeGreaterThan(60_000);
  });

  test('every beginning of every size up to 130 is proven, and no altered proof is', () => {
    let proven = 0;
    for (let to = 1; to <= MOST; to += 1) {
      for (let from = 1; from <= to; from += 1) {
        const path = consistencySpans(from, to).map(rootOf);
        const claim = { from, to, fromRoot: roots[from]!, toRoot: roots[to]!, path };
        proven += Number(isConsistent(claim));
        const wrong = [
          { ...claim, fromRoot: altered(claim.fromRoot) },
          { ...claim, toRoot: altered(claim.toRoot) },
          { ...claim, path: [...path, roots[to]!] },
          { ...claim, from: to + 1 },
          ...path.map((_, at) => ({
            ...claim,
            path: path.map((hash, i) => (i === at ? altered(hash) : hash)),
          })),
          ...(path.length > 0
            ? [
                { ...claim, path: path.slice(0, -1) },
                { ...claim, path: [] },
              ]
            : []),
        ];
        expect(wrong.filter(isConsistent)).toEqual([]);
      }
    }
    expect(proven).toBe((MOST * (MOST + 1)) / 2);
  });

  test('a node never passes for a leaf', () => {
    const [left, right] = [leaves[0]!, leaves[1]!];
    expect(leafHashOf(Buffer.from(left + right, 'hex'))).not.toBe(nodeHashOf(left, right));
  });
});
