// Which clocks run in a state of a machine, how long, and from when.
import type { TimeLimitId } from '../../scoring/index.ts';
import { eventsFrom, type Machine, serves, waitsFor } from './machines.ts';

/** Alarms beside the machine's own clock events. */
export const ALARMS = ['alarm.officer', 'alarm.head', 'alarm.meeting', 'alarm.decide'] as const;
export type Alarm = (typeof ALARMS)[number];
export const isAlarm = (kind: string): kind is Alarm => (ALARMS as readonly string[]).includes(kind);

export interface PlannedClock {
  /** An event by `clock`, or an alarm. */
  readonly kind: string;
  /** Null: the file's own kind says when (the last day of a pilot). */
  readonly limit: TimeLimitId | null;
  /** From the day the notice was served, or from the day the state was entered. */
  readonly runsFrom: 'service' | 'entry';
}

/** States that hold the answer to a review: from there the way to appeal is shorter. */
const AFTER_REVIEW = new Set(['reviewed', 'kept']);

function limitOf(machine: Machine, state: string, event: string): TimeLimitId | null {
  switch (event) {
    case 'window_over':
      return state === machine.start ? 'limit.draft' : 'limit.reply';
    case 'close':
      return 'limit.reply';
    case 'notice_over':
      return 'limit.publicNotice';
    case 'appeal_window_over':
      return machine.events.some(({ to, flags }) => to === state && flags.includes('rvw')) &&
        AFTER_REVIEW.has(state)
        ? 'limit.appealAfterReview'
        : 'limit.appeal';
    case 'influence_over':
      return 'limit.influence';
    default:
      // `term_over`, `ballot_over`, `year_archived`: days of their own.
      return null;
  }
}

/** Events by which the person concerned answers: they wait until the notice has been served. */
const isAnswer = (event: string): boolean =>
  event === 'window_over' || event === 'appeal_window_over' || event === 'close';

/** A state entered by a served notice in which the person concerned may answer. */
const isServed = (machine: Machine, state: string): boolean =>
  machine.events.some((event) => event.to === state && serves(event)) &&
  eventsFrom(machine, state).some(({ by }) => by.includes('cadre'));

function alarmsOf(machine: Machine, state: string): PlannedClock[] {
  const alarm = (kind: Alarm, limit: TimeLimitId): PlannedClock => ({ kind, limit, runsFrom: 'entry' });
  const decidesReview = eventsFrom(machine, state).some(({ flags }) => flags.includes('rvw'));
  switch (waitsFor(machine, state)) {
    case 'meeting':
      return state.startsWith('appealed')
        ? [alarm('alarm.meeting', 'limit.meeting'), alarm('alarm.decide', 'limit.decideAppeal')]
        : [alarm('alarm.meeting', 'limit.meeting')];
    case 'officer':
      return decidesReview
        ? [alarm('alarm.officer', 'limit.officer'), alarm('alarm.decide', 'limit.decideReview')]
        : [alarm('alarm.officer', 'limit.officer'), alarm('alarm.head', 'limit.head')];
    case 'subject':
      // Nothing runs before the notice is served: serving it is an officer's task.
      return isServed(machine, state)
        ? [alarm('alarm.officer', 'limit.officer'), alarm('alarm.head', 'limit.head')]
        : [];
    case 'nobody':
      return [];
  }
}

/** Every clock of a state: the machine's own, and the alarms of whoever keeps others waiting. */
export function clocksOf(machine: Machine, state: string): PlannedClock[] {
  const own = eventsFrom(machine, state)
    .filter(({ by }) => by.includes('clock'))
    .map(({ event }): PlannedClock => ({
      kind: event,
      limit: limitOf(machine, state, event),
      runsFrom: isServed(machine, state) && isAnswer(event) ? 'service' : 'entry',
    }));
  return [...own, ...alarmsOf(machine, state)];
}
