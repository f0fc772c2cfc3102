// Which command comes next: mostly one on the way to a transition that somebody wants to see, sometimes any at all.
import { type CastName, everybody } from './cast-people.ts';
import { type Command, fileIn, type Of } from './conduct-commands.ts';
import type { Proven } from './conduct-data.ts';
import {
  baseOf,
  canBeNamed,
  claimOf,
  type MeetingBody,
  type Model,
  type ModelFile,
  openEvents,
  outcomesOpen,
  toFile,
  unsigned,
} from './conduct-model.ts';
import {
  type EventData,
  eventsOf,
  isCollective,
  type MachineData,
  machineData,
  openTo,
} from './conduct-rights.ts';

/** Draws whole numbers below a bound. */
export type Draw = (below: number) => number;
const one = <T>(draw: Draw, from: readonly T[]): T => from[draw(from.length)]!;

export interface Transition {
  readonly machine: 'inaction' | 'exemption';
  readonly event: EventData;
}
export const TRANSITIONS: readonly Transition[] = (['inaction', 'exemption'] as const).flatMap((machine) =>
  machineData(machine).events.map((event) => ({ machine, event })),
);
const PAST: readonly string[] = ['imported', 'past_notified', 'past_answered'];
/** A decision taken before the product comes in by a way of its own. */
export const isPast = ({ from, event }: EventData): boolean => PAST.includes(from) || event === 'import_past';
/** From far to near: the way to a far one passes by others. */
export const FROM_AFAR: readonly Transition[] = TRANSITIONS.toSorted(
  (one, other) => depthOf(other) - depthOf(one),
);
export const keyOf = ({ machine, event }: Transition): string => `${machine}.${event.from}.${event.event}`;

/** The events of a shortest way between two states. */
function wayTo(
  { events }: MachineData,
  from: string,
  to: string,
  isOfPast = false,
): readonly EventData[] | null {
  const ways = new Map<string, readonly EventData[]>([[from, []]]);
  const next = [from];
  for (let state = next.shift(); state !== undefined; state = next.shift())
    for (const event of events)
      if (event.from === state && !ways.has(event.to) && (isOfPast || !isPast(event))) {
        ways.set(event.to, [...ways.get(state)!, event]);
        next.push(event.to);
      }
  return ways.get(to) ?? null;
}
function depthOf({ machine, event }: Transition): number {
  const data = machineData(machine);
  const beyond = machine === 'exemption' ? wayTo(machineData('inaction'), 'draft', 'held')!.length : 0;
  return beyond + wayTo(data, data.start, event.from, isPast(event))!.length;
}
const towards = (file: ModelFile, event: EventData): EventData | null =>
  file.state === event.from
    ? event
    : (wayTo(machineData(file.machine), file.state, event.from, isPast(event))?.[0] ?? null);

/** The end of an exemption by which its record is told. */
const TOLD_BY: Readonly<Record<string, string>> = {
  ...{ exemption_granted: 'exempt_final', exemption_mitigated: 'mitigated_final' },
  ...{ exemption_refused: 'refused_final', exemption_ended: 'withdrawn' },
};
interface Step {
  readonly of: Of;
  readonly event: EventData;
}

/** The next step in one of the two files on the way to the goal; null when no way leads there any more. */
function stepTo(world: Model, { machine, event: goal }: Transition): Step | null {
  const { record } = world;
  const claim = claimOf(world);
  if (machine === 'exemption' && record.state === 'held') {
    const event = towards(claim!, goal);
    return event && { of: 'claim', event };
  }
  const claiming = machineData('inaction').events.find(
    ({ from, event }) =>
      event === 'claim_exemption' && from === (record.state === 'answered' ? 'answered' : 'notified'),
  )!;
  const event = towards(record, machine === 'exemption' ? claiming : goal);
  if (!event?.by.includes('link')) return event && { of: 'record', event };
  const next = wayTo(machineData('exemption'), claim!.state, TOLD_BY[event.event]!)?.[0];
  return next ? { of: 'claim', event: next } : null;
}

const BODIES: readonly MeetingBody[] = ['panel', 'appeal_body', 'board'];

