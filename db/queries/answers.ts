// What was answered to a change that carried a key, so that sending it again changes nothing again.
import { and, eq } from 'drizzle-orm';
import type { Changed } from '../audit-entry.ts';
import { rowIdOf } from '../rows.ts';
import type { Tx } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

/** A row of this status says that the change was made and its answer is not known (yet). */
export const NOT_ANSWERED = 0;

/** Completes the row that was kept with the change itself. */
export async function completeAnswer(
  tx: Tx,
  changed: Changed,
  { idempotency }: Tables,
  { claim, status, response }: { claim: Row<'idempotency'>; status: number; response: string },
): Promise<void> {
  await tx
    .update(idempotency)
    .set({ status, response })
    .where(and(eq(idempotency.actor, claim.actor), eq(idempotency.key, claim.key)));
  changed(idempotency, rowIdOf(idempotency, claim), claim, { ...claim, status, response });
}
