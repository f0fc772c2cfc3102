// Whom a message's file is about: read anew each time, so that the inbox tells no more than the file itself would.
import { unitNamesOf } from '../../db/queries/account-pages.ts';
import { fileById } from '../../db/queries/procedure-files.ts';
import { cadreNames } from '../../db/queries/procedure-people.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Actor } from '../permissions/actor.ts';
import type { FileKind } from '../procedures/file-kind.ts';
import { standingIfVisible } from '../procedures/standing.ts';

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly actor: Actor;
}

/** Person and unit by file; files that the actor may not see, or that are about himself, are left out. */
export async function aboutFiles(
  asked: Asked,
  kinds: ReadonlyMap<string, FileKind>,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { db, tables, actor } = asked;
  const seen: Row<'files'>[] = [];
  for (const id of new Set(fileIds)) {
    const file = await fileById(db, tables, id);
    const kind = file && kinds.get(file.machine);
    const isOwn = file !== undefined && file.cadreId !== null && file.cadreId === actor.cadreId;
    if (kind && !isOwn && (await standingIfVisible(asked, kind, file))) seen.push(file);
  }
  const people = await cadreNames(
    db,
    tables,
    seen.flatMap(({ cadreId }) => cadreId ?? []),
  );
  const units = await unitNamesOf(
    db,
    tables,
    seen.map(({ unitId }) => unitId),
  );
  return new Map(
    seen.map(({ id, cadreId, unitId }) => [
      id,
      [people.get(cadreId ?? ''), units.get(unitId)].filter(Boolean).join(' · '),
    ]),
  );
}
