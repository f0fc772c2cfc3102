// Every sealed value under the present key: batch by batch, each one act, and where it stopped it goes on.
import {
  countSealedBefore,
  importChangesFrom,
  importChangesOfRows,
  rowsNamed,
  rowsSealedBefore,
  type SealedTable,
  sealedTables,
} from '../../db/queries/sealed-rows.ts';
import { changeRow } from '../../db/rows.ts';
import type { Changed, Store, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';

export interface Resealed {
  readonly values: number;
  readonly batches: number;
}

/** Contents of evidence are large. */
const BATCH: Readonly<Record<string, number>> = { evidence_contents: 4 };
const USUAL_BATCH = 50;
const DEED = 'keys.resealed';

type Stored = Record<string, unknown>;

export function resealing(store: Store) {
  const { read, tables, sealed } = store;
  const holdsBefore = (row: object): boolean => Object.values(row).some((value) => sealed.isOlder(value));

  /**
   * The same old value becomes the same new one wherever it stands within a batch: whether a row was changed
   * since an import is asked by comparing the two.
   */
  function resealer() {
    const made = new Map<string, string>();
    const anew = (value: string): string => {
      const fresh = made.get(value) ?? sealed.seal(sealed.unseal(value));
      made.set(value, fresh);
      return fresh;
    };
    const rowAnew = (row: object): Stored =>
      Object.fromEntries(
        Object.entries(row).flatMap(([name, value]) => (sealed.isOlder(value) ? [[name, anew(value)]] : [])),
      );
    return { rowAnew, count: () => made.size };
  }

  /** Some rows of a table, and what imports remember of them. */
  async function reseal(
    tx: Tx,
    changed: Changed,
    table: SealedTable,
    ids: readonly string[],
  ): Promise<number> {
    const { rowAnew, count } = resealer();
    for (const before of await rowsNamed(tx, table, ids))
      if (holdsBefore(before)) {
        const change = { before: before as never, set: rowAnew(before) as never };
        await changeRow(tx, changed, table.table, change);
      }
    for (const before of await importChangesOfRows(tx, tables, table.name, ids)) {
      if (!holdsBefore(before.before) && !holdsBefore(before.after)) continue;
      const set = {
        before: { ...before.before, ...rowAnew(before.before) },
        after: { ...before.after, ...rowAnew(before.after) },
      } as Partial<Row<'importChanges'>>;
      await changeRow(tx, changed, tables.importChanges, { before, set });
    }
    return count();
  }

  const batch = (table: SealedTable, ids: readonly string[]): Promise<number> =>
    store.write(
      { actor: 'system', duty: 'system', deed: DEED, subject: table.name, reason: null },
      (tx, changed) => reseal(tx, changed, table, ids),
    );

  /** Rows that hold nothing old any more, but whose imports do. */
  async function* rememberedByImports(): AsyncGenerator<readonly [SealedTable, readonly string[]]> {
    const known = new Map(sealedTables(tables).map((table) => [table.name, table]));
    for (let after = ''; ;) {
      const page = await importChangesFrom(read, tables, { after, limit: USUAL_BATCH });
      const old = page.filter(({ before, after: then }) => holdsBefore(before) || holdsBefore(then));
      for (const [name, changes] of Map.groupBy(old, ({ tableName }) => tableName)) {
        const table = known.get(name);
        if (table) yield [table, [...new Set(changes.map(({ rowId }) => rowId))]];
      }
      const last = page.at(-1);
      if (!last) return;
      after = last.id;
    }
  }

  async function* allBefore(): AsyncGenerator<readonly [SealedTable, readonly string[]]> {
    for (const table of sealedTables(tables)) {
      const limit = BATCH[table.name] ?? USUAL_BATCH;
      for (;;) {
        const rows = await rowsSealedBefore(read, table, { present: sealed.present, limit });
        if (rows.length === 0) break;
        yield [table, rows.map((row) => String(row[table.key[0]]))];
      }
    }
    yield* rememberedByImports();
  }

  return {
    /** How many rows an older key is still needed for. */
    async remaining(): Promise<number> {
      let rows = 0;
      for (const table of sealedTables(tables)) rows += await countSealedBefore(read, table, sealed.present);
      for await (const [, ids] of rememberedByImports()) rows += ids.length;
      return rows;
    },

    async resealAll(onBatch: (values: number) => void = () => undefined): Promise<Resealed> {
      let values = 0;
      let batches = 0;
      for await (const [table, ids] of allBefore()) {
        values += await batch(table, ids);
        batches += 1;
        onBatch(values);
      }
      return { values, batches };
    },
  };
}
