// Meetings: planned and recorded by the head of HR, confirmed by a member; then every decision takes effect in one act.
import type { z } from 'zod';
import { isReachedBy } from '../../db/queries/meetings.ts';
import { addRows, changeRow } from '../../db/rows.ts';
import type { Store, Tx } from '../../db/store.ts';
import type { Row } from '../../db/tables/index.ts';
import type { MeetingBody } from '../../db/tables/meetings.ts';
import type { Day } from '../../scoring/index.ts';
import { notFound, Refused, staleVersion } from '../http/problem.ts';
import type { Actor } from '../permissions/actor.ts';
import { carry } from '../procedures/carry.ts';
import type { Here } from '../procedures/file-kind.ts';
import { isRunning, type Reading, standsBackFrom, type WholeMeeting, wholeMeeting } from './agenda.ts';
import { barTo, CONFIRM_BARS, decisionsToCarry } from './confirm-meeting.ts';
import { fitAgenda } from './fit-agenda.ts';
import { keepAttendance } from './keep-attendance.ts';
import { candidatesFor, pageOfMeetings } from './meeting-lists.ts';
import { type MeetingShown, meetingView } from './meeting-view.ts';
import type {
  CancelMeeting,
  Candidates,
  ConfirmMeeting,
  MeetingPage,
  MeetingQuery,
  PlanMeeting,
  RecordMeeting,
} from './meetings.contract.ts';
import { mayNotConfirm, meetingClosed, notRecordedYet, secretaryStandsBack } from './meetings.problems.ts';
import { reachOf } from './reach.ts';
import { itemsToKeep, presentIn, refuseClosedDecisions, refuseDay } from './record-meeting.ts';
import { seatingOf } from './seating.ts';

interface Named {
  readonly id: string;
}
export interface MeetingsService {
  page(actor: Actor, query: z.infer<typeof MeetingQuery>): Promise<z.infer<typeof MeetingPage>>;
  candidates(actor: Actor, body: MeetingBody): Promise<z.infer<typeof Candidates>>;
  view(actor: Actor, id: string, on?: Day): Promise<MeetingShown>;
  plan(actor: Actor, input: z.infer<typeof PlanMeeting>): Promise<MeetingShown>;
  /** Again, as long as nobody has confirmed it. */
  record(actor: Actor, input: z.infer<typeof RecordMeeting> & Named): Promise<MeetingShown>;
  confirm(actor: Actor, input: z.infer<typeof ConfirmMeeting> & Named): Promise<MeetingShown>;
  cancel(actor: Actor, input: z.infer<typeof CancelMeeting> & Named): Promise<MeetingShown>;
}

interface Needed {
  readonly store: Store;
  readonly here: Here;
}

const SECRETARY = 'hr_head';

