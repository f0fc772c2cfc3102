// Many rows of one table, fast, and without keeping everybody else waiting.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './store.ts';

const ROWS_BETWEEN_TURNS = 500;

/** One prepared statement a table; the event loop gets its turn between blocks of rows. */
export function preparedInserts(client: Database): Tx['insertAll'] {
  const prepared = new Map<PgTable, (row: Record<string, unknown>) => void>();
  return async (table, rows) => {
    let insert = prepared.get(table);
    if (!insert) prepared.set(table, (insert = insertOf(client, table)));
    for (const [position, row] of rows.entries()) {
      if (position > 0 && position % ROWS_BETWEEN_TURNS === 0) await nextTurn();
      insert(row);
    }
  };
}

function insertOf(client: Database, table: PgTable): (row: Record<string, unknown>) => void {
  const columns = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const places = columns.map(() => '?').join(', ');
  const statement = client.prepare(`insert into "${getTableName(table)}" (${names}) values (${places})`);
  return (row) => {
    statement.run(
      columns.map(([key, column]) => (row[key] == null ? null : column.mapToDriverValue(row[key]))),
    );
  };
}
