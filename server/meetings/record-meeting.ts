// What was sent about a meeting, read against who may sit and vote: rows to keep, or every place that is wrong.
import type { z } from 'zod';
import type { Row } from '../../db/tables/index.ts';
import type { Recusal } from '../../db/tables/meetings.ts';
import { type Day, isDay } from '../../scoring/index.ts';
import { invalidRequest, type ProblemPlace, Refused } from '../http/problem.ts';
import type { AgendaItem, Reading } from './agenda.ts';
import { judge, ofItem } from './judge-decision.ts';
import type { RecordMeeting } from './meetings.contract.ts';
import { agendaMoved, voteInvalid } from './meetings.problems.ts';
import { type Seating, withDeclared } from './seating.ts';

type Sent = z.infer<typeof RecordMeeting>;
type SentItem = Sent['items'][number];
type ItemSet = Pick<
  Row<'meetingItems'>,
  | 'fileVersion'
  | 'event'
  | 'data'
  | 'reason'
  | 'votesFor'
  | 'votesAgainst'
  | 'votesAbstained'
  | 'entitled'
  | 'recused'
>;
export interface ItemToKeep {
  readonly before: Row<'meetingItems'>;
  readonly set: ItemSet;
}

export function refuseDay(heldOn: string, { last }: { last: Day | null }): void {
  if (isDay(heldOn) && (last === null || heldOn <= last)) return;
  const detail =
    last === null
      ? { zh: '应为日期', en: 'Expected a day' }
      : { zh: `应为不晚于今天（${last}）的日期`, en: `Expected a day not after today (${last})` };
  throw new Refused(invalidRequest, { places: [{ pointer: '/heldOn', detail }] });
}

/** By staff number, of those who may sit on any of the files. */
function byStaffNo({ members }: Seating): ReadonlyMap<string, string> {
  return new Map([...members.values()].map(({ staffNo, accountId }) => [staffNo, accountId]));
}

export function presentIn(seating: Seating, staffNos: readonly string[]): ReadonlySet<string> {
  const known = byStaffNo(seating);
  const strangers = staffNos.filter((staffNo) => !known.has(staffNo));
  if (strangers.length > 0) {
    const names = strangers.join('、');
    const detail = { zh: `${names} 不是这次会议的成员`, en: `Not a member of this meeting: ${names}` };
    throw new Refused(invalidRequest, { places: [{ pointer: '/present', detail }] });
  }
  return new Set(staffNos.map((staffNo) => known.get(staffNo)!));
}

/** The agenda is what was planned: each of its files once, none besides. */
function paired(agenda: readonly AgendaItem[], items: Sent['items']): readonly [AgendaItem, SentItem][] {
  const sent = new Map(items.map((item) => [item.fileId, item]));
  const isSame = sent.size === items.length && agenda.length === items.length;
  if (!isSame || !agenda.every(({ file }) => sent.has(file.id))) {
    const detail = { zh: '应与会议议程逐项一致', en: 'Expected every file of the agenda, once' };
    throw new Refused(invalidRequest, { places: [{ pointer: '/items', detail }] });
  }
  return agenda.map((each) => [each, sent.get(each.file.id)!]);
}

const undecided = (
  seat: { entitled: readonly string[]; recused: readonly Recusal[] },
  item: SentItem,
): ItemSet => ({
  fileVersion: item.fileVersion,
  event: null,
  data: null,
  reason: item.reason,
  votesFor: null,
  votesAgainst: null,
  votesAbstained: null,
  entitled: [...seat.entitled],
  recused: [...seat.recused],
});

export function itemsToKeep(
  { meeting, agenda }: { meeting: Row<'meetings'>; agenda: readonly AgendaItem[] },
  seating: Seating,
  sent: Pick<Sent, 'items'> & { readonly present: ReadonlySet<string> },
): ItemToKeep[] {
  const known = byStaffNo(seating);
  const places: ProblemPlace[] = [];
  let hasMoved = false;
  const kept = paired(agenda, sent.items).map(([each, item]): ItemToKeep => {
    const index = sent.items.indexOf(item);
    const note = (place: ProblemPlace) => places.push(ofItem(index, each.file.title, place));
    const declared = item.recused.map(({ staffNo, reason }): Recusal => {
      const accountId = known.get(staffNo) ?? '';
      if (!seating.seats.get(each.file.id)!.entitled.includes(accountId))
        note({
          pointer: '/recused',
          detail: { zh: `${staffNo} 不是此事项的成员`, en: `${staffNo} does not sit on it` },
        });
      return { accountId, because: 'declared', detail: reason };
    });
    const seat = withDeclared(seating.seats.get(each.file.id)!, declared);
    const rest = undecided(seat, item);
    if (item.decision === null) return { before: each.item, set: rest };
    const sat = { body: meeting.body, seat, present: sent.present };
    const judged = judge(each, sat, { fileVersion: item.fileVersion, decision: item.decision });
    hasMoved ||= judged.hasMoved;
    judged.places.forEach(note);
    const { event, votesFor, votesAgainst, votesAbstained } = item.decision;
    return {
      before: each.item,
      set: { ...rest, event, data: judged.data, votesFor, votesAgainst, votesAbstained },
    };
  });
  if (hasMoved) throw new Refused(agendaMoved, { places });
  if (places.length > 0) throw new Refused(voteInvalid, { places });
  if (kept.every(({ set }) => set.event === null)) {
    const detail = {
      zh: '至少应有一个事项作出决定；没有决定的会议请取消',
      en: 'At least one decision; a meeting without any is cancelled',
    };
    throw new Refused(voteInvalid, { places: [{ pointer: '/items', detail }] });
  }
  return kept;
}

/** A decision that the file's own facts close is refused when it is recorded, not only when it is confirmed. */
export async function refuseClosedDecisions(
  { db, tables }: Reading,
  today: Day,
  { agenda }: { agenda: readonly AgendaItem[] },
  kept: readonly ItemToKeep[],
): Promise<void> {
  const places: ProblemPlace[] = [];
  for (const [index, { before, set }] of kept.entries()) {
    const { kind, file } = agenda.find(({ item }) => item.id === before.id)!;
    const bar = set.event === null ? undefined : kind.bars?.[set.event];
    const found = (await bar?.({ db, tables, file, data: set.data ?? {}, by: null, today })) ?? [];
    places.push(
      ...found.map(({ pointer, detail }) =>
        ofItem(index, file.title, { pointer: `/decision${pointer}`, detail }),
      ),
    );
  }
  if (places.length > 0) throw new Refused(voteInvalid, { places });
}
