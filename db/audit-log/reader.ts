// What a check reads, wherever it is kept: a live store or an exported file.
import type { Change, Entry } from './leaf.ts';
import type { LogHead, LogKey } from './signing.ts';
import type { LogNode } from './tree.ts';

/** An entry with the rows it names, each at the place where it was named. */
export interface EntryRead {
  readonly entry: Entry;
  readonly changes: readonly (Change & { readonly position: number })[];
}
export interface LeafRead {
  readonly sequence: number;
  readonly entryId: string;
  readonly leafHash: string;
  /** Null where the entry is gone. */
  readonly read: EntryRead | null;
}
/** A head with the id it is kept under. */
export type HeadRead = LogHead & { readonly id: string };

export interface LogReader {
  keys(): Promise<readonly LogKey[]>;
  /** By size. */
  heads(): AsyncIterable<HeadRead>;
  /** By place. */
  leaves(): AsyncIterable<LeafRead>;
  /** Committed and not taken up yet. */
  pending(): AsyncIterable<EntryRead>;
  /** What is stored of the tree, by position, and how many levels there are; null where none of it is kept. */
  readonly tree: { nodes(level: number): AsyncIterable<LogNode>; count(): Promise<number> } | null;
  /** How many changes there are in all, whatever they belong to; null = not known. */
  changeCount(): Promise<number | null>;
}
