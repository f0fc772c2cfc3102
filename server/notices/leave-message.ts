// A message for somebody, in the act that it tells of: if that act does not happen, nobody hears of it.
import { accountsWithMail } from '../../db/queries/notices.ts';
import { addRows } from '../../db/rows.ts';
import type { Channel } from '../../db/tables/notices.ts';
import type { Row } from '../../db/tables/index.ts';
import type { Label } from '../../scoring/index.ts';
import type { InTx } from '../procedures/file-kind.ts';

export type Leaving = Pick<InTx, 'tx' | 'changed' | 'tables'> & {
  readonly here: {
    readonly now: () => number;
    readonly newId: (prefix: string) => string;
    /** The ways out that the school has set up; without it there is the inbox only. */
    readonly channels?: readonly Channel[];
  };
};

export interface NewMessage {
  readonly kind: string;
  readonly title: Label;
  readonly fileId: string | null;
  readonly href: string | null;
  readonly accountIds: readonly string[];
  /** Where it may be left once only, whoever comes to leave it. */
  readonly idOf?: (accountId: string) => string;
}

/** Leaves it with each of them, and whatever of it goes outside to be sent afterwards. */
export async function leaveMessages(leaving: Leaving, given: NewMessage): Promise<void> {
  const { tx, changed, tables, here } = leaving;
  const { kind, title, fileId, href, idOf } = given;
  const accountIds = [...new Set(given.accountIds)];
  if (accountIds.length === 0) return;
  const messages: Row<'messages'>[] = accountIds.map((accountId) => ({
    ...{ id: idOf?.(accountId) ?? here.newId('msg'), accountId, kind, title, fileId, href },
    ...{ at: here.now(), readAt: null, version: 1 },
  }));
  await addRows(tx, changed, tables.messages, messages);
  const sendings = await sendingsOf(leaving, messages);
  if (sendings.length > 0) await addRows(tx, changed, tables.sendings, sendings);
}

/** By mail for those who left an address, by the school's own channel for everybody. */
async function sendingsOf(
  { tx, tables, here }: Leaving,
  messages: readonly Row<'messages'>[],
): Promise<Row<'sendings'>[]> {
  const { channels = [] } = here;
  if (channels.length === 0) return [];
  const accountIds = messages.map(({ accountId }) => accountId);
  const withMail = channels.includes('mail') ? await accountsWithMail(tx, tables, accountIds) : new Set();
  const isFor = ({ accountId }: Row<'messages'>, channel: Channel): boolean =>
    channel !== 'mail' || withMail.has(accountId);
  return messages.flatMap((message) =>
    channels
      .filter((channel) => isFor(message, channel))
      .map((channel) => ({
        ...{ id: here.newId('snd'), messageId: message.id, channel, state: 'waiting' as const },
        ...{ attempts: 0, nextAt: here.now(), sentAt: null, fault: null, version: 1 },
      })),
  );
}
