// SQLite reads a query's text once: the same text asked again finds its prepared statement.
import type { Database, Statement } from 'better-sqlite3';

/** Lists of many ids make many texts; those asked longest ago are let go. */
const MOST = 400;

/** The same connection, whose `prepare` keeps its statements. Each must be run to its end before the next is asked. */
export function withKeptStatements(client: Database): Database {
  const kept = new Map<string, Statement>();
  const prepare = (source: string): Statement => {
    const statement = kept.get(source) ?? client.prepare(source);
    // Rows as arrays are a setting of the statement, left behind by who asked before.
    if (statement.reader) statement.raw(false);
    kept.delete(source);
    kept.set(source, statement);
    if (kept.size > MOST) kept.delete(kept.keys().next().value!);
    return statement;
  };
  return Object.assign(Object.create(client) as Database, { prepare });
}
