// One page of a list and where the next begins. The cursor is the sort key of the last row shown,
// so rows added or withdrawn meanwhile neither repeat nor skip the others.
export interface Page<T> {
  items: T[];
  next: string | null;
}
export type PageRequest = { after: string | null; limit: number };

type KeyPart = string | number;

export class UnknownCursor extends Error {
  constructor() {
    super('the cursor is not one this list gave out');
  }
}

const cursorOf = (key: readonly KeyPart[]): string => Buffer.from(JSON.stringify(key)).toString('base64url');

/** The sort key inside a cursor, checked against the kinds of value the list sorts by; null at the start. */
export function keyAfter<const K extends readonly ('string' | 'number')[]>(
  cursor: string | null,
  kinds: K,
): { [I in keyof K]: K[I] extends 'number' ? number : string } | null {
  if (cursor === null) return null;
  const key = parsed(cursor);
  if (!Array.isArray(key) || key.length !== kinds.length) throw new UnknownCursor();
  if (kinds.some((kind, i) => typeof key[i] !== kind)) throw new UnknownCursor();
  return key as never;
}

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new UnknownCursor();
  }
}

/** `rows` holds one row more than the page if there is a next one: ask the store for `limit + 1`. */
export function pageOf<T>(rows: T[], limit: number, keyOf: (row: T) => readonly KeyPart[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? cursorOf(keyOf(last)) : null };
}
