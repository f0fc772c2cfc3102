// The root of the log as it was at an earlier size, from the subtrees that are kept.
import { rootOver, subtreesOf } from '../audit-log/tree.ts';
import type { Db } from '../store.ts';
import type { Tables } from '../tables/index.ts';
import { subtreeRoots } from './log.ts';

/** Null where the log is shorter than that. */
export async function rootAtSize(db: Db, tables: Tables, size: number): Promise<string | null> {
  const places = subtreesOf({ from: 0, to: size });
  const found = await subtreeRoots(db, tables, places);
  const hashes = places.map(
    (place) =>
      found.find(({ level, position }) => level === place.level && position === place.position)?.hash,
  );
  return hashes.every((hash) => hash !== undefined) ? rootOver(hashes) : null;
}
