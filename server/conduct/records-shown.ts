// Which records somebody may know of that weigh nothing: pending, exempt, dismissed, overturned files are between the
// person and the file's officers, whatever else a reader may see (procedures.md section 2).
import { filesOfRecords } from '../../db/queries/conduct-files.ts';
import { filesById } from '../../db/queries/meetings.ts';
import type { Db } from '../../db/store.ts';
import type { Tables } from '../../db/tables/index.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { standingIfVisible } from '../procedures/standing.ts';

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly actor: Actor;
  readonly kinds: ReadonlyMap<string, FileKind>;
}
/** The record's file as far as the reader may open it; `null` = no file of its own, it came with an import. */
export type RecordFiles = ReadonlyMap<string, { readonly href: string } | null>;

/** Of a person's records, those that a reader may know of and whose file he may open. */
export async function recordsShown(
  { db, tables, actor, kinds }: Asked,
  { cadreId, unitId }: { readonly cadreId: string; readonly unitId: string },
  recordIds: readonly string[],
): Promise<RecordFiles> {
  const fileIds = await filesOfRecords(db, tables, recordIds);
  const files = await filesById(db, tables, [...fileIds.values()]);
  const isSubject = cadreId === actor.cadreId;
  const staffs = may(actor, 'file.assign', { cadreId, unitId });
  const shown = new Map<string, { href: string } | null>();
  for (const id of recordIds) {
    const file = files.get(fileIds.get(id) ?? '');
    if (!file) {
      if (isSubject || staffs) shown.set(id, null);
      continue;
    }
    const kind = kinds.get(file.machine)!;
    const standing = await standingIfVisible({ db, tables, actor }, kind, file);
    if (standing && !kind.isMasked?.(actor, standing.touched, file.state))
      shown.set(id, { href: `${kind.page}/${file.id}` });
  }
  return shown;
}
