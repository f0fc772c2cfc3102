// What stands in the way of undoing a batch: what refers to it, what was built upon it, what was changed since.
import { rowsBuiltUpon } from '../../db/queries/import-reach.ts';
import { type Reference, referencesToBatch, rowsUpdatedBy } from '../../db/queries/imports.ts';
import type { Store, Tx } from '../../db/store.ts';
import type { ProblemPlace } from '../http/problem.ts';

export async function againstUndoing(tx: Tx, tables: Store['tables'], id: string): Promise<ProblemPlace[]> {
  const references = await referencesToBatch(tx, tables, id);
  const builtUpon = await rowsBuiltUpon(tx, tables, id);
  const updated = await rowsUpdatedBy(tx, tables, id);
  return [
    ...references.map(referring),
    ...builtUpon.map(({ table, rowId, byBatchId }) =>
      place(
        [table, rowId],
        `已由后来的批次 ${byBatchId} 更改`,
        `was changed by the later batch ${byBatchId}`,
      ),
    ),
    ...updated
      .filter(({ isChangedSince }) => isChangedSince)
      .map(({ tableName, current }) =>
        place([tableName, String(current['id'])], '导入之后又被更改', 'was changed after the import'),
      ),
  ];
}

/** Files of the ledger that keep a record: there it is answered, accepted, appealed and corrected. */
const KEEP_RECORDS: readonly string[] = ['inaction_files', 'initiative_files'];

function referring({ table, rowId, refersToTable, refersToId }: Reference): ProblemPlace {
  return KEEP_RECORDS.includes(table)
    ? place(
        [table, rowId],
        `本批次的记录 ${refersToId} 已经立卷办理，只能在案卷中更正`,
        `keeps record ${refersToId} of the batch: it can only be corrected in this file`,
      )
    : place(
        [table, rowId],
        `引用了本批次的 ${refersToTable} ${refersToId}`,
        `refers to ${refersToTable} ${refersToId} of the batch`,
      );
}

const place = (path: readonly string[], zh: string, en: string): ProblemPlace => ({
  pointer: `/${path.join('/')}`,
  detail: { zh, en },
});
