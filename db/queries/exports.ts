// What left the house, or waits to: one row an export.
import { and, asc, desc, eq, gte, isNull, lt, ne, or } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import { keyAfter, type Page, pageOf, type PageRequest } from './page.ts';

type Export = Row<'exports'>;

export async function exportById(db: Db, { exports }: Tables, id: string): Promise<Export | undefined> {
  const [found] = await db.select().from(exports).where(eq(exports.id, id));
  return found;
}

/** What one account asked for, the latest first. */
export async function exportsAskedBy(
  db: Db,
  { exports }: Tables,
  { accountId, after, limit }: PageRequest & { accountId: string },
): Promise<Page<Export>> {
  const key = keyAfter(after, ['number', 'string']);
  const beyond =
    key && or(lt(exports.requestedAt, key[0]), and(eq(exports.requestedAt, key[0]), lt(exports.id, key[1])));
  const rows = await db
    .select()
    .from(exports)
    .where(and(eq(exports.requestedBy, accountId), beyond ?? undefined))
    .orderBy(desc(exports.requestedAt), desc(exports.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.requestedAt, row.id]);
}

/** What waits for somebody else than its requester to release it. */
export const exportsAwaiting = (
  db: Db,
  { exports }: Tables,
  { notBy }: { notBy: string },
): Promise<Export[]> =>
  db
    .select()
    .from(exports)
    .where(and(eq(exports.state, 'awaiting'), ne(exports.requestedBy, notBy)))
    .orderBy(asc(exports.requestedAt), asc(exports.id));

/** Released by somebody else and not fetched yet. */
export const exportsToFetch = (
  db: Db,
  { exports }: Tables,
  { accountId, since }: { accountId: string; since: number },
): Promise<Export[]> =>
  db
    .select()
    .from(exports)
    .where(
      and(
        eq(exports.requestedBy, accountId),
        eq(exports.state, 'released'),
        isNull(exports.contentHash),
        gte(exports.decidedAt, since),
      ),
    )
    .orderBy(asc(exports.requestedAt), asc(exports.id));
