// What one actor is to many files at once: lists and counts ask for it, with a handful of queries whatever their length.
import { type Done, doneInFiles, namedInFiles, satOnFiles } from '../../db/queries/naming.ts';
import { formerUnitsOf, unitsRepresentedBy } from '../../db/queries/relations.ts';
import type { Db } from '../../db/store.ts';
import type { Row, Tables } from '../../db/tables/index.ts';
import type { Actor } from '../permissions/actor.ts';
import type { FileKind } from './file-kind.ts';
import type { Standing } from './rights.ts';
import { complainantsIn, usedHere } from './standing.ts';

interface Asked {
  readonly db: Db;
  readonly tables: Tables;
  readonly actor: Actor;
}
type Sat = Awaited<ReturnType<typeof satOnFiles>>[number];

const nobody: ReadonlySet<string> = new Set();

/** The duties somebody has had in a file: what he did, countersigned, or decided in a meeting. */
export function dutiesAmong(
  accountId: string,
  done: readonly Done[],
  sat: readonly Sat[],
): ReadonlySet<string> {
  const own = done
    .filter(({ actor, countersignedBy }) => actor === accountId || countersignedBy === accountId)
    .flatMap(({ duty }) => (duty === null ? [] : [duty]));
  const decided = sat.filter((each) => each.accountId === accountId);
  return new Set([...own, ...decided.map(({ body }) => (body === 'appeal_body' ? 'app' : 'dec'))]);
}

/** By file; whether he may see it is asked elsewhere. */
export async function standingsOf(
  { db, tables, actor }: Asked,
  kind: FileKind,
  files: readonly Row<'files'>[],
): Promise<ReadonlyMap<string, Standing>> {
  const ids = files.map(({ id }) => id);
  const named = Map.groupBy(await namedInFiles(db, tables, ids), ({ fileId }) => fileId);
  const done = Map.groupBy(await doneInFiles(db, tables, ids), ({ fileId }) => fileId);
  const sat = Map.groupBy(await satOnFiles(db, tables, ids), ({ fileId }) => fileId);
  const { accountId, cadreId } = actor;
  const represented = cadreId === null ? nobody : await unitsRepresentedBy(db, tables, cadreId);
  const formerUnits = cadreId === null ? nobody : await formerUnitsOf(db, tables, cadreId);
  return new Map(
    files.map((file): [string, Standing] => {
      const events = done.get(file.id) ?? [];
      const own = (named.get(file.id) ?? []).filter((each) => each.accountId === accountId);
      const touched = {
        ...(file.cadreId !== null && { cadreId: file.cadreId }),
        unitId: file.unitId,
        assigned: new Set(own.map(({ principal }) => principal)),
        isRepresented: file.cadreId === null && represented.has(file.unitId),
      };
      return [
        file.id,
        {
          ...{ actor, touched, formerUnits },
          duties: dutiesAmong(accountId, events, sat.get(file.id) ?? []),
          used: usedHere(events, file),
          hasComplained: complainantsIn(kind, events).has(accountId),
        },
      ];
    }),
  );
}
