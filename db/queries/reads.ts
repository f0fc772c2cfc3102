// Who looked at whose record.
import { and, desc, eq, inArray, lt, or } from 'drizzle-orm';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { keyAfter, type Page, pageOf, type PageRequest } from './page.ts';

/** Who looked at one person's record, the latest first. */
export async function readsOfCadre(
  db: Db,
  { recordReads: reads }: Tables,
  { cadreId, after, limit }: PageRequest & { cadreId: string },
): Promise<Page<Row<'recordReads'>>> {
  const key = keyAfter(after, ['number', 'string']);
  const beyond = key && or(lt(reads.at, key[0]), and(eq(reads.at, key[0]), lt(reads.id, key[1])));
  const rows = await db
    .select()
    .from(reads)
    .where(and(eq(reads.cadreId, cadreId), beyond ?? undefined))
    .orderBy(desc(reads.at), desc(reads.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.at, row.id]);
}

/** Of many notes, those that are there already, by their ids. */
export async function readsAmong(
  db: Db,
  { recordReads: reads }: Tables,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (const some of inChunks(ids)) {
    const rows = await db
      .select({ id: reads.id })
      .from(reads)
      .where(inArray(reads.id, [...some]));
    for (const { id } of rows) there.add(id);
  }
  return there;
}
