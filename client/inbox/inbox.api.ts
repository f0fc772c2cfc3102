import type {
  InboxPage,
  MessagesRead,
  MessageView,
  NoticeAddressView,
  SetNoticeAddress,
} from '../../server/notices/notices.contract.ts';
import { act, type Sent, type View } from '../api.ts';

export type Inbox = View<typeof InboxPage>;
export type Message = View<typeof MessageView>;
export type NoticeAddress = View<typeof NoticeAddressView>;

export const INBOX = '/api/inbox';
export const NOTICE_ADDRESS = '/api/account/notice-address';

export const readMessage = (id: string): Promise<void> =>
  act('POST', `${INBOX}/${encodeURIComponent(id)}/read`);
export const readAllMessages = (): Promise<View<typeof MessagesRead>> => act('POST', `${INBOX}/read-all`);

export const setNoticeAddress = (given: Sent<typeof SetNoticeAddress>): Promise<NoticeAddress> =>
  act<NoticeAddress>('PUT', NOTICE_ADDRESS, given);
export const removeNoticeAddress = (): Promise<void> => act('DELETE', NOTICE_ADDRESS);
