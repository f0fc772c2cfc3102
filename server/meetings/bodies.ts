// What a body may decide: the events of a file that carry guard Q and are its own.
import type { MeetingBody } from '../../db/tables/meetings.ts';
import type { States } from '../../db/queries/meetings.ts';
import type { Label } from '../../scoring/index.ts';
import {
  eventsFrom,
  type Machine,
  type MachineEvent,
  needsMeeting,
  waitsFor,
} from '../procedures/machines.ts';

export const BODIES = ['board', 'panel', 'appeal_body'] as const satisfies readonly MeetingBody[];

export const BODY_WORDS: Readonly<Record<MeetingBody, Label>> = {
  board: { zh: '党委会', en: 'Party committee' },
  panel: { zh: '容错认定小组', en: 'Tolerance panel' },
  appeal_body: { zh: '申诉受理机构', en: 'Appeal body' },
};

export const eventsOpenTo = (body: MeetingBody, machine: Machine, state: string): readonly MachineEvent[] =>
  eventsFrom(machine, state).filter((event) => needsMeeting(event) && event.by.includes(body));

/** States in which nobody but a meeting of the body can go on. */
export const waitingStates = (body: MeetingBody, machines: Iterable<Machine>): States[] =>
  statesFor(body, machines, true);
/** States in which a meeting of the body may step in while others go on (to stop a pilot, to reopen a year). */
export const otherStates = (body: MeetingBody, machines: Iterable<Machine>): States[] =>
  statesFor(body, machines, false);

const statesFor = (body: MeetingBody, machines: Iterable<Machine>, isWaiting: boolean): States[] =>
  [...machines].map((machine) => ({
    machine: machine.name,
    states: [...new Set(machine.events.map(({ from }) => from))].filter(
      (state) =>
        eventsOpenTo(body, machine, state).length > 0 &&
        (waitsFor(machine, state) === 'meeting') === isWaiting,
    ),
  }));
