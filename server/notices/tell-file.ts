// Who is told what of a file: kept few. A notice to its addressee, an outcome, and whoever's turn it is by name.
import { accountById } from '../../db/queries/accounts.ts';
import { accountsAnsweringFor, accountsOfCadre, unreadMessages } from '../../db/queries/notices.ts';
import { assignmentsOf, deliveriesOf } from '../../db/queries/procedure-files.ts';
import { dutiesOfFile } from '../../db/queries/procedure-people.ts';
import { changeRows } from '../../db/rows.ts';
import type { Row } from '../../db/tables/index.ts';
import { guardsOf } from '../permissions/matrix.ts';
import type { Deed, FileKind, InTx } from '../procedures/file-kind.ts';
import {
  eventsFrom,
  isPrincipal,
  isTask,
  type Machine,
  type MachineEvent,
  needsMeeting,
  serves,
  waitsFor,
} from '../procedures/machines.ts';
import { hasOtherDuty } from '../procedures/rights.ts';
import { authorsOnly, standingIfVisible } from '../procedures/standing.ts';
import { leaveMessages } from './leave-message.ts';
import { type FileMessage, TITLES } from './message-words.ts';

type File = Row<'files'>;
type Account = Row<'accounts'>;

export const pageOfFile = ({ page }: FileKind, { id }: Pick<File, 'id'>): string | null =>
  page === undefined ? null : `${page}/${id}`;

const leave = (within: InTx, file: File, what: FileMessage, accountIds: readonly string[]): Promise<void> =>
  leaveMessages(within, {
    ...{ kind: what, title: TITLES[what](within.kind.title), accountIds },
    ...{ fileId: file.id, href: pageOfFile(within.kind, file) },
  });

const addresseesOf = ({ tx, tables }: InTx, { cadreId, unitId }: File): Promise<Account[]> =>
  cadreId === null ? accountsAnsweringFor(tx, tables, unitId) : accountsOfCadre(tx, tables, cadreId);

/** A notice waits to be signed for: the person concerned, or whoever answers for the unit. */
export async function tellAddressee(within: InTx, file: File): Promise<void> {
  await leave(within, file, 'notice', (await addresseesOf(within, file)).map(idOf));
}

/** Signed for: to be told of it once more would only confuse. */
export async function settleNotice({ tx, changed, tables, here }: InTx, file: File, accountId: string) {
  const unread = await unreadMessages(tx, tables, accountId);
  const before = unread.filter(({ fileId, kind }) => fileId === file.id && kind === 'notice');
  await changeRows(tx, changed, tables.messages, { before, set: { readAt: here.now() } });
}

/** Somebody was named in a file. */
export const tellNamed = (within: InTx, file: File, accountId: string): Promise<void> =>
  leave(within, file, 'named', [accountId]);

/** The file went on: each person hears of it once at most, and nobody of what he did himself. */
export async function tellMoved(
  within: InTx,
  file: File,
  deed: Pick<Deed, 'event' | 'actor' | 'countersignedBy'> & { readonly eventId: string },
): Promise<void> {
  const told = new Set([deed.actor, deed.countersignedBy ?? deed.actor]);
  const tell = async (what: FileMessage, accounts: readonly string[]) => {
    const fresh = accounts.filter((id) => !told.has(id));
    for (const id of fresh) told.add(id);
    await leave(within, file, what, fresh);
  };
  const subjects = await subjectsToldOf(within, file);
  // A notice of this event told them already.
  if (await hasServed(within, file, deed.eventId)) for (const id of subjects) told.add(id);
  const { machine } = within.kind;
  const authors = await authorsOf(within, file);
  // A unit's file has nobody but its author to wait for an outcome; officers who opened one would drown in them.
  const waiting = file.cadreId === null ? authors : subjects;
  if (isOutcome(machine, deed.event)) await tell('outcome', waiting);
  if (asksSubject(machine, file.state)) await tell('answer', subjects);
  if (file.state === machine.start) await tell('returned', authors);
  if (!authorsOnly(within.kind).includes(file.state)) await tell('turn', await officersToAct(within, file));
}

const idOf = ({ id }: Account): string => id;

/** The person concerned, as far as the file may be known to him. */
async function subjectsToldOf({ tx, tables, kind }: InTx, file: File): Promise<string[]> {
  const { cadreId } = file;
  if (cadreId === null) return [];
  const told: string[] = [];
  for (const { id: accountId, staffNo } of await accountsOfCadre(tx, tables, cadreId)) {
    const actor = { accountId, staffNo, cadreId, roles: [], language: 'zh' as const };
    if (await standingIfVisible({ db: tx, tables, actor }, kind, file)) told.push(accountId);
  }
  return told;
}

/** Whoever opened it, while he has an account. */
async function authorsOf({ tx, tables }: InTx, { openedBy }: File): Promise<string[]> {
  return (await accountById(tx, tables, openedBy)) === undefined ? [] : [openedBy];
}

const hasServed = async ({ tx, tables }: InTx, { id }: File, eventId: string): Promise<boolean> =>
  (await deliveriesOf(tx, tables, id)).some((delivery) => delivery.eventId === eventId);

/** Decided or over; where a notice comes next, that tells of it. */
function isOutcome(machine: Machine, event: MachineEvent): boolean {
  const isEnd = machine.terminal.includes(event.to) || machine.adverse.includes(event.to);
  const isNoticeNext = eventsFrom(machine, event.to).some(serves);
  return (isEnd || needsMeeting(event)) && !isNoticeNext;
}

const asksSubject = (machine: Machine, state: string): boolean =>
  waitsFor(machine, state) === 'subject' &&
  eventsFrom(machine, state).some((event) => event.by.includes('cadre') && isTask(event));

/** What officers have to do now; what the person may do as well, or a complaint, is nobody's task. */
function officersTasks({ machine, complaints = [] }: FileKind, state: string): MachineEvent[] {
  if (!['officer', 'meeting'].includes(waitsFor(machine, state))) return [];
  return eventsFrom(machine, state).filter(
    (each) =>
      isTask(each) &&
      each.permission !== null &&
      !each.by.includes('cadre') &&
      !complaints.includes(each.event),
  );
}

/** Whoever is named in the file for what comes next, unless an earlier duty in it bars him. */
async function officersToAct({ tx, tables, kind }: InTx, file: File): Promise<string[]> {
  const next = officersTasks(kind, file.state);
  const named = (await assignmentsOf(tx, tables, file.id)).filter(({ endedAt }) => endedAt === null);
  if (next.length === 0 || named.length === 0) return [];
  const dutiesOf = await dutiesOfFile(tx, tables, file.id);
  const mayAct = ({ accountId, principal }: Row<'assignments'>): boolean =>
    next.some(
      (event) =>
        event.by.filter(isPrincipal).some((mover) => mover === principal) &&
        !hasOtherDuty(event, dutiesOf(accountId), guardsOf(event.permission!)),
    );
  return named.filter(mayAct).map(({ accountId }) => accountId);
}