export function meetingsService({ store, here }: Needed): MeetingsService {
  const { tables, read } = store;
  const { kinds } = here;
  const reading = (db: Reading['db']): Reading => ({ db, tables, kinds, dayOf: here.dayOf });

  const entry = (
    actor: Actor,
    duty: string,
    deed: string,
    { id, reason }: Named & { reason: string | null },
  ) => ({
    actor: actor.accountId,
    duty,
    deed: `meeting.${deed}`,
    subject: id,
    reason,
  });

  /** What he may not see does not exist. */
  async function reached(actor: Actor, id: string): Promise<WholeMeeting> {
    if (!(await isReachedBy(read, tables, id, reachOf(actor)))) throw new Refused(notFound);
    return wholeMeeting(reading(read), id);
  }
  const view = async (actor: Actor, id: string, on?: Day): Promise<MeetingShown> =>
    meetingView(reading(read), actor, await reached(actor, id), { today: here.dayOf(here.now()), on });

  /** Confirming what one had to stand back from leaves a trace. */
  async function noteDenial({ accountId }: Actor, meetingId: string): Promise<void> {
    const row = { id: here.newId('den'), at: here.now(), accountId, fileId: null };
    const act = { actor: accountId, duty: 'none', deed: 'meeting.denied', subject: meetingId, reason: null };
    await store.write(act, (tx, changed) =>
      addRows(tx, changed, tables.denials, [{ ...row, event: 'meeting.confirm', because: 'related' }]),
    );
  }

  async function refuseBarred(db: Reading['db'], actor: Actor, whole: WholeMeeting) {
    if (whole.meeting.state !== 'recorded') throw new Refused(notRecordedYet);
    const seating = await seatingOf(reading(db), whole.meeting, whole.agenda);
    const bar = barTo(whole, seating.seats, actor.accountId);
    if (bar === 'standsBack' && db === read) await noteDenial(actor, whole.meeting.id);
    if (bar !== null) throw new Refused(mayNotConfirm, { detail: CONFIRM_BARS[bar] });
    return seating;
  }

  /** A meeting that can still be changed, as its secretary knows it. */
  async function running(tx: Tx, { id, version }: Named & { version: number }): Promise<WholeMeeting> {
    const whole = await wholeMeeting(reading(tx), id);
    if (!isRunning(whole.meeting)) throw new Refused(meetingClosed);
    if (whole.meeting.version !== version) throw new Refused(staleVersion);
    return whole;
  }

  return {
    view,
    page: (actor, query) => pageOfMeetings(reading(read), actor, query),
    candidates: (actor, body) => candidatesFor(reading(read), actor, body),

    async plan(actor, { body, title, heldOn, agenda }) {
      refuseDay(heldOn, { last: null });
      const id = here.newId('mtg');
      const meeting: Row<'meetings'> = {
        ...{ id, body, title, heldOn, state: 'planned', minutes: null, version: 1 },
        ...{ plannedBy: actor.accountId, plannedAt: here.now(), recordedBy: null, recordedAt: null },
        ...{ confirmedBy: null, confirmedAt: null, cancelledBy: null, cancelledAt: null, cancelReason: null },
      };
      await store.write(entry(actor, SECRETARY, 'planned', { id, reason: title }), async (tx, changed) => {
        const files = await fitAgenda(reading(tx), actor, { body, ids: agenda });
        const items = files.map((file, position): Row<'meetingItems'> => ({
          ...{ id: here.newId('mti'), meetingId: id, position, fileId: file.id, fileVersion: file.version },
          ...{ event: null, data: null, reason: null, entitled: null, recused: null, version: 1 },
          ...{ votesFor: null, votesAgainst: null, votesAbstained: null },
        }));
        await addRows(tx, changed, tables.meetings, [meeting]);
        await addRows(tx, changed, tables.meetingItems, items);
      });
      return view(actor, id);
    },

    async record(actor, { id, version, heldOn, present, items, minutes }) {
      refuseDay(heldOn, { last: here.dayOf(here.now()) });
      await store.write(entry(actor, SECRETARY, 'recorded', { id, reason: null }), async (tx, changed) => {
        const whole = await running(tx, { id, version });
        const { meeting, agenda, members } = whole;
        if (agenda.some(({ file }) => standsBackFrom(actor, file))) throw new Refused(secretaryStandsBack);
        const seating = await seatingOf(reading(tx), { body: meeting.body, heldOn }, agenda);
        const sat = presentIn(seating, present);
        const kept = itemsToKeep(whole, seating, { items, present: sat });
        await refuseClosedDecisions(reading(tx), here.dayOf(here.now()), whole, kept);
        await changeRow(tx, changed, tables.meetings, {
          before: meeting,
          set: { state: 'recorded', heldOn, minutes, recordedBy: actor.accountId, recordedAt: here.now() },
        });
        const within = { tx, changed, tables, newId: here.newId };
        await keepAttendance(within, { meetingId: id, before: members, seating, present: sat });
        for (const change of kept) await changeRow(tx, changed, tables.meetingItems, change);
      });
      return view(actor, id);
    },

    async confirm(actor, { id, version }) {
      const before = await reached(actor, id);
      await refuseBarred(read, actor, before);
      const act = entry(actor, before.meeting.body, 'confirmed', { id, reason: null });
      await store.write(act, async (tx, changed) => {
        const whole = await wholeMeeting(reading(tx), id);
        const { meeting } = whole;
        const seating = await refuseBarred(tx, actor, whole);
        if (meeting.version !== version) throw new Refused(staleVersion);
        for (const { each, event, data } of decisionsToCarry(whole, seating))
          await carry({ tx, changed, tables, here, kind: each.kind }, each.file, {
            event,
            actor: actor.accountId,
            principal: meeting.body,
            reason: each.item.reason,
            data,
            meetingId: id,
          });
        await changeRow(tx, changed, tables.meetings, {
          before: meeting,
          set: { state: 'confirmed', confirmedBy: actor.accountId, confirmedAt: here.now() },
        });
      });
      return view(actor, id);
    },

    async cancel(actor, { id, version, reason }) {
      await store.write(entry(actor, SECRETARY, 'cancelled', { id, reason }), async (tx, changed) => {
        const { meeting } = await running(tx, { id, version });
        await changeRow(tx, changed, tables.meetings, {
          before: meeting,
          set: {
            state: 'cancelled',
            cancelledBy: actor.accountId,
            cancelledAt: here.now(),
            cancelReason: reason,
          },
        });
      });
      return view(actor, id);
    },
  };
}
