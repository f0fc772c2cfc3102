import { and, asc, desc, eq, lt, or } from 'drizzle-orm';
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

export const changesOfEntry = (db: Db, { auditChanges }: Tables, entryId: string) =>
  db.select().from(auditChanges).where(eq(auditChanges.entryId, entryId)).orderBy(asc(auditChanges.position));

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
