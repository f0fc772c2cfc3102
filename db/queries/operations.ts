import { and, asc, desc, eq } from 'drizzle-orm';
import type { Changed } from '../audit-entry.ts';
import { addRows } from '../rows.ts';
import type { Db, Tx } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

/** The first answer to a request, for whoever sends it again with the same key. */
export async function answerGiven(
  db: Db,
  { idempotency }: Tables,
  actor: string,
  key: string,
): Promise<Row<'idempotency'> | undefined> {
  const [answer] = await db
    .select()
    .from(idempotency)
    .where(and(eq(idempotency.actor, actor), eq(idempotency.key, key)));
  return answer;
}

/** Kept in the act's own transaction. Of two at once the second is refused: `isUniqueViolation`. */
export const keepAnswer = (
  tx: Tx,
  changed: Changed,
  { idempotency }: Tables,
  answer: Row<'idempotency'>,
): Promise<void> => addRows(tx, changed, idempotency, [answer]);

export async function jobById(db: Db, { jobs }: Tables, id: string): Promise<Row<'jobs'> | undefined> {
  const [job] = await db.select().from(jobs).where(eq(jobs.id, id));
  return job;
}

/** The latest first. */
export const jobsOf = (db: Db, { jobs }: Tables, startedBy: string, limit: number) =>
  db
    .select()
    .from(jobs)
    .where(eq(jobs.startedBy, startedBy))
    .orderBy(desc(jobs.startedAt), desc(jobs.id))
    .limit(limit);

/** After a restart: whatever still says it runs does not any more. */
export const jobsRunning = (db: Db, { jobs }: Tables) =>
  db.select().from(jobs).where(eq(jobs.state, 'running')).orderBy(asc(jobs.startedAt), asc(jobs.id));

/** Local values that two persons have adopted, in the order `evaluate` lays them over the built-in ones. */
export const policyValuesAdopted = (db: Db, { policyValues: v }: Tables) =>
  db
    .select({ parameter: v.parameter, from: v.fromOn, value: v.value, cite: v.cite })
    .from(v)
    .where(eq(v.state, 'adopted'))
    .orderBy(asc(v.parameter), asc(v.fromOn), asc(v.id));
