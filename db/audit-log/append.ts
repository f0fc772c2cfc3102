// The only writer of the log's tables. What it writes is not audited by itself: the log is the record of the audit
// entries, an entry about it would need an entry of its own; every one of its rows can be computed from the entries
// and is, by `verify`.
import {
  changesOfEntries,
  latestHead,
  leafCount,
  logKeysInUse,
  subtreeRoots,
  unsequencedEntries,
} from '../queries/log.ts';
import type { Db, Tx } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { emptyFrontier, type Frontier, frontierAt } from './frontier.ts';
import { leafOf } from './leaf.ts';
import { headText, type LogSigner, voucherText } from './signing.ts';
import { type LogNode, subtreesOf } from './tree.ts';

/** The log's tables contradict each other: nothing may be added to it before somebody has looked. */
export class LogBroken extends Error {
  constructor(what: string) {
    super(`the audit log is broken: ${what}`);
  }
}
/** Heads were signed with a key that is not among those given. */
export class UnknownLogKey extends Error {
  constructor(keyId: string) {
    super(
      `日志由另一把密钥签名 the log is signed with another key (${keyId.slice(0, 16)}…): ` +
        '请恢复原密钥文件；更换密钥时把旧钥放在新钥之后 restore the key file, or give the old key after the new one',
    );
  }
}

export interface Appended {
  readonly entryId: string;
  readonly leafHash: string;
}
interface Needed {
  readonly tables: Tables;
  /** The present key first. */
  readonly signers: readonly LogSigner[];
  readonly now: () => number;
}
export interface LogWriter {
  /** Gives the leaves the next places and signs one head over all of them, in the caller's transaction. */
  append(tx: Tx, leaves: readonly Appended[]): Promise<void>;
  /** Takes up entries that were left without a leaf; answers how many, at most `MOST_AT_ONCE`. */
  takeUp(tx: Tx, since: number): Promise<number>;
}

export const MOST_AT_ONCE = 500;

export function logWriter({ tables, signers, now }: Needed): LogWriter {
  const signer = signers[0]!;
  /** Where the last append ended; it counts only while the stored head says the same. */
  let known: { frontier: Frontier; rootHash: string } | null = null;

  async function frontierOf(tx: Tx, head: Row<'logHeads'> | undefined): Promise<Frontier> {
    if (known && known.frontier.size === head?.size && known.rootHash === head.rootHash)
      return known.frontier.copy();
    return storedFrontier(tx, tables, head);
  }

  async function append(tx: Tx, leaves: readonly Appended[]): Promise<void> {
    if (leaves.length === 0) return;
    const head = await latestHead(tx, tables);
    const frontier = await frontierOf(tx, head);
    if (head?.keyId !== signer.keyId) await publishKey(tx, head?.keyId ?? signer.keyId);
    const nodes: LogNode[] = [];
    const rows = leaves.map((leaf) => {
      const sequence = frontier.size;
      nodes.push(...frontier.append(leaf.leafHash));
      return { ...leaf, sequence };
    });
    const rootHash = frontier.root();
    const unsigned = {
      size: frontier.size,
      previousSize: head?.size ?? 0,
      rootHash,
      at: now(),
      keyId: signer.keyId,
    };
    const signature = signer.sign(headText(unsigned));
    await tx.insertAll(tables.logLeaves, rows);
    await tx.insertAll(tables.logNodes, nodes);
    await tx.insertAll(tables.logHeads, [{ id: headIdOf(frontier.size), ...unsigned, signature }]);
    known = { frontier, rootHash };
  }

  /** With the first head it signs a key is published, vouched for by the one before. */
  async function publishKey(tx: Tx, before: string): Promise<void> {
    const published = await logKeysInUse(tx, tables);
    if (published.some(({ id }) => id === signer.keyId)) return;
    const voucher = signers.find(({ keyId }) => keyId === before);
    if (!voucher) throw new UnknownLogKey(before);
    const key = { id: signer.keyId, publicKey: signer.publicKey, at: now(), vouchedBy: before };
    await tx.insertAll(tables.logKeys, [{ ...key, voucher: voucher.sign(voucherText(key)) }]);
  }

  return {
    append,
    async takeUp(tx, since) {
      const entries = await unsequencedEntries(tx, tables, { since, limit: MOST_AT_ONCE });
      const changes = await changesOfEntries(
        tx,
        tables,
        entries.map(({ id }) => id),
      );
      await append(
        tx,
        entries.map((entry) => ({ entryId: entry.id, leafHash: leafOf(entry, changes.get(entry.id) ?? []) })),
      );
      return entries.length;
    },
  };
}

export const headIdOf = (size: number): string => `head_${size}`;

/** What lies open on the right of the stored tree, refused if it is not what the head signed. */
async function storedFrontier(db: Db, tables: Tables, head: Row<'logHeads'> | undefined): Promise<Frontier> {
  const count = await leafCount(db, tables);
  if (count !== (head?.size ?? 0)) throw new LogBroken(`${count} leaves, ${head?.size ?? 0} in the head`);
  if (!head) return emptyFrontier();
  const places = subtreesOf({ from: 0, to: head.size });
  const found = await subtreeRoots(db, tables, places);
  const hashes = places.map(
    ({ level, position }) => found.find((node) => node.level === level && node.position === position)?.hash,
  );
  if (hashes.includes(undefined)) throw new LogBroken('a node is missing');
  const frontier = frontierAt(head.size, hashes as string[]);
  if (frontier.root() !== head.rootHash) throw new LogBroken('the root is not the head’s');
  return frontier;
}
