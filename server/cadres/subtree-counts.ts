interface InTree {
  readonly id: string;
  readonly parentId: string | null;
}

/** What is counted of each unit, with what is counted of all units below it. */
export function subtreeCounts(
  units: readonly InTree[],
  own: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const parents = new Map(units.map(({ id, parentId }) => [id, parentId]));
  const totals = new Map<string, number>();
  for (const { id } of units) {
    const seen = new Set<string>();
    // A circle of parents ends where it began.
    for (let at: string | null = id; at !== null && parents.has(at) && !seen.has(at);) {
      seen.add(at);
      totals.set(at, (totals.get(at) ?? 0) + (own.get(id) ?? 0));
      at = parents.get(at) ?? null;
    }
  }
  return totals;
}
