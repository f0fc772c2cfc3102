// What people are told: in the product, and that something waits there by mail or a school's own channel.
import type { Label } from '../../scoring/index.ts';
import type { Kit } from '../columns.ts';
import type { AccountTables } from './accounts.ts';
import type { ProcedureTables } from './procedures.ts';

export type Channel = 'mail' | 'webhook';
export type SendingState = 'waiting' | 'sent' | 'failed';

export const noticeTables = (
  kit: Kit,
  { accounts, procedures }: { accounts: AccountTables; procedures: ProcedureTables },
) => {
  const { c, table, index } = kit;
  const messages = table(
    'messages',
    {
      id: c.id(),
      accountId: c
        .text('account_id')
        .notNull()
        .references(() => accounts.accounts.id),
      /** `notice`, `named`, `moved`, `deadline` … */
      kind: c.text('kind').notNull(),
      title: c.json<Label>('title').notNull(),
      fileId: c.text('file_id').references(() => procedures.files.id),
      href: c.text('href'),
      at: c.instant('at').notNull(),
      readAt: c.instant('read_at'),
      version: c.int('version').notNull(),
    },
    (t) => [index('messages_account').on(t.accountId, t.at), index('messages_file').on(t.fileId)],
  );
  const sendings = table(
    'sendings',
    {
      id: c.id(),
      messageId: c
        .text('message_id')
        .notNull()
        .references(() => messages.id),
      channel: c.text<Channel>('channel').notNull(),
      state: c.text<SendingState>('state').notNull(),
      attempts: c.int('attempts').notNull(),
      nextAt: c.instant('next_at').notNull(),
      sentAt: c.instant('sent_at'),
      fault: c.text('fault'),
      version: c.int('version').notNull(),
    },
    (t) => [index('sendings_waiting').on(t.state, t.nextAt), index('sendings_message').on(t.messageId)],
  );
  /** Where somebody wants to be told beside the product. */
  const noticeAddresses = table('notice_addresses', {
    accountId: c.id('account_id').references(() => accounts.accounts.id),
    mailSealed: c.text('mail_sealed'),
    version: c.int('version').notNull(),
  });
  return { messages, sendings, noticeAddresses };
};
