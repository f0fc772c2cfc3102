// The steps of a machine that nobody may do whom the file does not name (cell A), told apart by their permission.
import type { Label } from '../../scoring/index.ts';
import { cellOf, type Principal } from '../permissions/matrix.ts';
import type { FileKind } from './file-kind.ts';
import {
  type Duty,
  dutyOfEvent,
  eventsFrom,
  isTask,
  type Machine,
  type MachineEvent,
  needsTwo,
  waitsFor,
} from './machines.ts';
import { moversOf } from './rights.ts';

export interface NamedStep {
  /** One of the events it may end in: the right to them is one. */
  readonly event: MachineEvent;
  /** What is to be done; of several outcomes none is named. */
  readonly label: Label;
  /** As whom somebody may be named for it. */
  readonly principals: readonly Principal[];
  /** How many have to be. */
  readonly count: number;
}

const DUTY_WORDS: Partial<Record<Duty, Label>> = {
  ver: { zh: '核实', en: 'Verify' },
  rev: { zh: '审核', en: 'Review' },
  rvw: { zh: '复核', en: 'Reconsider' },
  acc: { zh: '受理审查', en: 'Decide on acceptance' },
  dec: { zh: '集体认定', en: 'Decide together' },
  app: { zh: '审理申诉', en: 'Decide the appeal' },
};

const isByNameOnly = (event: MachineEvent): boolean => {
  const { permission } = event;
  const movers = moversOf(event);
  return (
    permission !== null &&
    movers.length > 0 &&
    movers.every((mover) => cellOf(permission, mover).reach === 'assigned')
  );
};

function labelOf({ words }: FileKind, events: readonly MachineEvent[]): Label {
  const [first] = events;
  const duty = dutyOfEvent(first!);
  const ofDuty = duty === null || events.length === 1 ? undefined : DUTY_WORDS[duty];
  return ofDuty ?? words.events[first!.event] ?? { zh: first!.event, en: first!.event };
}

/** What a file in this state waits for that only somebody named in it may do. */
export function namedSteps(kind: FileKind, state: string): NamedStep[] {
  if (!['officer', 'meeting'].includes(waitsFor(kind.machine, state))) return [];
  const byPermission = new Map<string, MachineEvent[]>();
  for (const event of eventsFrom(kind.machine, state)) {
    if (!isTask(event) || !isByNameOnly(event)) continue;
    const known = byPermission.get(event.permission!) ?? [];
    byPermission.set(event.permission!, [...known, event]);
  }
  return [...byPermission.values()].map((events) => ({
    event: events[0]!,
    label: labelOf(kind, events),
    principals: [...new Set(events.flatMap(moversOf))],
    count: events.some(needsTwo) ? 2 : 1,
  }));
}

/** States in which somebody has to be named. */
export const statesByName = (kind: FileKind): string[] =>
  statesOf(kind.machine).filter((state) => namedSteps(kind, state).length > 0);
const statesOf = ({ events }: Machine): string[] => [...new Set(events.map(({ from }) => from))];
