import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

/** Alarms about no file that nobody has ended yet, for one audience. */
export const alarmsOpen = (
  db: Db,
  { alarms }: Tables,
  { audience, kind }: { audience: string; kind?: string },
): Promise<Row<'alarms'>[]> =>
  db
    .select()
    .from(alarms)
    .where(
      and(
        eq(alarms.audience, audience),
        isNull(alarms.endedAt),
        isNull(alarms.fileId),
        kind === undefined ? undefined : eq(alarms.kind, kind),
      ),
    )
    .orderBy(asc(alarms.raisedAt), asc(alarms.id));

/** Alarms that still ring about one file. */
export const alarmsOfFile = (db: Db, { alarms }: Tables, fileId: string): Promise<Row<'alarms'>[]> =>
  db
    .select()
    .from(alarms)
    .where(and(eq(alarms.fileId, fileId), isNull(alarms.endedAt)))
    .orderBy(asc(alarms.raisedAt), asc(alarms.id));

export interface Upkeep {
  readonly alarmsOpen: number;
  readonly jobsRunning: number;
  readonly entries: number;
}

/** What an operator watches, as counts. */
export async function upkeepCounts(db: Db, { alarms, jobs, auditEntries }: Tables): Promise<Upkeep> {
  return {
    alarmsOpen: await db.$count(alarms, isNull(alarms.endedAt)),
    jobsRunning: await db.$count(jobs, eq(jobs.state, 'running')),
    entries: await db.$count(auditEntries),
  };
}
