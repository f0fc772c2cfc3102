// Whether every row of every audited table is what its last act left.
import { getTableName } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import { hashOfRow } from '../audit-entry.ts';
import type { Db } from '../store.ts';
import type { Tables } from '../tables/index.ts';
import type { Fault } from './faults.ts';
import { auditedTables, type RowHistory, rowHistories, storedRows, type StoredRow } from './row-histories.ts';

export async function* checkRows(db: Db, tables: Tables): AsyncGenerator<Fault> {
  for (const table of auditedTables(tables)) {
    for await (const pair of besideHistories(db, tables, table)) {
      const kind = faultOf(pair);
      if (kind !== null) yield { kind, place: { table: getTableName(table), row: pair.rowId } };
    }
  }
}

export interface RowBesideHistory {
  readonly rowId: string;
  readonly stored: StoredRow | null;
  /** Undefined where no act ever named the row. */
  readonly history: RowHistory | undefined;
}

function faultOf({ stored, history }: RowBesideHistory): Fault['kind'] | null {
  if (history !== undefined && history.expected === undefined) return 'historyBroken';
  const expected = history?.expected ?? null;
  if (stored === null) return expected === null ? null : 'rowRemoved';
  if (expected === null) return 'rowAdded';
  return stored.isOdd || hashOfRow(stored.row) !== expected ? 'rowAltered' : null;
}

/** Rows and histories of one table, side by side; both come in the order of row ids. */
export async function* besideHistories(
  db: Db,
  tables: Tables,
  table: PgTable,
): AsyncGenerator<RowBesideHistory> {
  const histories = rowHistories(db, tables, getTableName(table));
  let history = await histories.next();
  for await (const stored of storedRows(db, table)) {
    while (!history.done && history.value.rowId < stored.rowId) {
      yield { rowId: history.value.rowId, stored: null, history: history.value };
      history = await histories.next();
    }
    const isSame = !history.done && history.value.rowId === stored.rowId;
    yield { rowId: stored.rowId, stored, history: isSame ? (history.value as RowHistory) : undefined };
    if (isSame) history = await histories.next();
  }
  while (!history.done) {
    yield { rowId: history.value.rowId, stored: null, history: history.value };
    history = await histories.next();
  }
}
