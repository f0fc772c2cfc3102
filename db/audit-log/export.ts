// The log in a file: one JSON document a line, first what it is, then keys, then heads and entries in their order.
// Whoever holds it checks it without the store; it has hashes of rows, never rows.
import { count } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Tables } from '../tables/index.ts';
import { headIdOf } from './append.ts';
import type { Change, Entry } from './leaf.ts';
import type { HeadRead, LeafRead, LogReader } from './reader.ts';
import type { LogHead, LogKey } from './signing.ts';
import { storeReader } from './store-reader.ts';

const KIND = 'dandang log';

type Packed = [table: string, row: string, oldHash: string | null, newHash: string | null][];
type Line =
  | { kind: typeof KIND; version: 1; entries: number }
  | { key: LogKey }
  | { head: LogHead }
  | { leaf: Pick<LeafRead, 'sequence' | 'leafHash'>; entry: Entry; changes: Packed };

export class UnreadableExport extends Error {
  readonly line: number;
  constructor(line: number) {
    super(`line ${line} is not one of an exported log`);
    this.line = line;
  }
}

export async function* exportedLines(db: Db, tables: Tables): AsyncGenerator<string> {
  for await (const line of linesOf(db, tables)) yield `${JSON.stringify(line)}\n`;
}

async function* linesOf(db: Db, tables: Tables): AsyncGenerator<Line> {
  const reader = storeReader(db, tables);
  const [{ entries } = { entries: 0 }] = await db.select({ entries: count() }).from(tables.logLeaves);
  yield { kind: KIND, version: 1, entries };
  for (const key of await reader.keys()) yield { key };
  for await (const { id: _, ...head } of reader.heads()) yield { head };
  for await (const { sequence, leafHash, read } of reader.leaves()) {
    if (read === null) continue;
    const changes = read.changes.map((c): Packed[number] => [c.tableName, c.rowId, c.oldHash, c.newHash]);
    yield { leaf: { sequence, leafHash }, entry: read.entry, changes };
  }
}

/** `open` begins the file anew each time it is called. */
export function exportReader(open: () => AsyncIterable<string>): LogReader {
  async function* lines(): AsyncGenerator<Line> {
    let number = 0;
    for await (const text of open()) {
      number += 1;
      if (text === '') continue;
      const line = parsed(text, number);
      if (number === 1 && !('kind' in line && line.kind === KIND)) throw new UnreadableExport(1);
      yield line;
    }
    if (number === 0) throw new UnreadableExport(1);
  }
  return {
    async keys() {
      const keys: LogKey[] = [];
      for await (const line of lines()) if ('key' in line) keys.push(line.key);
      return keys;
    },
    async *heads(): AsyncGenerator<HeadRead> {
      for await (const line of lines())
        if ('head' in line) yield { ...line.head, id: headIdOf(line.head.size) };
    },
    async *leaves(): AsyncGenerator<LeafRead> {
      for await (const line of lines()) if ('leaf' in line) yield leafFrom(line);
    },
    async *pending() {},
    tree: null,
    changeCount: async () => null,
  };
}

function parsed(text: string, number: number): Line {
  try {
    const line = JSON.parse(text) as Line;
    if (['kind', 'key', 'head', 'leaf'].some((name) => name in line)) return line;
  } catch {
    // Said below with the number of the line.
  }
  throw new UnreadableExport(number);
}

function leafFrom({ leaf, entry, changes }: Extract<Line, { leaf: unknown }>): LeafRead {
  const read = changes.map(
    ([tableName, rowId, oldHash, newHash], position): Change & { position: number } => ({
      tableName,
      rowId,
      oldHash,
      newHash,
      position,
    }),
  );
  return { ...leaf, entryId: entry.id, read: { entry, changes: read } };
}
