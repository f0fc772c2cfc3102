// Whether an embedded store keeps what it acknowledges, asked before anybody writes to it.
import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Because } from './read-only-mode.ts';
import { isStoreDamaged } from './store-errors.ts';

/** Up to here every index is compared with its table; beyond, the structure of the pages has to do. */
const CHECKED_WHOLLY_BYTES = 64 * 1024 * 1024;
/** Less than this and the next few writes would fill the disk again. */
const ROOM_BYTES = 8 * 1024 * 1024;

export function unsoundness(
  client: Database,
  wanted: Readonly<Record<string, string | number>>,
  file: string,
): Because | null {
  const found = Object.keys(wanted).every(
    (pragma) => client.pragma(pragma, { simple: true }) === wanted[pragma],
  );
  if (!found) return 'unsafe';
  const check = statSync(file).size <= CHECKED_WHOLLY_BYTES ? 'integrity_check(1)' : 'quick_check(1)';
  try {
    return client.pragma(check, { simple: true }) === 'ok' ? null : 'damaged';
  } catch (fault) {
    if (isStoreDamaged(fault)) return 'damaged';
    throw fault;
  }
}

export function hasRoom(file: string): boolean {
  const { bavail, bsize } = statfsSync(dirname(file));
  return bavail * bsize >= ROOM_BYTES;
}
