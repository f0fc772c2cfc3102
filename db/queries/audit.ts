import { and, asc, desc, eq, inArray, lt, ne, or } from 'drizzle-orm';
import { changesHashOf } from '../audit-log/leaf.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { keyAfter, pageOf, type Page, type PageRequest } from './page.ts';

/** What was done to a subject, by an actor, or altogether; the latest first. */
export async function auditEntries(
  db: Db,
  { auditEntries: entries }: Tables,
  { subject, actor, after, limit }: PageRequest & { subject: string | null; actor: string | null },
): Promise<Page<Row<'auditEntries'>>> {
  const key = keyAfter(after, ['number', 'string']);
  const beyond = key && or(lt(entries.at, key[0]), and(eq(entries.at, key[0]), lt(entries.id, key[1])));
  const rows = await db
    .select()
    .from(entries)
    .where(
      and(
        subject === null ? undefined : eq(entries.subject, subject),
        actor === null ? undefined : eq(entries.actor, actor),
        beyond ?? undefined,
      ),
    )
    .orderBy(desc(entries.at), desc(entries.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.at, row.id]);
}

/** What somebody did, and what was done to a person: the latest first, without what the system did in their name. */
export async function entriesConcerning(
  db: Db,
  { auditEntries: entries }: Tables,
  { accountId, subjects, after, limit }: PageRequest & { accountId: string; subjects: readonly string[] },
): Promise<Page<Row<'auditEntries'>>> {
  const key = keyAfter(after, ['number', 'string']);
  const beyond = key && or(lt(entries.at, key[0]), and(eq(entries.at, key[0]), lt(entries.id, key[1])));
  const concerned = or(eq(entries.actor, accountId), inArray(entries.subject, [...subjects]));
  const rows = await db
    .select()
    .from(entries)
    .where(and(concerned, ne(entries.duty, 'system'), beyond ?? undefined))
    .orderBy(desc(entries.at), desc(entries.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.at, row.id]);
}

export async function entryById(
  db: Db,
  { auditEntries: entries }: Tables,
  id: string,
): Promise<Row<'auditEntries'> | undefined> {
  const [entry] = await db.select().from(entries).where(eq(entries.id, id));
  return entry;
}

export const changesOfEntry = (db: Db, { auditChanges }: Tables, entryId: string) =>
  db.select().from(auditChanges).where(eq(auditChanges.entryId, entryId)).orderBy(asc(auditChanges.position));

/** What the log binds of an entry's changes. */
export const changesHashOfEntry = async (db: Db, tables: Tables, entryId: string): Promise<string> =>
  changesHashOf(await changesOfEntry(db, tables, entryId));

/** Every act that touched one row, the earliest first. */
export const historyOfRow = (
  db: Db,
  { auditChanges, auditEntries: entries }: Tables,
  tableName: string,
  rowId: string,
) =>
  db
    .select({ entry: entries, oldHash: auditChanges.oldHash, newHash: auditChanges.newHash })
    .from(auditChanges)
    .innerJoin(entries, eq(entries.id, auditChanges.entryId))
    .where(and(eq(auditChanges.tableName, tableName), eq(auditChanges.rowId, rowId)))
    .orderBy(asc(entries.at), asc(entries.id));

/** The latest moment the log has signed for; null while it is empty. */
export async function latestHeadAt(db: Db, { logHeads }: Tables): Promise<number | null> {
  const [latest] = await db.select({ at: logHeads.at }).from(logHeads).orderBy(desc(logHeads.size)).limit(1);
  return latest?.at ?? null;
}
