// What every rig is made of: goals to reach, things that must never happen, and a tally that outlives the process.
import type { Tally } from './tally.ts';

/** `ci`: fixed seeds, a few seconds. `full`: what the goals ask for, for as long as it takes. */
export type Share = 'ci' | 'full';

export interface Goal {
  readonly about: string;
  /** The count of the tally that it is about. */
  readonly counts: string;
  /** How many there must be, or that there may be none at all. */
  readonly wanted: Readonly<Record<Share, number>> | 'never';
}

export interface Run {
  readonly share: Share;
  readonly seed: number;
  /** Null where this platform has no PostgreSQL. */
  readonly postgresUrl: string | null;
  readonly tally: Tally;
  /** False once the time is up or every quantity is reached. Saves the tally. */
  goesOn(): boolean;
}

export interface Rig {
  readonly name: string;
  readonly about: string;
  readonly goals: readonly Goal[];
  /** Why it cannot run here; null when it can. */
  readonly missing?: () => string | null;
  readonly run: (run: Run) => Promise<void>;
}

const reachedIn = (tally: Tally, share: Share, goal: Goal): boolean =>
  goal.wanted === 'never' ? tally.count(goal.counts) === 0 : tally.count(goal.counts) >= goal.wanted[share];

export const isBreached = (tally: Tally, { goals }: Rig): boolean =>
  goals.some(({ wanted, counts }) => wanted === 'never' && tally.count(counts) > 0);

export const isComplete = (tally: Tally, share: Share, { goals }: Rig): boolean =>
  goals.every((goal) => reachedIn(tally, share, goal));

/** Runs a rig until it has reached its quantities or its time is up. */
export async function runRig(
  rig: Rig,
  given: Omit<Run, 'goesOn'> & { readonly isOver: () => boolean; readonly says?: (line: string) => void },
): Promise<void> {
  const { tally, share, isOver, says } = given;
  const quantities = rig.goals.filter(({ wanted }) => wanted !== 'never');
  const goesOn = () => {
    tally.save();
    says?.(`${rig.name}: ${quantities.map(({ counts }) => `${tally.count(counts)} ${counts}`).join(', ')}`);
    return !isOver() && quantities.some((goal) => !reachedIn(tally, share, goal));
  };
  if (goesOn()) await rig.run({ ...given, goesOn });
  tally.save();
}

/** One line a goal: held, not yet reached, or breached. */
export const table = (rig: Rig, tally: Tally, share: Share): string[] =>
  rig.goals.map((goal) => {
    const isHeld = reachedIn(tally, share, goal);
    const bound = goal.wanted === 'never' ? '= 0' : `≥ ${goal.wanted[share]}`;
    const verdict = isHeld ? 'held    ' : goal.wanted === 'never' ? 'BREACHED' : 'not yet ';
    return `${verdict}  ${rig.name.padEnd(14)} ${bound.padEnd(10)} ${String(tally.count(goal.counts)).padStart(8)}  ${goal.about}`;
  });
