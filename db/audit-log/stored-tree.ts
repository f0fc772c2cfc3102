import type { Fault } from './faults.ts';
import type { LogReader } from './reader.ts';
import type { LogNode } from './tree.ts';

/** Compares the stored subtrees, level by level in their order, with those that the leaves complete. */
export function storedTree(tree: LogReader['tree']) {
  const levels = new Map<number, AsyncIterator<LogNode>>();
  let met = 0;
  let wrong = 0;

  const nextOf = async (from: NonNullable<LogReader['tree']>, level: number) => {
    let nodes = levels.get(level);
    if (!nodes) levels.set(level, (nodes = from.nodes(level)[Symbol.asyncIterator]()));
    return nodes.next();
  };
  return {
    async *expect(node: LogNode): AsyncGenerator<Fault> {
      if (tree === null || wrong > 0) return;
      const { value, done } = await nextOf(tree, node.level);
      if (!done && value.position === node.position && value.hash === node.hash) {
        met += 1;
        return;
      }
      wrong += 1;
      yield { kind: 'nodeWrong', place: { level: node.level, position: node.position } };
    },
    /** Nothing is left that no leaves completed. */
    async *end(): AsyncGenerator<Fault> {
      if (tree === null || wrong > 0) return;
      const count = await tree.count();
      if (count !== met) yield { kind: 'nodeWrong', place: { nodes: count - met } };
    },
  };
}
