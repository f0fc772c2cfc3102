// A meeting as whoever asks may see it: what he must not read of it is withheld, the rest is as it stands.
import type { z } from 'zod';
import { type AccountLabel, accountLabels } from '../../db/queries/account-labels.ts';
import { unitNamesOf } from '../../db/queries/account-pages.ts';
import { cadreNames } from '../../db/queries/procedure-people.ts';
import type { Day, Label } from '../../scoring/index.ts';
import type { Actor } from '../permissions/actor.ts';
import { may } from '../permissions/may.ts';
import { isRunning, type Reading, standsBackFrom, type WholeMeeting } from './agenda.ts';
import { BODY_WORDS } from './bodies.ts';
import { barTo, CONFIRM_BARS, presentAt } from './confirm-meeting.ts';
import { DECISION_RULE } from './decision-rule.ts';
import {
  choicesOf,
  isWithheld,
  type ItemShown,
  itemShown,
  type Names,
  seatOf,
  withheldItem,
} from './meeting-item-view.ts';
import type { MeetingView } from './meetings.contract.ts';
import { meetingClosed, notRecordedYet, secretaryStandsBack } from './meetings.problems.ts';
import { RECORD } from './reach.ts';
import { type Seating, seatingOf } from './seating.ts';

export type MeetingShown = z.infer<typeof MeetingView>;

const OTHERS: Label = { zh: '由组织部负责人办理', en: 'For the head of HR' };

const personOf = (people: ReadonlyMap<string, AccountLabel>, id: string | null): AccountLabel | null =>
  id === null ? null : (people.get(id) ?? { staffNo: '', name: null });

const open = { isOpen: true, why: null };
const closed = (why: Label) => ({ isOpen: false, why });

function actionsOf(whole: WholeMeeting, seating: Seating, actor: Actor): MeetingShown['actions'] {
  const { meeting, agenda } = whole;
  const isSecretary = may(actor, RECORD);
  const stands = agenda.some(({ file }) => standsBackFrom(actor, file));
  const forSecretary = !isSecretary
    ? closed(OTHERS)
    : isRunning(meeting)
      ? open
      : closed(meetingClosed.title);
  const because = barTo(whole, seating.seats, actor.accountId);
  return {
    record: forSecretary.isOpen && stands ? closed(secretaryStandsBack.title) : forSecretary,
    cancel: forSecretary,
    confirm:
      meeting.state !== 'recorded'
        ? closed(notRecordedYet.title)
        : because === null
          ? open
          : closed(CONFIRM_BARS[because]),
  };
}

export async function meetingView(
  reading: Reading,
  actor: Actor,
  whole: WholeMeeting,
  { today, on }: { readonly today: Day; readonly on?: Day | undefined },
): Promise<MeetingShown> {
  const { db, tables } = reading;
  const { meeting, agenda } = whole;
  const seating = await seatingOf(reading, { body: meeting.body, heldOn: on ?? meeting.heldOn }, agenda);
  const seats = new Map(agenda.map((each) => [each.file.id, seatOf(whole, each, seating)]));
  const sitting = [...new Set([...seats.values()].flatMap(({ entitled }) => entitled))];
  const { plannedBy, recordedBy, confirmedBy, cancelledBy } = meeting;
  const deeds = [plannedBy, recordedBy, confirmedBy, cancelledBy].filter((id) => id !== null);
  const people = await accountLabels(db, tables, [...sitting, ...deeds]);
  const files = agenda.map(({ file }) => file);
  const names: Names = {
    people,
    units: await unitNamesOf(
      db,
      tables,
      files.map(({ unitId }) => unitId),
    ),
    cadres: await cadreNames(
      db,
      tables,
      files.flatMap(({ cadreId }) => (cadreId === null ? [] : [cadreId])),
    ),
  };
  const present = presentAt(whole);
  const items: ItemShown[] = [];
  for (const each of agenda)
    items.push(
      (await isWithheld(reading, actor, each))
        ? withheldItem(whole, each)
        : itemShown(whole, each, seats.get(each.file.id)!, {
            ...names,
            choices: await choicesOf({ ...reading, today }, whole, each),
          }),
    );
  return {
    id: meeting.id,
    body: meeting.body,
    bodyLabel: BODY_WORDS[meeting.body],
    title: meeting.title,
    heldOn: meeting.heldOn,
    state: meeting.state,
    version: meeting.version,
    // The minutes tell of every file: whoever must not read one of them does not read them.
    minutes: items.some((item) => item.isWithheld) ? null : meeting.minutes,
    plannedBy: personOf(people, plannedBy)!,
    plannedAt: meeting.plannedAt,
    recordedBy: personOf(people, recordedBy),
    recordedAt: meeting.recordedAt,
    confirmedBy: personOf(people, confirmedBy),
    confirmedAt: meeting.confirmedAt,
    cancelledBy: personOf(people, cancelledBy),
    cancelledAt: meeting.cancelledAt,
    cancelReason: meeting.cancelReason,
    rule: DECISION_RULE,
    members: sitting.map((id) => ({ ...personOf(people, id)!, isPresent: present.has(id) })),
    items,
    actions: actionsOf(whole, seating, actor),
  };
}
