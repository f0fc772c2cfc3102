// The units as a tree in the order given.
import type { UnitView } from './roster.api.ts';

export interface UnitBranch {
  readonly unit: UnitView;
  readonly depth: number;
}

/** Parents before children, siblings as given; a unit whose parent is out of sight stands at the top. */
export function branchesOf(units: readonly UnitView[]): readonly UnitBranch[] {
  const seen = new Set(units.map(({ id }) => id));
  const parentOf = ({ parentId }: UnitView): string =>
    parentId !== null && seen.has(parentId) ? parentId : '';
  const below = (parent: string, depth: number): UnitBranch[] =>
    units.flatMap((unit) =>
      parentOf(unit) === parent ? [{ unit, depth }, ...below(unit.id, depth + 1)] : [],
    );
  return below('', 0);
}
