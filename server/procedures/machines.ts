// The machines of due process as data. procedures.json is the golden file of the policy; corrections.json and years.json
// are ours.
import { readFileSync } from 'node:fs';
import { type Permission, PRINCIPALS, type Principal, guardsOf } from '../permissions/matrix.ts';

/** Duties within one file, held by pairwise different persons; `dec`: took part in a meeting's decision. */
export const DUTIES = [
  'rec',
  'ver',
  'acc',
  'inv',
  'prop',
  'lead',
  'disc',
  'file',
  'rev',
  'chk',
  'dual',
  'rvw',
  'app',
  'dec',
] as const;
export type Duty = (typeof DUTIES)[number];

/** Who moves a file on: a principal, the clock, another file's outcome, or anybody with the permission. */
export type Mover = Principal | 'clock' | 'link' | 'any';

/** What a machine must show before an adverse outcome: notice, reply, review, collective decision. */
export type Step = 'N' | 'R' | 'rev' | 'D';

export interface MachineEvent {
  readonly from: string;
  readonly event: string;
  readonly to: string;
  readonly by: readonly Mover[];
  /** Null for the clock and for links. */
  readonly permission: Permission | null;
  readonly flags: readonly string[];
  readonly note?: string;
}

export interface Machine {
  readonly name: string;
  readonly start: string;
  readonly adverse: readonly string[];
  readonly needs: readonly Step[];
  readonly terminal: readonly string[];
  readonly events: readonly MachineEvent[];
}

const read = (file: string): Record<string, Omit<Machine, 'name'>> =>
  JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Record<string, Omit<Machine, 'name'>>;

export const machines: ReadonlyMap<string, Machine> = new Map(
  Object.entries({
    ...read('./procedures.json'),
    ...read('./corrections.json'),
    ...read('./years.json'),
  }).map(([name, machine]) => [name, { name, ...machine }]),
);

export function machineOf(name: string): Machine {
  const machine = machines.get(name);
  if (!machine) throw new Error(`there is no machine ${name}`);
  return machine;
}

const MOVERS: readonly string[] = [...PRINCIPALS, 'clock', 'link', 'any'];
export const isPrincipal = (mover: Mover): mover is Principal =>
  (PRINCIPALS as readonly string[]).includes(mover);
export const isMover = (name: string): name is Mover => MOVERS.includes(name);

/** What may happen to a file in a state. */
export const eventsFrom = (machine: Machine, state: string): readonly MachineEvent[] =>
  machine.events.filter(({ from }) => from === state);

export const eventOf = (machine: Machine, state: string, event: string): MachineEvent | undefined =>
  machine.events.find((each) => each.from === state && each.event === event);

const has = (flag: string) => (event: MachineEvent) => event.flags.includes(flag);
/** Serves a notice on the person concerned. */
export const serves = has('N');
/** Two persons act together. */
export const needsTwo = has('X');
/** The chain begins anew. */
export const restarts = has('restart');
/** Collective: only a meeting may do it. */
export const needsMeeting = ({ permission }: MachineEvent): boolean =>
  permission !== null && guardsOf(permission).includes('Q');
/** Only once while the file is in this state. */
export const isOnce = ({ note, event }: MachineEvent): boolean =>
  event === 'extend' || note?.startsWith('once') === true;

/** Something that waits to be done: it moves the file on. Giving up is a choice, more time a favour. */
export const isTask = ({ event, from, to }: MachineEvent): boolean => from !== to && event !== 'withdraw';

/** The duty an event is done in; whoever decides in a meeting does so in a duty too. */
export function dutyOfEvent(event: MachineEvent): Duty | null {
  const named = DUTIES.find((duty) => event.flags.includes(duty));
  return named ?? (needsMeeting(event) ? 'dec' : null);
}

/** Who has to do something next: the person concerned, officers, a meeting, or nobody (time goes by). */
export type Waiting = 'subject' | 'officer' | 'meeting' | 'nobody';

export function waitsFor(machine: Machine, state: string): Waiting {
  const events = eventsFrom(machine, state);
  // An end that a meeting may undo (an archived year) waits for none.
  if (machine.terminal.includes(state) || events.length === 0) return 'nobody';
  if (events.some(needsMeeting) && events.every((each) => needsMeeting(each) || each.by.includes('cadre')))
    return 'meeting';
  if (events.some(({ by }) => by.includes('clock'))) return 'subject';
  return state === machine.start ? 'nobody' : 'officer';
}
