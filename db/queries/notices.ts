// Who is to be told, what waits in somebody's inbox, what waits to be sent.
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lt, lte, or, sql } from 'drizzle-orm';
import { inChunks } from '../rows.ts';
import type { Db } from '../store.ts';
import type { Row, Tables } from '../tables/index.ts';
import type { Channel } from '../tables/notices.ts';
import { keyAfter, type Page, pageOf, type PageRequest } from './page.ts';

type Account = Row<'accounts'>;
type Message = Row<'messages'>;

/** The account of a person of the roster: it has his staff number. */
export async function accountsOfCadre(
  db: Db,
  { accounts, cadres }: Tables,
  cadreId: string,
): Promise<Account[]> {
  const rows = await db
    .select({ account: accounts })
    .from(accounts)
    .innerJoin(cadres, eq(cadres.staffNo, accounts.staffNo))
    .where(and(eq(cadres.id, cadreId), isNull(cadres.withdrawnAt), isNull(accounts.withdrawnAt)))
    .orderBy(asc(accounts.id));
  return rows.map(({ account }) => account);
}

/** The accounts of those who answer for a unit: to whom its notices go. */
export async function accountsAnsweringFor(
  db: Db,
  { accounts, cadres, relations }: Tables,
  unitId: string,
): Promise<Account[]> {
  const rows = await db
    .select({ account: accounts })
    .from(relations)
    .innerJoin(cadres, and(eq(cadres.id, relations.cadreId), isNull(cadres.withdrawnAt)))
    .innerJoin(accounts, and(eq(accounts.staffNo, cadres.staffNo), isNull(accounts.withdrawnAt)))
    .where(
      and(eq(relations.unitId, unitId), eq(relations.kind, 'represents'), eq(relations.state, 'confirmed')),
    )
    .orderBy(asc(accounts.id));
  // Declared twice, somebody still is one person.
  return [...new Map(rows.map(({ account }) => [account.id, account])).values()];
}

/** Those of some accounts that left an address. */
export async function accountsWithMail(
  db: Db,
  { noticeAddresses }: Tables,
  accountIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of inChunks([...new Set(accountIds)])) {
    const rows = await db
      .select({ accountId: noticeAddresses.accountId })
      .from(noticeAddresses)
      .where(and(inArray(noticeAddresses.accountId, [...some]), isNotNull(noticeAddresses.mailSealed)));
    for (const { accountId } of rows) found.add(accountId);
  }
  return found;
}

export async function noticeAddressOf(
  db: Db,
  { noticeAddresses }: Tables,
  accountId: string,
): Promise<Row<'noticeAddresses'> | undefined> {
  const [found] = await db.select().from(noticeAddresses).where(eq(noticeAddresses.accountId, accountId));
  return found;
}

/** What somebody was told, the latest first. */
export async function messagesFor(
  db: Db,
  { messages }: Tables,
  { accountId, after, limit }: PageRequest & { accountId: string },
): Promise<Page<Message>> {
  const key = keyAfter(after, ['number', 'string']);
  const beyond = key && or(lt(messages.at, key[0]), and(eq(messages.at, key[0]), lt(messages.id, key[1])));
  const rows = await db
    .select()
    .from(messages)
    .where(and(eq(messages.accountId, accountId), beyond ?? undefined))
    .orderBy(desc(messages.at), desc(messages.id))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.at, row.id]);
}

const unread = ({ messages }: Tables, accountId: string) =>
  and(eq(messages.accountId, accountId), isNull(messages.readAt));

export const unreadCount = (db: Db, tables: Tables, accountId: string): Promise<number> =>
  db.$count(tables.messages, unread(tables, accountId));

export const unreadMessages = (db: Db, tables: Tables, accountId: string): Promise<Message[]> =>
  db
    .select()
    .from(tables.messages)
    .where(unread(tables, accountId))
    .orderBy(asc(tables.messages.at), asc(tables.messages.id));

export async function messageById(db: Db, { messages }: Tables, id: string): Promise<Message | undefined> {
  const [found] = await db.select().from(messages).where(eq(messages.id, id));
  return found;
}

/** Something to send now, with whom it is for and where his mail goes. */
export interface DueSending {
  readonly sending: Row<'sendings'>;
  readonly accountId: string;
  readonly staffNo: string;
  readonly mailSealed: string | null;
}

/** What is to be sent by now over some channels, the longest waiting first. */
export const sendingsDue = (
  db: Db,
  { sendings, messages, accounts, noticeAddresses }: Tables,
  { at, channels, limit }: { at: number; channels: readonly Channel[]; limit: number },
): Promise<DueSending[]> =>
  db
    .select({
      sending: sendings,
      accountId: accounts.id,
      staffNo: accounts.staffNo,
      mailSealed: noticeAddresses.mailSealed,
    })
    .from(sendings)
    .innerJoin(messages, eq(messages.id, sendings.messageId))
    .innerJoin(accounts, eq(accounts.id, messages.accountId))
    .leftJoin(noticeAddresses, eq(noticeAddresses.accountId, accounts.id))
    .where(
      and(eq(sendings.state, 'waiting'), lte(sendings.nextAt, at), inArray(sendings.channel, [...channels])),
    )
    .orderBy(asc(sendings.nextAt), asc(sendings.id))
    .limit(limit);

export async function sendingById(
  db: Db,
  { sendings }: Tables,
  id: string,
): Promise<Row<'sendings'> | undefined> {
  const [found] = await db.select().from(sendings).where(eq(sendings.id, id));
  return found;
}

/** The last thing that was to be sent to somebody over a channel. */
export async function latestSending(
  db: Db,
  { sendings, messages }: Tables,
  { accountId, channel }: { accountId: string; channel: Channel },
): Promise<Row<'sendings'> | undefined> {
  const [found] = await db
    .select({ sending: sendings })
    .from(sendings)
    .innerJoin(messages, eq(messages.id, sendings.messageId))
    .where(and(eq(messages.accountId, accountId), eq(sendings.channel, channel)))
    .orderBy(desc(messages.at), desc(sendings.id))
    .limit(1);
  return found?.sending;
}

/** The message by which somebody is reminded of a time limit: one for each day it ends on. */
export const reminderIdOf = ({ id, version }: Pick<Row<'clocks'>, 'id' | 'version'>): string =>
  `msg_${id}_${version}`;

/** Time limits of some kinds that run out between two moments and that nobody was reminded of, the next first. */
export const clocksToRemindOf = (
  db: Db,
  { clocks, files, messages }: Tables,
  { kinds, after, until, limit }: { kinds: readonly string[]; after: number; until: number; limit: number },
): Promise<{ clock: Row<'clocks'>; file: Row<'files'> }[]> =>
  db
    .select({ clock: clocks, file: files })
    .from(clocks)
    .innerJoin(files, eq(files.id, clocks.fileId))
    .leftJoin(messages, sql`${messages.id} = 'msg_' || ${clocks.id} || '_' || ${clocks.version}`)
    .where(
      and(
        eq(clocks.state, 'pending'),
        inArray(clocks.kind, [...kinds]),
        gt(clocks.dueAt, after),
        lte(clocks.dueAt, until),
        isNull(messages.id),
      ),
    )
    .orderBy(asc(clocks.dueAt), asc(clocks.id))
    .limit(limit);
