// Where somebody wants to be told by mail that something waits in his inbox: his own doing, sealed, taken back at will.
import type { z } from 'zod';
import { latestSending, noticeAddressOf } from '../../db/queries/notices.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Changed } from '../../db/audit-entry.ts';
import type { Store, Tx } from '../../db/store.ts';
import { Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { leaveMessages } from './leave-message.ts';
import { ADDRESS_SET } from './message-words.ts';
import type { NoticeAddressView, SetNoticeAddress } from './notices.contract.ts';
import { mailNotOffered } from './notices.problems.ts';
import { channelsOf, type Outside } from './sender.ts';

type View = z.infer<typeof NoticeAddressView>;

export interface NoticeAddressService {
  view(actor: Actor): Promise<View>;
  /** The first mail to it follows at once: whoever waits for it sees whether it comes. */
  set(actor: Actor, input: z.infer<typeof SetNoticeAddress>): Promise<View>;
  remove(actor: Actor): Promise<void>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly newId: (prefix: string) => string;
  readonly outside: Outside;
}

export function noticeAddressService({ store, now, newId, outside }: Needed): NoticeAddressService {
  const { tables, read, sealed } = store;
  const channels = channelsOf(outside);
  const isOffered = channels.includes('mail');
  const here = { now, newId, channels };

  const own = ({ accountId }: Actor, deed: string) => ({
    ...{ actor: accountId, duty: 'self', deed, subject: accountId, reason: null },
  });

  async function keep(tx: Tx, changed: Changed, accountId: string, mailSealed: string | null): Promise<void> {
    const before = await noticeAddressOf(tx, tables, accountId);
    if (before) await changeRow(tx, changed, tables.noticeAddresses, { before, set: { mailSealed } });
    else await addRows(tx, changed, tables.noticeAddresses, [{ accountId, mailSealed, version: 1 }]);
  }

  async function view({ accountId }: Actor): Promise<View> {
    const kept = await noticeAddressOf(read, tables, accountId);
    const last = await latestSending(read, tables, { accountId, channel: 'mail' });
    return {
      isOffered,
      mail: kept?.mailSealed == null ? null : sealed.unseal(kept.mailSealed),
      last: last ? { state: last.state, at: last.sentAt ?? last.nextAt, isLate: last.fault !== null } : null,
    };
  }

  return {
    view,

    async set(actor, { mail }) {
      if (!isOffered) throw new Refused(mailNotOffered);
      const mailSealed = sealed.seal(mail);
      await store.write(own(actor, 'noticeAddress.set'), async (tx, changed) => {
        await keep(tx, changed, actor.accountId, mailSealed);
        await leaveMessages(
          { tx, changed, tables, here },
          {
            ...{ kind: 'address', title: ADDRESS_SET, fileId: null, href: '/account' },
            accountIds: [actor.accountId],
          },
        );
      });
      return view(actor);
    },

    async remove(actor) {
      const kept = await noticeAddressOf(read, tables, actor.accountId);
      if (kept?.mailSealed == null) return;
      await store.write(own(actor, 'noticeAddress.removed'), (tx, changed) =>
        keep(tx, changed, actor.accountId, null),
      );
    },
  };
}
