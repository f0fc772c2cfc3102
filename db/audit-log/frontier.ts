// Appends to the tree with what lies open on its right: at most one complete subtree of each size.
import { nodeHashOf } from './hashing.ts';
import { type LogNode, rootOver } from './tree.ts';

export interface Frontier {
  readonly size: number;
  /** The root over everything appended so far. */
  root(): string;
  /** Takes the next leaf; answers the subtrees that it completes, the smallest first. */
  append(leafHash: string): LogNode[];
  /** Another that goes on from here. */
  copy(): Frontier;
}

/** `hashes` are the roots of the complete subtrees of the first `size` leaves, left to right. */
export function frontierAt(size: number, hashes: readonly string[]): Frontier {
  const open = [...hashes];
  let count = size;
  return {
    get size() {
      return count;
    },
    root: () => rootOver(open),
    append(leafHash) {
      const completed: LogNode[] = [];
      let hash = leafHash;
      let position = count;
      for (let level = 1; position % 2 === 1; level += 1) {
        hash = nodeHashOf(open.pop()!, hash);
        position = (position - 1) / 2;
        completed.push({ level, position, hash });
      }
      open.push(hash);
      count += 1;
      return completed;
    },
    copy: () => frontierAt(count, open),
  };
}

export const emptyFrontier = (): Frontier => frontierAt(0, []);
