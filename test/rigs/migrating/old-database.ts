// A database as an earlier release left it: its schema from the migrations of that time, and rows in every table.
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { Dialect } from '../../../db/columns.ts';
import { applyPending } from '../../../db/migrate.ts';
import { aFolder } from '../support/database.ts';

export const MIGRATIONS = resolve(import.meta.dirname, '../../../db/migrations');

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}
interface SnapshotColumn {
  readonly name: string;
  readonly type: string;
  readonly primaryKey: boolean;
  readonly notNull: boolean;
}
interface SnapshotTable {
  readonly name: string;
  readonly columns: Readonly<Record<string, SnapshotColumn>>;
  readonly foreignKeys: Readonly<
    Record<
      string,
      {
        readonly tableTo: string;
        readonly columnsFrom: readonly string[];
        readonly columnsTo: readonly string[];
      }
    >
  >;
}
export interface Engine {
  rows(sql: string): Promise<Record<string, unknown>[]>;
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

const journalOf = (dialect: Dialect, folder = MIGRATIONS): Journal =>
  JSON.parse(readFileSync(join(folder, dialect, 'meta/_journal.json'), 'utf8')) as Journal;

/** How many schemas there are; the last is the present one. */
export const schemaCount = (dialect: Dialect): number => journalOf(dialect).entries.length;

export async function engineAt(dialect: Dialect, url: string): Promise<Engine> {
  if (dialect === 'sqlite') {
    const client = new Database(url.slice('file:'.length));
    return {
      rows: async (sql) => client.prepare(sql).all() as Record<string, unknown>[],
      run: async (sql) => void client.exec(sql),
      close: async () => void client.close(),
    };
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return {
    rows: async (sql) => (await client.query<Record<string, unknown>>(sql)).rows,
    run: async (sql) => void (await client.query(sql)),
    close: () => client.end(),
  };
}

/** Brings an empty database to the schema after `count` migrations, and fills it. */
export async function asReleased(dialect: Dialect, url: string, count: number): Promise<void> {
  const folder = aFolder();
  const engine = await engineAt(dialect, url);
  try {
    cpSync(MIGRATIONS, folder, { recursive: true });
    const file = join(folder, dialect, 'meta/_journal.json');
    const journal = journalOf(dialect);
    writeFileSync(file, JSON.stringify({ ...journal, entries: journal.entries.slice(0, count) }));
    await applyPending(engine, join(folder, dialect));
    await fill(engine, tablesAfter(dialect, count));
  } finally {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export function tablesAfter(dialect: Dialect, count: number): SnapshotTable[] {
  const file = join(MIGRATIONS, dialect, 'meta', `${String(count - 1).padStart(4, '0')}_snapshot.json`);
  const { tables } = JSON.parse(readFileSync(file, 'utf8')) as { tables: Record<string, SnapshotTable> };
  return Object.values(tables);
}

const ROWS_A_TABLE = 3;
const quoted = (name: string): string => `"${name}"`;

/** Three rows a table, pointing at each other; parents first. */
async function fill(engine: Engine, tables: readonly SnapshotTable[]): Promise<void> {
  const done = new Set<string>();
  const waiting = [...tables];
  for (let tries = waiting.length ** 2; waiting.length > 0 && tries > 0; tries -= 1) {
    const table = waiting.shift()!;
    const parents = Object.values(table.foreignKeys).map(({ tableTo }) => tableTo);
    if (!parents.every((parent) => parent === table.name || done.has(parent))) {
      waiting.push(table);
      continue;
    }
    for (let n = 1; n <= ROWS_A_TABLE; n += 1) await engine.run(insertionInto(table, tables, n));
    done.add(table.name);
  }
  if (waiting.length > 0) throw new Error(`tables in a ring: ${waiting.map(({ name }) => name).join(', ')}`);
}

function insertionInto(table: SnapshotTable, tables: readonly SnapshotTable[], n: number): string {
  const { name, columns, foreignKeys } = table;
  const targets = new Map(Object.values(foreignKeys).map((key) => [key.columnsFrom[0]!, key] as const));
  const all = Object.values(columns);
  const values = all.map((column) => {
    const key = targets.get(column.name);
    if (key === undefined) return valueOf(name, column, n);
    if (key.tableTo === name) return 'null';
    const target = tables.find((each) => each.name === key.tableTo)!;
    return valueOf(target.name, target.columns[key.columnsTo[0]!]!, n);
  });
  return `insert into ${quoted(name)} (${all.map((column) => quoted(column.name)).join(', ')}) values (${values.join(', ')})`;
}

function valueOf(table: string, { name, type }: SnapshotColumn, n: number): string {
  if (/bool/u.test(type)) return n % 2 === 0 ? 'true' : 'false';
  if (/json/u.test(type)) return `'{"n": ${n}}'`;
  if (/int/u.test(type)) return String(name === 'year' ? 2025 + n : n);
  return `'${table}_${name}_${n}'`;
}
