/** What a cap leaves of the points gathered under each key, and where it cut, keys in ascending order. */
export interface Capped<Key> {
  readonly kept: ReadonlyMap<Key, number>;
  readonly cuts: readonly { readonly key: Key; readonly before: number; readonly cut: number }[];
}

/** Holds the points of every key at `cap`. */
export function capEach<Key extends string | number>(
  points: ReadonlyMap<Key, number>,
  cap: number,
): Capped<Key> {
  const kept = new Map<Key, number>();
  const cuts: { key: Key; before: number; cut: number }[] = [];
  for (const key of [...points.keys()].sort((a, b) => (a < b ? -1 : 1))) {
    const before = points.get(key)!;
    kept.set(key, Math.min(before, cap));
    if (before > cap) cuts.push({ key, before, cut: before - cap });
  }
  return { kept, cuts };
}

/** Adds up points under the key each item names. */
export function pointsBy<Item extends { readonly points: number }, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): Map<Key, number> {
  const points = new Map<Key, number>();
  for (const item of items) {
    const key = keyOf(item);
    points.set(key, (points.get(key) ?? 0) + item.points);
  }
  return points;
}
