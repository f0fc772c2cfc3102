// What else there is of a fact that somebody failed to act on: in the ledger, and in files that may get there.
import { and, asc, eq, notInArray } from 'drizzle-orm';
import { areaOfBehaviour } from '../../scoring/index.ts';
import type { Db } from '../store.ts';
import type { Tables } from '../tables/index.ts';
import { recordsOfFact } from './conduct-files.ts';

/** A record of inaction that shares a fact, in the ledger already or on its way there. */
export interface InactionOfFact {
  readonly area: number;
  readonly occurredOn: string;
  readonly countsOn: string | null;
}

/** Files that came to nothing, and drafts that may yet. */
const NOT_ON_ITS_WAY = ['draft', 'withdrawn', 'unfounded'];

/** The other inactions of a person that share a fact: what the ledger holds, and files that may get there. */
export async function inactionsOfFact(
  db: Db,
  tables: Tables,
  { besideFileId, ...fact }: { cadreId: string; factId: string; besideFileId: string | null },
): Promise<InactionOfFact[]> {
  const { files, inactionFiles: i } = tables;
  const said = await db
    .select({ fileId: i.fileId, code: i.code, occurredOn: i.occurredOn, recordId: i.recordId })
    .from(i)
    .innerJoin(files, eq(files.id, i.fileId))
    .where(
      and(
        ...[eq(i.cadreId, fact.cadreId), eq(i.factId, fact.factId)],
        notInArray(files.state, NOT_ON_ITS_WAY),
      ),
    )
    .orderBy(asc(i.occurredOn), asc(i.fileId));
  const own = said.find(({ fileId }) => fileId === besideFileId)?.recordId ?? null;
  const kept = await recordsOfFact(db, tables, { ...fact, ledger: 'inaction' });
  return [
    ...kept.filter(({ id }) => id !== own),
    ...said
      .filter(({ fileId, recordId }) => recordId === null && fileId !== besideFileId)
      .map(({ code, occurredOn }) => ({ area: areaOfBehaviour(code), occurredOn, countsOn: null })),
  ];
}
