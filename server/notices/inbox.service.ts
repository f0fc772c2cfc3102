// What somebody was told, and that he has read it; nobody else's.
import type { z } from 'zod';
import { messageById, messagesFor, unreadCount, unreadMessages } from '../../db/queries/notices.ts';
import { changeRow, changeRows } from '../../db/rows.ts';
import type { Store } from '../../db/store.ts';
import { notFound, Refused } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import type { Here } from '../procedures/file-kind.ts';
import { aboutFiles } from './about-files.ts';
import type { InboxPage, InboxQuery, MessagesRead } from './notices.contract.ts';

export interface InboxService {
  page(actor: Actor, query: z.infer<typeof InboxQuery>): Promise<z.infer<typeof InboxPage>>;
  read(actor: Actor, id: string): Promise<void>;
  readAll(actor: Actor): Promise<z.infer<typeof MessagesRead>>;
}

interface Needed {
  readonly store: Store;
  readonly now: () => number;
  readonly here: Pick<Here, 'kinds'>;
}

export function inboxService({ store, now, here }: Needed): InboxService {
  const { tables, read: db } = store;
  const own = ({ accountId }: Actor, subject: string) => ({
    ...{ actor: accountId, duty: 'self', deed: 'message.read', subject, reason: null },
  });

  return {
    async page(actor, { after, limit }) {
      const { accountId } = actor;
      const { items, next } = await messagesFor(db, tables, { accountId, after: after ?? null, limit });
      const fileIds = items.flatMap(({ fileId }) => fileId ?? []);
      const about = await aboutFiles({ db, tables, actor }, here.kinds, fileIds);
      return {
        items: items.map(({ id, kind, title, fileId, href, at, readAt }) => ({
          ...{ id, kind, title, href, at, isRead: readAt !== null },
          about: about.get(fileId ?? '') ?? null,
        })),
        next,
        unread: await unreadCount(db, tables, accountId),
      };
    },

    async read(actor, id) {
      const message = await messageById(db, tables, id);
      if (message?.accountId !== actor.accountId) throw new Refused(notFound);
      if (message.readAt !== null) return;
      await store.write(own(actor, id), (tx, changed) =>
        changeRow(tx, changed, tables.messages, { before: message, set: { readAt: now() } }),
      );
    },

    async readAll(actor) {
      if ((await unreadCount(db, tables, actor.accountId)) === 0) return { read: 0 };
      return store.write(own(actor, actor.accountId), async (tx, changed) => {
        const before = await unreadMessages(tx, tables, actor.accountId);
        await changeRows(tx, changed, tables.messages, { before, set: { readAt: now() } });
        return { read: before.length };
      });
    },
  };
}
