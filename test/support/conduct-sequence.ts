// One random course of a record and its exemptions over HTTP, compared with the model after every command.
import type { CastDeeds } from './cast-deeds.ts';
import { type CastName, everybody } from './cast-people.ts';
import { type Command, done, type Live, modelled } from './conduct-commands.ts';
import {
  aModel,
  claimOf,
  findingOf,
  isVisible,
  type Model,
  type ModelFile,
  openEvents,
} from './conduct-model.ts';
import { isPast, keyOf, nextCommand, type Transition, TRANSITIONS } from './conduct-walk.ts';

export interface Sequence {
  /** One number a command: what is drawn for it follows from the number. */
  readonly choices: readonly number[];
  readonly goal: Transition;
  /** For a quick run: ends when the goal has been seen, and fewer look at it on the way. */
  readonly isShort?: boolean;
}
export interface Course {
  readonly commands: readonly Command[];
  readonly seen: readonly string[];
}

/** mulberry32 */
function drawFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

interface Shown {
  readonly state: string;
  readonly version: number;
  readonly actions: readonly { event: string; isOpen: boolean }[];
}

/** What differs between the product and the model. */
async function differences(live: Live, world: Model, lookers: readonly CastName[]): Promise<string[]> {
  const { cast } = live;
  const found: string[] = [];
  const pairs: [string, ModelFile][] = [[live.record, world.record]];
  const claim = claimOf(world);
  if (claim) pairs.push([live.claims.at(-1)!, claim]);
  for (const [id, file] of pairs) {
    const { state, version } = await cast.fileOf(id);
    if (state !== file.state || version !== file.version)
      found.push(`${file.machine} is ${state}@${version}, not ${file.state}@${file.version}`);
    const running = (await cast.running(id))
      .filter(({ kind }) => !kind.startsWith('alarm.') && kind !== 'pending.lapse')
      .map(({ kind, dueAt }) => `${kind}:${dueAt}`);
    const expected = [...file.clocks].map(([kind, due]) => `${kind}:${due}`);
    if (running.toSorted().join() !== expected.toSorted().join())
      found.push(`${file.machine}: ${running.join()} run, not ${expected.join()}`);
  }
  const [id, file] = pairs.at(-1)!;
  for (const who of lookers) {
    const { status, body } = await cast.view(who, id);
    const open = status === 200 ? (body as Shown).actions.filter(({ isOpen }) => isOpen) : [];
    const said =
      status === 200
        ? open
            .map(({ event }) => event)
            .toSorted()
            .join()
        : status;
    const should = isVisible(file, who) ? openEvents(file, who).join() : 404;
    // Without any office one is told that nothing here is for him.
    const isSame = said === should || (should === 404 && said === 403);
    if (!isSame) found.push(`${file.machine} in ${file.state}: ${who} sees ${said}, not ${should}`);
  }
  const { finding = null } = (await cast.ledger(live.record)) ?? {};
  if (finding !== findingOf(world.record))
    found.push(`the ledger says ${finding}, not ${findingOf(world.record)}`);
  return found;
}

/** Whoever may find something. */
const AUTHORS: readonly CastName[] = ['recorder', 'inspector', 'notifier'];
/** What the course went through, link events included. */
const seenIn = ({ record, claims }: Model): string[] =>
  [record, ...claims].flatMap(({ machine, course }) => course.map((event) => keyOf({ machine, event })));

export async function runSequence(
  cast: CastDeeds,
  { choices, goal: first, isShort = false }: Sequence,
): Promise<Course> {
  const hasDocument = isPast(first.event) || choices[0]! % 2 === 0;
  const author = isPast(first.event) ? 'notifier' : AUTHORS[choices[0]! % AUTHORS.length]!;
  const document = hasDocument ? { documentNo: '示例纪〔2025〕9号' } : {};
  const live: Live = { cast, record: await cast.draft(document, author), claims: [] };
  const world = aModel(cast.home.clock.now, author, hasDocument);
  const commands: Command[] = [];
  let goal = first;
  for (const [i, choice] of choices.entries()) {
    const draw = drawFrom(choice + i);
    if (seenIn(world).includes(keyOf(goal))) {
      if (isShort) break;
      goal = TRANSITIONS[draw(TRANSITIONS.length)]!;
    }
    // A second goes by between two deeds: what came first can be told.
    cast.home.clock.now += 1000;
    world.now = cast.home.clock.now;
    const command = nextCommand(world, goal, draw);
    commands.push(command);
    const before = structuredClone(world);
    const should = modelled(world, command);
    const is = await done(live, before, command);
    const who = 'who' in command ? command.who : 'subject';
    const lookers = new Set<CastName>([draw(2) === 0 ? everybody[draw(everybody.length)]! : who]);
    if (!isShort && draw(2) === 0) lookers.add('subject');
    const found = await differences(live, world, [...lookers]);
    if (should !== is) found.unshift(should ? 'refused' : 'not refused');
    if (found.length > 0) {
      const told = commands.map((each) => JSON.stringify(each)).join('\n');
      throw new Error(`${found.join('; ')} after\n${told}`);
    }
  }
  return { commands, seen: seenIn(world) };
}
