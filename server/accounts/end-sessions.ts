import type { Changed } from '../../db/audit-entry.ts';
import { sessionsRunningOf } from '../../db/queries/sessions.ts';
import { changeRows } from '../../db/rows.ts';
import type { Tables, Tx } from '../../db/store.ts';

interface Ended {
  readonly tables: Tables;
  readonly accountId: string;
  readonly at: number;
  /** The one that goes on. */
  readonly except?: string;
}

/** Ends the sessions of an account, within the act that is the reason for it. */
export async function endSessions(
  tx: Tx,
  changed: Changed,
  { tables, accountId, at, except }: Ended,
): Promise<number> {
  const running = await sessionsRunningOf(tx, tables, accountId, at);
  const ended = running.filter(({ id }) => id !== except);
  if (ended.length > 0)
    await changeRows(tx, changed, tables.sessions, { before: ended, set: { endedAt: at } });
  return ended.length;
}
