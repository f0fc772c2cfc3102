import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

/** The sessions of an account that still run, the latest first. */
export const sessionsRunningOf = (
  db: Db,
  { sessions }: Tables,
  accountId: string,
  at: number,
): Promise<Row<'sessions'>[]> =>
  db
    .select()
    .from(sessions)
    .where(and(eq(sessions.accountId, accountId), isNull(sessions.endedAt), gt(sessions.expiresAt, at)))
    .orderBy(desc(sessions.startedAt), desc(sessions.id));
