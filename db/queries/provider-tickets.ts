import { and, eq, isNull } from 'drizzle-orm';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';

/** What became of a ticket of the school's sign-in service; `id` is its keyed hash. */
export async function ticketUsed(
  db: Db,
  { providerTickets }: Tables,
  id: string,
): Promise<Row<'providerTickets'> | undefined> {
  const [use] = await db.select().from(providerTickets).where(eq(providerTickets.id, id));
  return use;
}

/** The session a ticket opened, unless it has ended. */
export async function sessionOfTicket(
  db: Db,
  { providerTickets, sessions }: Tables,
  id: string,
): Promise<Row<'sessions'> | undefined> {
  const [found] = await db
    .select({ session: sessions })
    .from(providerTickets)
    .innerJoin(sessions, eq(sessions.id, providerTickets.sessionId))
    .where(and(eq(providerTickets.id, id), isNull(sessions.endedAt)));
  return found?.session;
}
