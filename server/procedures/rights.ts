// Whether somebody may move a file on: cell ∧ relation ∧ guard ∧ state, and if not, which of them stands against it.
import type { Actor, Touched } from '../permissions/actor.ts';
import { guardsOf, type Principal, PRINCIPALS } from '../permissions/matrix.ts';
import { isOffered, isRecusedFrom, reachingAs } from '../permissions/may.ts';
import { dutyOfEvent, isOnce, isPrincipal, type MachineEvent, needsMeeting, needsTwo } from './machines.ts';

/** What an actor is to one file. */
export interface Standing {
  readonly actor: Actor;
  readonly touched: Touched & { readonly unitId: string };
  /** What he did in it before. */
  readonly duties: ReadonlySet<string>;
  /** Units he left: guard R keeps him from their files. */
  readonly formerUnits: ReadonlySet<string>;
  /** Events of the present state that happen once, and did. */
  readonly used: ReadonlySet<string>;
  /** Spoke against it before: guard R keeps a complainant from judging it. */
  readonly hasComplained?: boolean;
}

export type ClosedBecause =
  | 'automatic'
  | 'others'
  | 'notNamed'
  | 'related'
  | 'complained'
  | 'otherDuty'
  | 'once';
/** Open at once, or once a second person signs, or by a meeting. */
export type How = 'now' | 'countersign' | 'meeting';
export type Right =
  | { readonly isOpen: true; readonly as: Principal; readonly how: How }
  | { readonly isOpen: false; readonly because: ClosedBecause };

const closed = (because: ClosedBecause): Right => ({ isOpen: false, because });

/** Whom of the matrix an event is for. */
export const moversOf = ({ by }: MachineEvent): readonly Principal[] =>
  by.includes('any') ? PRINCIPALS : by.filter(isPrincipal);

/** Guard R beyond kin: a unit somebody left is judged by others. */
const comesFromThere = ({ touched, formerUnits }: Standing, guards: string): boolean =>
  guards.includes('R') && formerUnits.has(touched.unitId);

/** One person, one duty in a file: what he did before must be the same duty. */
export function hasOtherDuty(event: MachineEvent, duties: ReadonlySet<string>, guards: string): boolean {
  const duty = dutyOfEvent(event);
  if (duty === null && !guards.includes('2')) return false;
  return [...duties].some((had) => had !== duty);
}

export function rightTo(event: MachineEvent, standing: Standing): Right {
  const { actor, touched, duties, used } = standing;
  const { permission } = event;
  const movers = moversOf(event);
  if (permission === null || movers.length === 0) return closed('automatic');
  if (!isOffered(actor, permission, movers)) return closed('others');
  const [as] = reachingAs(actor, permission, touched, movers);
  if (as === undefined) return closed(isRecusedFrom(actor, permission, touched) ? 'related' : 'notNamed');
  const guards = guardsOf(permission);
  if (as !== 'cadre' && comesFromThere(standing, guards)) return closed('related');
  if (as !== 'cadre' && standing.hasComplained && guards.includes('R')) return closed('complained');
  if (hasOtherDuty(event, duties, guards)) return closed('otherDuty');
  if (isOnce(event) && used.has(event.event)) return closed('once');
  return { isOpen: true, as, how: needsMeeting(event) ? 'meeting' : needsTwo(event) ? 'countersign' : 'now' };
}
