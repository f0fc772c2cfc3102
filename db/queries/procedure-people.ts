import { and, eq, inArray, isNull } from 'drizzle-orm';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { decidersOf, eventsOfFile } from './procedure-files.ts';

/** The duties an account has had in a file: what it did itself, countersigned, or decided in a meeting. */
export async function dutiesIn(
  db: Db,
  tables: Tables,
  { id, events }: { readonly id: string; readonly events: readonly Row<'fileEvents'>[] },
  accountId: string,
): Promise<ReadonlySet<string>> {
  return (await dutiesOfFile(db, tables, id, events))(accountId);
}

/** The same for many accounts of one file. */
export async function dutiesOfFile(
  db: Db,
  tables: Tables,
  fileId: string,
  known?: readonly Row<'fileEvents'>[],
): Promise<(accountId: string) => ReadonlySet<string>> {
  const events = known ?? (await eventsOfFile(db, tables, fileId));
  const sat = await decidersOf(db, tables, fileId);
  return (accountId) => {
    const own = events
      .filter(({ actor, countersignedBy }) => actor === accountId || countersignedBy === accountId)
      .flatMap(({ duty }) => (duty === null ? [] : [duty]));
    const decided = sat.filter((each) => each.accountId === accountId);
    return new Set([...own, ...decided.map(({ body }) => (body === 'appeal_body' ? 'app' : 'dec'))]);
  };
}

/** As whom an account is named in a file now. */
export async function assignedAs(
  db: Db,
  { assignments }: Tables,
  fileId: string,
  accountId: string,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ principal: assignments.principal })
    .from(assignments)
    .where(
      and(eq(assignments.fileId, fileId), eq(assignments.accountId, accountId), isNull(assignments.endedAt)),
    );
  return new Set(rows.map(({ principal }) => principal));
}

/** Alarms that still ring, for any of the audiences. */
export const alarmsFor = (
  db: Db,
  { alarms }: Tables,
  audiences: readonly string[],
): Promise<Row<'alarms'>[]> =>
  db
    .select()
    .from(alarms)
    .where(and(inArray(alarms.audience, [...audiences]), isNull(alarms.endedAt)))
    .orderBy(alarms.raisedAt, alarms.id);

/** Names by cadre id; somebody withdrawn since keeps his name. */
export async function cadreNames(
  db: Db,
  { cadres }: Tables,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const some of inChunks([...new Set(ids)])) {
    const rows = await db
      .select({ id: cadres.id, name: cadres.name })
      .from(cadres)
      .where(inArray(cadres.id, [...some]));
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}
