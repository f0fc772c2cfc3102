// A member confirms, and only then every decision of the meeting takes effect, all of them or none.
import type { Row } from '../../db/tables/index.ts';
import type { Label } from '../../scoring/index.ts';
import { type ProblemPlace, Refused } from '../http/problem.ts';
import type { MachineEvent } from '../procedures/machines.ts';
import type { AgendaItem, WholeMeeting } from './agenda.ts';
import { type Decided, declaredOf, judge, ofItem } from './judge-decision.ts';
import { agendaMoved } from './meetings.problems.ts';
import { baseOf, type Seat, type Seating, withDeclared } from './seating.ts';

export interface ToCarry {
  readonly each: AgendaItem;
  readonly event: MachineEvent;
  readonly data: Record<string, unknown>;
}

const decisionOf = (item: Row<'meetingItems'>): Decided | null =>
  item.event === null
    ? null
    : {
        event: item.event,
        data: item.data ?? {},
        votesFor: item.votesFor ?? 0,
        votesAgainst: item.votesAgainst ?? 0,
        votesAbstained: item.votesAbstained ?? 0,
      };

export const presentAt = ({ members }: WholeMeeting): ReadonlySet<string> =>
  new Set(members.filter(({ isPresent }) => isPresent).map(({ accountId }) => accountId));

export type ConfirmBar = 'notPresent' | 'recorder' | 'standsBack';
export const CONFIRM_BARS: Readonly<Record<ConfirmBar, Label>> = {
  notPresent: { zh: '由到会的成员确认', en: 'For a member who was present' },
  recorder: {
    zh: '您是记录人，须由另一位到会成员确认',
    en: 'You recorded it: another member who was present confirms',
  },
  standsBack: {
    zh: '您没有参加其中每一事项的表决（回避，或不是该事项的成员），须由参加了全部表决的成员确认',
    en: 'You did not vote on every file of it: a member who did confirms',
  },
};

/** Why somebody may not confirm a recorded meeting; null = he may. Guard 2, and nobody who stood back from any file. */
export function barTo(
  whole: WholeMeeting,
  seats: ReadonlyMap<string, Seat>,
  accountId: string,
): ConfirmBar | null {
  if (!presentAt(whole).has(accountId)) return 'notPresent';
  if (whole.meeting.recordedBy === accountId) return 'recorder';
  const hasVoted = whole.agenda.every(({ item, file }) => {
    const seat = withDeclared(seats.get(file.id)!, declaredOf(item.recused));
    const stoodBack = seat.recused.some((each) => each.accountId === accountId);
    return !stoodBack && (item.event === null || baseOf(seat).includes(accountId));
  });
  return hasVoted ? null : 'standsBack';
}

const SEAT_CHANGED: Label = {
  zh: '有权表决的成员或回避情况与记录时不同',
  en: 'Who may vote, or who stands back, is not as it was recorded',
};

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((each) => other.includes(each));
const accountsOf = (recused: Seat['recused'] | null): string[] =>
  (recused ?? []).map(({ accountId }) => accountId);

const isSameSeat = (now: Seat, { entitled, recused }: Row<'meetingItems'>): boolean =>
  isSame(now.entitled, entitled ?? []) && isSame(accountsOf(now.recused), accountsOf(recused));

/** Every decision looked at once more, as things stand now; one that does not hold lets none of them through. */
export function decisionsToCarry(whole: WholeMeeting, { seats }: Seating): ToCarry[] {
  const present = presentAt(whole);
  const places: ProblemPlace[] = [];
  const toCarry = whole.agenda.flatMap((each, index): ToCarry[] => {
    const decision = decisionOf(each.item);
    if (decision === null) return [];
    const seat = withDeclared(seats.get(each.file.id)!, declaredOf(each.item.recused));
    if (!isSameSeat(seat, each.item)) {
      places.push(ofItem(index, each.file.title, { pointer: '/recused', detail: SEAT_CHANGED }));
      return [];
    }
    const judged = judge(
      each,
      { body: whole.meeting.body, seat, present },
      { fileVersion: each.item.fileVersion, decision },
    );
    places.push(...judged.places.map((place) => ofItem(index, each.file.title, place)));
    return judged.event === null ? [] : [{ each, event: judged.event, data: judged.data }];
  });
  if (places.length > 0) throw new Refused(agendaMoved, { places });
  return toCarry;
}
