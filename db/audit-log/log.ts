// The log as callers see it: heads, proofs, keys. Reading only; entries reach it by being committed.
import { headOfSize, latestHead, leafAt, leafOfEntry, logKeysInUse, subtreeRoots } from '../queries/log.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { headText, type LogHead, type LogKey, signatureCheck } from './signing.ts';
import { consistencySpans, inclusionSpans, rootOver, type Span, subtreesOf } from './tree.ts';

export interface Inclusion {
  readonly entryId: string;
  readonly sequence: number;
  readonly leafHash: string;
  readonly size: number;
  readonly path: readonly string[];
}

export interface AuditLog {
  /** The ids of the keys this product holds; the first one signs. */
  readonly keyIds: readonly string[];
  /** The latest head; null while there is no entry. */
  head(): Promise<LogHead | null>;
  /** The head that was signed over exactly so many entries, if one was. */
  headAt(size: number): Promise<LogHead | null>;
  /** The root over the first `size` entries, signed or not; null if there are fewer. */
  rootAt(size: number): Promise<string | null>;
  /** Where an entry (its id) or a place stands in the log of `size` entries. */
  inclusion(leaf: string | number, size: number): Promise<Inclusion | null>;
  /** That the log of `from` entries is the beginning of the one of `to`. */
  consistency(from: number, to: number): Promise<readonly string[] | null>;
  /** Every public key there ever was, the oldest first. */
  keys(): Promise<readonly LogKey[]>;
  /** Whether the latest head is signed by a published key and is the root of what is stored. */
  headHolds(): Promise<boolean>;
  /** Resolves when everything committed before now is in the log. */
  sequenced(): Promise<void>;
}

interface Needed {
  readonly db: Db;
  readonly tables: Tables;
  readonly keyIds: readonly string[];
  readonly sequenced: () => Promise<void>;
}

export function auditLog({ db, tables, keyIds, sequenced }: Needed): AuditLog {
  /** The root of each span, all from one question to the store. */
  async function rootsOf(spans: readonly Span[]): Promise<string[]> {
    const found = await subtreeRoots(db, tables, spans.flatMap(subtreesOf));
    const known = new Map(found.map(({ level, position, hash }) => [`${level}/${position}`, hash]));
    return spans.map((span) =>
      rootOver(subtreesOf(span).map(({ level, position }) => known.get(`${level}/${position}`) ?? '')),
    );
  }
  const sizeNow = async () => (await latestHead(db, tables))?.size ?? 0;

  async function rootAt(size: number): Promise<string | null> {
    if (size < 0 || size > (await sizeNow())) return null;
    return (await rootsOf([{ from: 0, to: size }]))[0]!;
  }

  return {
    keyIds,
    sequenced,
    rootAt,
    head: async () => asHead(await latestHead(db, tables)),
    headAt: async (size) => asHead(await headOfSize(db, tables, size)),
    keys: () => logKeysInUse(db, tables),
    async inclusion(wanted, size) {
      const leaf = await (typeof wanted === 'string' ? leafOfEntry : leafAt)(db, tables, wanted as never);
      if (!leaf || leaf.sequence >= size || size > (await sizeNow())) return null;
      return { ...leaf, size, path: await rootsOf(inclusionSpans(leaf.sequence, size)) };
    },
    async consistency(from, to) {
      if (from < 0 || from > to || to > (await sizeNow())) return null;
      return rootsOf(consistencySpans(from, to));
    },
    async headHolds() {
      const head = await latestHead(db, tables);
      if (!head) return true;
      const key = (await logKeysInUse(db, tables)).find(({ id }) => id === head.keyId);
      const isSigned = key !== undefined && signatureCheck(key.publicKey)(headText(head), head.signature);
      return isSigned && (await rootAt(head.size)) === head.rootHash;
    },
  };
}

function asHead(row: Row<'logHeads'> | undefined): LogHead | null {
  if (!row) return null;
  const { id: _, ...head } = row;
  return head;
}
