// Who may do what in a file of the ledger, worked out by the tests’ own reading of the two golden files.
import { readFileSync } from 'node:fs';
import { type CastName, isInRoster, rolesOf, UNIT_SCOPED } from './cast-people.ts';
import { guardLetters, letterOf } from './golden-matrix.ts';

export interface EventData {
  readonly from: string;
  readonly event: string;
  readonly to: string;
  readonly by: readonly string[];
  readonly permission: string | null;
  readonly flags: readonly string[];
  readonly note?: string;
}
export interface MachineData {
  readonly start: string;
  readonly terminal: readonly string[];
  readonly events: readonly EventData[];
}
const golden = JSON.parse(
  readFileSync(new URL('../../server/procedures/procedures.json', import.meta.url), 'utf8'),
) as Record<string, MachineData>;
export const machineData = (name: string): MachineData => golden[name]!;
export const statesOf = ({ events, terminal }: MachineData): string[] => [
  ...new Set([...events.flatMap(({ from, to }) => [from, to]), ...terminal]),
];
export const eventsOf = ({ events }: MachineData): string[] => [...new Set(events.map(({ event }) => event))];
export const transition = ({ events }: MachineData, state: string, event: string): EventData | undefined =>
  events.find((each) => each.from === state && each.event === event);

const DUTIES = 'rec ver acc inv prop lead disc file rev chk dual app rvw'.split(' ');
const guards = ({ permission }: EventData, letter: string): boolean =>
  permission !== null && guardLetters(permission).includes(letter);
export const isCollective = (event: EventData): boolean => guards(event, 'Q');
export const isServing = ({ flags }: EventData): boolean => flags.includes('N');
/** A decision of a meeting is a duty too. */
export const dutyOf = (event: EventData): string | null =>
  DUTIES.find((duty) => event.flags.includes(duty)) ?? (isCollective(event) ? 'dec' : null);

/** What somebody is to one file. */
export interface ToFile {
  readonly isSubject: boolean;
  readonly isKin: boolean;
  /** As whom he is named in it. */
  readonly named: ReadonlySet<string>;
  readonly duties: ReadonlySet<string>;
  /** Events that happen once, and did. */
  readonly used: ReadonlySet<string>;
  readonly hasComplained: boolean;
}
export const STRANGER: ToFile = {
  ...{ isSubject: false, isKin: false, hasComplained: false },
  ...{ named: new Set<string>(), duties: new Set<string>(), used: new Set<string>() },
};

/** As whom he may act in it. */
export function standings(who: CastName | 'anon', { named }: Pick<ToFile, 'named'>): string[] {
  if (who === 'anon') return ['anon'];
  const roles: readonly string[] = rolesOf(who);
  const held = [
    ...roles,
    ...(isInRoster(who) ? ['cadre'] : []),
    ...(named.has('panel') && roles.length > 0 ? ['panel'] : []),
  ];
  return held.length > 0 ? held : ['requester'];
}

/** Whether a letter of the matrix opens to him in this file; everybody of the cast serves its unit or the school. */
function letterReaches(permission: string, as: string, { named, isSubject }: ToFile): boolean {
  switch (letterOf(permission, as).charAt(0)) {
    case '*':
      return true;
    case 'S':
      return UNIT_SCOPED.includes(as);
    case 'O':
      return isSubject && as === 'cadre';
    case 'A':
      return named.has(as);
    default:
      return false;
  }
}
export function mayAs(permission: string, who: CastName | 'anon', to: ToFile): string[] {
  const mustStandBack = guardLetters(permission).includes('R') && (to.isSubject || to.isKin);
  return standings(who, to).filter(
    (as) => letterReaches(permission, as, to) && (!mustStandBack || letterOf(permission, as).startsWith('O')),
  );
}

export type How = 'now' | 'countersign' | 'meeting';
/** How an event is open to somebody; null = it is not. */
export function openTo(event: EventData, who: CastName | 'anon', to: ToFile): How | null {
  const { permission, by, flags, note = '' } = event;
  if (permission === null) return null;
  const as = mayAs(permission, who, to).filter((each) => by.includes(each) || by.includes('any'));
  if (as.length === 0) return null;
  if (to.hasComplained && guards(event, 'R') && as[0] !== 'cadre') return null;
  const duty = dutyOf(event);
  const isBound = duty !== null || guards(event, '2');
  if (isBound && [...to.duties].some((had) => had !== duty)) return null;
  const isOnce = event.event === 'extend' || note.startsWith('once');
  if (isOnce && to.used.has(event.event)) return null;
  return isCollective(event) ? 'meeting' : flags.includes('X') ? 'countersign' : 'now';
}
