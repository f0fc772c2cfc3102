// The inbox, and where somebody wants to be told that something is in it.
import { z } from 'zod';
import { Bilingual, Id, PageQuery } from '../http/shared.contract.ts';

export const InboxQuery = PageQuery;
export const MessageView = z.strictObject({
  id: Id,
  kind: z.string(),
  title: Bilingual,
  /** Person and unit of its file, if it is about somebody else and the reader may see it now. */
  about: z.string().nullable(),
  /** The page it is about; null where there is none. */
  href: z.string().nullable(),
  at: z.int(),
  isRead: z.boolean(),
});
export const InboxPage = z.strictObject({
  items: z.array(MessageView),
  next: z.string().nullable(),
  /** Of all, not of this page. */
  unread: z.int(),
});
export const MessageParams = z.strictObject({ id: Id });
export const MessagesRead = z.strictObject({ read: z.int() });

export const NoticeAddressView = z.strictObject({
  /** Whether the school sends mail at all. */
  isOffered: z.boolean(),
  mail: z.string().nullable(),
  /** What became of the last mail; null before there was one. */
  last: z
    .strictObject({ state: z.enum(['waiting', 'sent', 'failed']), at: z.int(), isLate: z.boolean() })
    .nullable(),
});
export const SetNoticeAddress = z.strictObject({ mail: z.string().trim().max(254).pipe(z.email()) });
