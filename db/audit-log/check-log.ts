// Checks a log from its entries up: every leaf, every node, every root, every signature, no gap, nothing left over.
// Whatever it reads from; in memory it holds one entry and the open edge of the tree.
import { folded } from '../audit-entry.ts';
import { headIdOf } from './append.ts';
import { checkKeys } from './check-keys.ts';
import type { Fault } from './faults.ts';
import { emptyFrontier } from './frontier.ts';
import { leafOf } from './leaf.ts';
import type { EntryRead, HeadRead, LogReader } from './reader.ts';
import { headText, type LogHead } from './signing.ts';
import { storedTree } from './stored-tree.ts';

export interface Findings {
  readonly size: number;
  readonly rootHash: string;
  readonly head: LogHead | null;
  readonly keyIds: readonly string[];
  /** Committed, not in the log yet. */
  readonly pending: number;
  /** The roots at the sizes asked for, as far as the log reaches. */
  readonly roots: ReadonlyMap<number, string>;
}
interface How {
  /** Sizes whose roots are wanted. */
  readonly rootsAt?: readonly number[];
  /** `last`: only the last head's signature, for a quick start. */
  readonly signatures?: 'all' | 'last';
}

export async function* checkLog(reader: LogReader, how: How = {}): AsyncGenerator<Fault, Findings> {
  const keys = await reader.keys();
  const { checks, faults } = checkKeys(keys);
  yield* faults;
  const isSigned = (head: LogHead) => checks.get(head.keyId)?.(headText(head), head.signature) === true;

  const frontier = emptyFrontier();
  const tree = storedTree(reader.tree);
  const heads = reader.heads()[Symbol.asyncIterator]();
  const roots = new Map<number, string>([[0, frontier.root()]]);
  const wanted = new Set(how.rootsAt);
  let next = (await heads.next()) as IteratorResult<HeadRead, undefined>;
  let last: HeadRead | null = null;
  let changes = 0;
  let isTreeLost = false;
  let isRootLost = false;

  for await (const leaf of reader.leaves()) {
    changes += leaf.read?.changes.length ?? 0;
    const at = { sequence: leaf.sequence, entry: leaf.entryId };
    if (leaf.read === null) yield { kind: 'entryMissing', place: at };
    else if (leafOf(leaf.read.entry, leaf.read.changes) !== leaf.leafHash || !isInOrder(leaf.read))
      yield { kind: 'entryAltered', place: at };
    else if (!isCoherent(leaf.read)) yield { kind: 'entryIncoherent', place: at };
    if (isTreeLost) continue;
    if (leaf.sequence !== frontier.size) {
      yield { kind: 'sequenceGap', place: { sequence: frontier.size } };
      isTreeLost = true;
      continue;
    }
    for (const node of frontier.append(leaf.leafHash)) yield* tree.expect(node);
    if (wanted.has(frontier.size)) roots.set(frontier.size, frontier.root());
    while (!next.done && next.value.size <= frontier.size) {
      const head: HeadRead = next.value;
      if (head.previousSize !== (last?.size ?? 0) || head.id !== headIdOf(head.size))
        yield { kind: 'headGap', place: { size: head.size } };
      if (how.signatures !== 'last' && !isSigned(head))
        yield { kind: 'signatureWrong', place: { size: head.size } };
      if (!isRootLost && (head.size !== frontier.size || head.rootHash !== frontier.root())) {
        yield { kind: 'rootWrong', place: { size: head.size } };
        isRootLost = true;
      }
      last = head;
      next = (await heads.next()) as IteratorResult<HeadRead, undefined>;
    }
  }
  if (!isTreeLost) {
    yield* tree.end();
    if (!next.done) yield { kind: 'logTruncated', place: { size: next.value.size, entries: frontier.size } };
    else if ((last?.size ?? 0) !== frontier.size)
      yield { kind: 'leavesUnsigned', place: { size: last?.size ?? 0, entries: frontier.size } };
  }
  if (how.signatures === 'last' && last && !isSigned(last))
    yield { kind: 'signatureWrong', place: { size: last.size } };

  let pending = 0;
  for await (const read of reader.pending()) {
    pending += 1;
    changes += read.changes.length;
    if (!isCoherent(read) || !isInOrder(read))
      yield { kind: 'entryIncoherent', place: { entry: read.entry.id } };
  }
  const stored = await reader.changeCount();
  if (stored !== null && stored !== changes)
    yield { kind: 'changesWithoutEntry', place: { changes: stored - changes } };
  return {
    size: frontier.size,
    rootHash: frontier.root(),
    head: last && withoutId(last),
    keyIds: keys.map(({ id }) => id),
    pending,
    roots,
  };
}

/** No audit, no act: an entry names at least one row, and folds what it names. */
const isCoherent = ({ entry, changes }: EntryRead): boolean =>
  changes.length > 0 &&
  entry.oldHash === folded(changes, 'oldHash') &&
  entry.newHash === folded(changes, 'newHash');
const isInOrder = ({ changes }: EntryRead): boolean => changes.every(({ position }, i) => position === i);

function withoutId({ id: _, ...head }: HeadRead): LogHead {
  return head;
}
