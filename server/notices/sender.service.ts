// Sends what waits, one person and one way at a time. A try is written down before it is made, so that of several nodes
// one makes it and a process that ends in between costs a repeat, never a loss.
import { alarmsOpen } from '../../db/queries/alarms.ts';
import { type DueSending, sendingById, sendingsDue } from '../../db/queries/notices.ts';
import { addRows, changeRow, StaleVersion } from '../../db/rows.ts';
import type { Changed } from '../../db/audit-entry.ts';
import type { Store, Tx } from '../../db/store.ts';
import type { Channel } from '../../db/tables/notices.ts';
import type { Row } from '../../db/tables/index.ts';
import { OUTSIDE } from './message-words.ts';
import { channelsOf, type Outside, type Sent } from './sender.ts';

export interface SenderService {
  /** One round over what is due by now; answers how many sendings went out. */
  sendDue(stop?: AbortSignal): Promise<number>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  readonly outside: Outside;
}
type Sending = Row<'sendings'>;
interface Claimed {
  readonly rows: readonly Sending[];
  readonly first: DueSending;
}

const MINUTE_MS = 60_000;
/** From one try to the next; after the last of them nothing more is tried. */
export const PAUSES_MS = [1, 5, 30, 120, 720].map((minutes) => minutes * MINUTE_MS);
const MOST_AT_ONCE = 200;
const KIND = 'noticesFailing';
const AUDIENCE = 'sysadmin';
const NO_ADDRESS = 'no address';

const pauseAfter = (attempts: number): number => PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1]!;
const isLastTry = ({ attempts }: Sending): boolean => attempts > PAUSES_MS.length;

export function senderService({ store, now, newId, outside }: Needed): SenderService {
  const { tables, read, sealed } = store;
  const { senders, inboxUrl } = outside;

  const entry = (deed: string, { sending }: DueSending, reason: string | null = null) => ({
    ...{ actor: 'system', duty: 'system', deed, subject: sending.id, reason },
  });

  /** What waits for one person over one way: taken together, one notice tells of all. Null: another node took it. */
  async function claim(due: readonly DueSending[]): Promise<Claimed | null> {
    const first = due[0]!;
    try {
      const rows = await store.write(entry('notice.tried', first), async (tx, changed) => {
        const taken: Sending[] = [];
        for (const { sending } of due) taken.push(await take(tx, changed, sending.id));
        return taken;
      });
      return { rows, first };
    } catch (error) {
      if (error instanceof StaleVersion) return null;
      throw error;
    }
  }

  async function take(tx: Tx, changed: Changed, id: string): Promise<Sending> {
    const before = await sendingById(tx, tables, id);
    if (before?.state !== 'waiting' || before.nextAt > now()) throw new StaleVersion(tables.sendings, id);
    const attempts = before.attempts + 1;
    const set = { attempts, nextAt: now() + pauseAfter(attempts) };
    return changeRow(tx, changed, tables.sendings, { before, set });
  }

  /** Where it goes, read at the moment it goes there. */
  const addressOf = ({ sending, staffNo, mailSealed }: DueSending): string | null => {
    if (sending.channel === 'webhook') return staffNo;
    return mailSealed === null ? null : sealed.unseal(mailSealed);
  };

  async function attempt({ first }: Claimed): Promise<Sent> {
    const to = addressOf(first);
    if (to === null) return { isSent: false, fault: NO_ADDRESS, isDown: false };
    const { id, channel } = first.sending;
    return senders[channel]!.send({ id, to, at: now(), ...OUTSIDE, link: inboxUrl });
  }

  async function settle({ rows, first }: Claimed, sent: Sent): Promise<void> {
    const { channel } = first.sending;
    const deed = sent.isSent ? 'notice.sent' : 'notice.unsent';
    await store.write(entry(deed, first, sent.isSent ? null : sent.fault), async (tx, changed) => {
      for (const row of rows) {
        const before = await sendingById(tx, tables, row.id);
        if (before?.state === 'waiting')
          await changeRow(tx, changed, tables.sendings, { before, set: afterwards(before, sent) });
      }
      if (sent.isSent) await endAlarm(tx, changed, channel);
      else if (sent.fault !== NO_ADDRESS && rows.some(isLastTry))
        await raiseAlarm(tx, changed, channel, sent.fault);
    });
  }

  /** Nobody takes an address away to be written to: what has none any more is over. */
  function afterwards(row: Sending, sent: Sent): Partial<Sending> {
    if (sent.isSent) return { state: 'sent', sentAt: now(), fault: null };
    const isOver = isLastTry(row) || sent.fault === NO_ADDRESS;
    return { fault: sent.fault, ...(isOver && { state: 'failed' as const }) };
  }

  async function raiseAlarm(tx: Tx, changed: Changed, channel: Channel, fault: string): Promise<void> {
    if ((await alarmsOpen(tx, tables, { audience: AUDIENCE, kind: KIND })).length > 0) return;
    const alarm: Row<'alarms'> = {
      ...{ id: newId('alm'), kind: KIND, fileId: null, audience: AUDIENCE, detail: { channel, fault } },
      ...{ raisedAt: now(), endedAt: null, endedBy: null, version: 1 },
    };
    await addRows(tx, changed, tables.alarms, [alarm]);
  }

  /** Something went out again the same way. */
  async function endAlarm(tx: Tx, changed: Changed, channel: Channel): Promise<void> {
    for (const before of await alarmsOpen(tx, tables, { audience: AUDIENCE, kind: KIND }))
      if (before.detail['channel'] === channel)
        await changeRow(tx, changed, tables.alarms, {
          before,
          set: { endedAt: now(), endedBy: 'system' },
        });
  }

  return {
    async sendDue(stop) {
      const channels = channelsOf(outside);
      if (channels.length === 0 || store.readOnly !== null) return 0;
      const due = await sendingsDue(read, tables, { at: now(), channels, limit: MOST_AT_ONCE });
      const down = new Set<Channel>();
      let count = 0;
      for (const [, some] of Map.groupBy(due, (each) => `${each.sending.channel} ${each.accountId}`)) {
        // What cannot be reached is not asked again in this round; the others wait without losing a try.
        if (stop?.aborted || down.has(some[0]!.sending.channel)) continue;
        const claimed = await claim(some);
        if (!claimed) continue;
        const sent = await attempt(claimed);
        await settle(claimed, sent);
        if (sent.isSent) count += claimed.rows.length;
        else if (sent.isDown) down.add(some[0]!.sending.channel);
      }
      return count;
    },
  };
}
