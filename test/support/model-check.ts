// Walks a machine of due process as data: what can be reached, what an adverse outcome stands on, what ends nowhere.
import {
  eventsFrom,
  type Machine,
  type MachineEvent,
  needsMeeting,
} from '../../server/procedures/machines.ts';

/** What has happened since the chain last began: notice, reply, review, decision. */
interface Walk {
  readonly state: string;
  readonly steps: ReadonlySet<string>;
  readonly path: readonly string[];
}

const keyOf = ({ state, steps }: Walk): string => `${state}|${[...steps].toSorted().join('')}`;

function stepsAfter(walk: Walk, event: MachineEvent): ReadonlySet<string> {
  // The chain begins anew: nothing that was done before counts for the next outcome.
  const before = event.flags.includes('restart') ? [] : [...walk.steps];
  const own = event.flags.filter((flag) => ['N', 'R', 'rev', 'D', 'A'].includes(flag));
  return new Set([...before, ...own]);
}

/** Every (state, steps done) that can be reached, with one way there. */
export function walksOf(machine: Machine): Walk[] {
  const seen = new Map<string, Walk>();
  const open: Walk[] = [{ state: machine.start, steps: new Set(), path: [] }];
  for (let walk = open.pop(); walk; walk = open.pop()) {
    if (seen.has(keyOf(walk))) continue;
    seen.set(keyOf(walk), walk);
    for (const event of eventsFrom(machine, walk.state))
      open.push({ state: event.to, steps: stepsAfter(walk, event), path: [...walk.path, event.event] });
  }
  return [...seen.values()];
}

const statesOf = ({ start, terminal, events }: Machine): Set<string> =>
  new Set([start, ...terminal, ...events.flatMap(({ from, to }) => [from, to])]);

export interface Fault {
  readonly kind:
    | 'unreachable'
    | 'deadEnd'
    | 'withoutSteps'
    | 'withoutAppeal'
    | 'terminalMoves'
    | 'unjustMeeting';
  readonly state: string;
  readonly path: readonly string[];
}

/** Everything wrong with a machine; an empty list is what a build wants. */
export function faultsOf(machine: Machine): Fault[] {
  const walks = walksOf(machine);
  const reached = new Set(walks.map(({ state }) => state));
  const fault = (kind: Fault['kind'], state: string, path: readonly string[] = []): Fault => ({
    kind,
    state,
    path,
  });
  const isAdverse = (state: string): boolean => machine.adverse.includes(state);
  return [
    ...[...statesOf(machine)]
      .filter((state) => !reached.has(state))
      .map((state) => fault('unreachable', state)),
    ...[...reached]
      .filter((state) => !machine.terminal.includes(state) && !reachesEnd(machine, state))
      .map((state) => fault('deadEnd', state)),
    ...walks
      .filter(({ state, steps }) => isAdverse(state) && machine.needs.some((step) => !steps.has(step)))
      .map(({ state, path }) => fault('withoutSteps', state, path)),
    ...machine.adverse
      .filter((state) => machine.needs.length > 0 && !hasAppeal(machine, walks, state))
      .map((state) => fault('withoutAppeal', state)),
    ...machine.events
      .filter(({ event, flags }) => flags.includes('D') && !isCollective(machine, event))
      .map(({ from }) => fault('unjustMeeting', from)),
  ];
}

const isCollective = (machine: Machine, name: string): boolean =>
  machine.events
    .filter(({ event }) => event === name)
    .every((event) => needsMeeting(event) || !event.flags.includes('D'));

function reachesEnd(machine: Machine, from: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (machine.terminal.includes(state)) return true;
    if (seen.has(state)) continue;
    seen.add(state);
    open.push(...eventsFrom(machine, state).map(({ to }) => to));
  }
  return false;
}

/** An adverse outcome is reached past a chance to appeal, or can be appealed itself. */
function hasAppeal(machine: Machine, walks: readonly Walk[], state: string): boolean {
  // A decision taken before the product has no window left; the appeal body can correct it all the same.
  const asks = eventsFrom(machine, state).some(({ flags }) => flags.includes('A') || flags.includes('app'));
  return asks || walks.filter((walk) => walk.state === state).every(({ steps }) => steps.has('A'));
}

/** The two machines side by side: the second one's ends move the first on by its link events. */
export function productFaults(
  held: Machine,
  linked: Machine,
  ends: Readonly<Record<string, string>>,
): string[] {
  const links = held.events.filter(({ by }) => by.includes('link'));
  const waiting = new Set(links.map(({ from }) => from));
  return [
    // Every end of the one has its link in every state of the other that waits for it.
    ...linked.terminal.flatMap((end) =>
      [...waiting].flatMap((state) => {
        const event = ends[end];
        const isLinked = links.some((link) => link.from === state && link.event === event);
        return isLinked ? [] : [`${linked.name}.${end} leaves ${held.name}.${state} waiting for ever`];
      }),
    ),
    // No link without an end that fires it.
    ...links
      .filter(({ event }) => !Object.values(ends).includes(event))
      .map(({ event }) => `${held.name}.${event} is never fired`),
    // While it waits nothing else moves it on, so that it cannot be decided behind the other's back.
    ...[...waiting].flatMap((state) =>
      eventsFrom(held, state)
        .filter(({ by }) => !by.includes('link'))
        .map(({ event }) => `${held.name}.${state} moves on by ${event} while the other is open`),
    ),
  ];
}