/** Somebody who could do it once he is named. */
function namingFor(file: ModelFile, of: Of, event: EventData, draw: Draw): Command | null {
  const fit = everybody.flatMap((who) =>
    event.by
      .filter((principal) => canBeNamed(file, who, principal))
      .filter((principal) => {
        const to = toFile(file, who);
        return openTo(event, who, { ...to, named: new Set([...to.named, principal]) }) !== null;
      })
      .map((principal): Command => ({ do: 'name', of, who, principal })),
  );
  return fit.length === 0 ? null : one(draw, fit);
}

function meetingFor(file: ModelFile, of: Of, event: EventData, draw: Draw): Command | null {
  const body = BODIES.find((each) => event.by.includes(each))!;
  const sits = baseOf(file, body).length;
  if (sits === 0 || (sits < 3 && draw(3) === 0)) return namingFor(file, of, event, draw);
  return { do: 'meet', of, body, event: event.event };
}

function waitingFor({ now }: Model, file: ModelFile, of: Of, { event }: EventData): Command | null {
  const due = file.clocks.get(event);
  if (due !== undefined) return { do: 'later', days: Math.ceil((due - now) / 86_400_000) };
  return unsigned(file).length > 0 ? { do: 'sign', of, which: 'last' } : null;
}

const MUCH: readonly Proven[] = ['all', 'all', 'all', 'all', 'half', 'little'];
const FEW = 8;

/** The next command on the way to an event: name somebody, write what it rests on, wait, or do it. */
function commandFor(world: Model, { of, event }: Step, draw: Draw): Command | null {
  const file = fileIn(world, of)!;
  if (event.by.includes('clock')) return waitingFor(world, file, of, event);
  if (of === 'claim' && event.event === 'submit' && !file.isClaimWritten)
    return { do: 'write claim', who: file.author };
  if (isCollective(event)) return meetingFor(file, of, event, draw);
  if (event.event === 'extend' && !file.clocks.has('window_over')) return waitingFor(world, file, of, event);
  const { pending } = file;
  const isDraft = file.state === machineData(file.machine).start;
  const able = everybody
    .filter((who) => openEvents(file, who).includes(event.event))
    .filter((who) => who === 'subject' || event.event !== 'claim_exemption' || event.from !== 'notified')
    .filter((who) => (isDraft ? who === file.author : who !== pending?.by));
  if (able.length === 0 || (!isDraft && draw(FEW) === 0)) {
    const naming = namingFor(file, of, event, draw);
    if (naming || able.length === 0) return naming;
  }
  const who = one(draw, able);
  if (pending) return { do: 'second', of, who };
  if (event.event === 'show_facts' && file.proven === null)
    return { do: 'write findings', who, proven: one(draw, MUCH) };
  const outcome = one(draw, outcomesOpen(file));
  return { do: 'fire', of, who, event: event.event, outcome, hasRedLine: draw(FEW) === 0 };
}

const PRINCIPALS = ['supervisor', 'inspector', 'leader', 'hr', 'hr_head', 'panel', 'board', 'appeal_body'];
const OUTCOMES = ['exempt', 'mitigated', 'refused'];

/** Anything that somebody might try, by whoever it may be. */
function anything(world: Model, draw: Draw): Command {
  const of: Of = claimOf(world) && draw(2) === 0 ? 'claim' : 'record';
  const file = fileIn(world, of)!;
  const data = machineData(file.machine);
  const who: CastName = one(draw, everybody);
  const here = data.events.filter(({ from }) => from === file.state).map(({ event }) => event);
  const event = one(draw, here.length > 0 && draw(3) > 0 ? here : eventsOf(data));
  switch (draw(9)) {
    case 0:
      return { do: 'name', of, who, principal: one(draw, PRINCIPALS) };
    case 1:
      return { do: 'sign', of, which: one(draw, ['first', 'last'] as const) };
    case 2:
      return { do: 'write claim', who };
    case 3:
      return { do: 'write findings', who, proven: one(draw, MUCH) };
    case 4:
      return { do: 'second', of, who };
    case 5:
      return { do: 'meet', of, body: one(draw, BODIES), event };
    case 6:
      return { do: 'later', days: draw(20) };
    default:
      return { do: 'fire', of, who, event, outcome: one(draw, OUTCOMES), hasRedLine: draw(4) === 0 };
  }
}

const ASTRAY_OF_100 = 20;
export function nextCommand(world: Model, goal: Transition, draw: Draw): Command {
  const step = draw(100) < ASTRAY_OF_100 ? null : stepTo(world, goal);
  return (step && commandFor(world, step, draw)) ?? anything(world, draw);
}
