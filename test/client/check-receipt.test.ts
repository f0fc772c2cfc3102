// The browser's arithmetic against the server's own: a receipt made by one is checked by the other.
import { describe, expect, test } from 'vitest';
import { emptyFrontier } from '../../db/audit-log/frontier.ts';
import { leafHashOf as leafOnServer } from '../../db/audit-log/hashing.ts';
import { leafTextOf } from '../../db/audit-log/leaf.ts';
import { headText, signersOf } from '../../db/audit-log/signing.ts';
import {
  consistencySpans,
  inclusionSpans,
  rootOver,
  type Span,
  subtreesOf,
} from '../../db/audit-log/tree.ts';
import { checkReceipt } from '../../client/receipts/check-receipt.ts';
import { isBeginning, leafHashOf, rootFrom } from '../../client/receipts/merkle.ts';
import { headFrom, receiptFrom } from '../../client/receipts/read-receipt.ts';
import type { Receipt } from '../../client/receipts/receipts.api.ts';
import { aLogKey, testLogKey } from '../support/test-keys.ts';

const SIZE = 21;
const SEQUENCE = 13;
const entry = {
  id: 'aud_1',
  at: 1_798_700_000_000,
  actor: 'acc_1',
  duty: 'hr',
  deed: 'unit.added',
  subject: 'un_1',
  reason: '新设机构',
  oldHash: null,
  newHash: 'a'.repeat(64),
};
const changesHash = 'b'.repeat(64);
const leaves = Array.from({ length: SIZE }, (_, i) =>
  i === SEQUENCE ? leafOnServer(leafTextOf(entry, changesHash)) : leafOnServer(`entry ${i}`),
);
const kept = new Map<string, string>();
const roots: string[] = [];
const frontier = emptyFrontier();
for (const [position, hash] of leaves.entries()) {
  roots.push(frontier.root());
  kept.set(`0/${position}`, hash);
  for (const node of frontier.append(hash)) kept.set(`${node.level}/${node.position}`, node.hash);
}
roots.push(frontier.root());
const rootOf = (span: Span) =>
  rootOver(subtreesOf(span).map(({ level, position }) => kept.get(`${level}/${position}`)!));

function signedBy(pem: string): Receipt {
  const [signer] = signersOf(pem);
  const bare = { size: SIZE, previousSize: 20, rootHash: roots[SIZE]!, at: entry.at, keyId: signer.keyId };
  return {
    kind: 'dandang receipt',
    entry,
    changesHash,
    entryId: entry.id,
    sequence: SEQUENCE,
    leafHash: leaves[SEQUENCE]!,
    path: inclusionSpans(SEQUENCE, SIZE).map(rootOf),
    head: { ...bare, signature: signer.sign(headText(bare)), publicKey: signer.publicKey },
  };
}
const receipt = signedBy(testLogKey);
const ALL = { entry: 'holds', place: 'holds', key: 'holds', signature: 'holds' };

describe('浏览器核验回执', () => {
  test('好的回执每一项都成立', async () => {
    expect(await checkReceipt(receipt)).toEqual(ALL);
    expect(await checkReceipt(receiptFrom(JSON.stringify(receipt))!)).toEqual(ALL);
  });

  test('改动任何一处都看得出是哪一处', async () => {
    const { head } = receipt;
    expect(await checkReceipt({ ...receipt, entry: { ...entry, reason: '新设机搆' } })).toEqual({
      ...ALL,
      entry: 'fails',
    });
    expect(await checkReceipt({ ...receipt, entryId: 'aud_2' })).toEqual({ ...ALL, entry: 'fails' });
    expect(await checkReceipt({ ...receipt, sequence: 12 })).toEqual({ ...ALL, place: 'fails' });
    expect(await checkReceipt({ ...receipt, path: receipt.path.slice(1) })).toEqual({
      ...ALL,
      place: 'fails',
    });
    expect(await checkReceipt({ ...receipt, head: { ...head, at: head.at + 1 } })).toEqual({
      ...ALL,
      signature: 'fails',
    });
  });

  test('别人的密钥签的：换了公钥就与指纹不符，连指纹也换了就只有比对指纹才看得出', async () => {
    const stranger = signedBy(aLogKey(9));
    const { publicKey } = stranger.head;
    const swapped = { ...receipt, head: { ...receipt.head, publicKey } };
    expect(await checkReceipt(swapped)).toEqual({ ...ALL, key: 'fails', signature: 'fails' });
    expect(await checkReceipt(stranger)).toEqual(ALL);
    expect(stranger.head.keyId).not.toBe(receipt.head.keyId);
    expect(await checkReceipt({ ...receipt, head: { ...receipt.head, publicKey: 'AAAA' } })).toMatchObject({
      signature: 'fails',
    });
  });

  test('没有载明内容的回执只证明位置', async () => {
    const bare = { ...receipt, entry: null, changesHash: null };
    expect(await checkReceipt(bare)).toEqual({ ...ALL, entry: 'withheld' });
  });

  test('每个大小的每个位置、每个开头，与服务器算的一样', async () => {
    expect(await leafHashOf('entry 0')).toBe(leaves[0]);
    for (let size = 1; size <= SIZE; size += 1) {
      for (let sequence = 0; sequence < size; sequence += 1) {
        const path = inclusionSpans(sequence, size).map(rootOf);
        expect(await rootFrom(leaves[sequence]!, path, { sequence, size })).toBe(roots[size]);
        const older = { size: sequence + 1, rootHash: roots[sequence + 1]! };
        const newer = { size, rootHash: roots[size]! };
        const between = consistencySpans(older.size, size).map(rootOf);
        expect(await isBeginning(older, newer, between)).toBe(true);
        expect(await isBeginning({ ...older, rootHash: roots[0]! }, newer, between)).toBe(false);
      }
    }
    expect(await rootFrom(leaves[0]!, [], { sequence: 1, size: 1 })).toBeNull();
  });

  test('不是回执的、多一项少一项的都不读', () => {
    expect(receiptFrom('{')).toBeNull();
    expect(receiptFrom('[]')).toBeNull();
    expect(receiptFrom(JSON.stringify({ ...receipt, more: 1 }))).toBeNull();
    expect(receiptFrom(JSON.stringify({ ...receipt, path: 'x' }))).toBeNull();
    expect(receiptFrom(JSON.stringify(receipt.head))).toBeNull();
    expect(headFrom(JSON.stringify(receipt.head))).toEqual(receipt.head);
  });
});
