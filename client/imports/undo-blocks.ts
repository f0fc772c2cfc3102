// What stands in the way of an undo: the server names rows (`/conduct_records/con_1`), people want to know how many of what.
import type { FieldProblem } from '../problem.ts';

export interface BlockGroup {
  readonly table: string;
  readonly blocks: readonly FieldProblem[];
}

/** The blocks by the table they are in, in the order in which the tables first occur. */
export function blocksByTable(blocks: readonly FieldProblem[]): readonly BlockGroup[] {
  const groups = new Map<string, FieldProblem[]>();
  for (const block of blocks) {
    const table = block.pointer.split('/')[1] ?? '';
    groups.set(table, [...(groups.get(table) ?? []), block]);
  }
  return [...groups].map(([table, members]) => ({ table, blocks: members }));
}
