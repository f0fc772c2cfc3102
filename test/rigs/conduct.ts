import type { Dialect } from '../../db/columns.ts';
import { runSequence } from '../support/conduct-sequence.ts';
import { keyOf, type Transition, TRANSITIONS } from '../support/conduct-walk.ts';
import { aCastHome } from './support/cast-home.ts';
import { type Random, randomFrom } from './support/random.ts';
import type { Rig, Run } from './support/rig.ts';
import type { Tally } from './support/tally.ts';

const SHORTEST = 5;
const LONGEST = 40;
/** What was left unfinished has clocks that ring: a store does not grow old. */
const SEQUENCES_A_STORE: Readonly<Record<Run['share'], number>> = { ci: 2, full: 20 };
/** Now and then on PostgreSQL: what differs between the engines is raced for elsewhere. */
const STORES_BETWEEN = 6;

export const conduct: Rig = {
  name: 'conduct',
  about: 'random courses of records and exemptions do what a model of them does',
  goals: [
    { about: 'sequences of 5 to 40 commands', counts: 'sequences', wanted: { ci: 4, full: 2000 } },
    { about: 'commands', counts: 'commands', wanted: { ci: 20, full: 40_000 } },
    { about: 'times the rarest transition was seen', counts: 'rarest', wanted: { ci: 0, full: 20 } },
    { about: 'courses that differ from the model', counts: 'differences', wanted: 'never' },
    { about: 'faults in the server', counts: 'faults', wanted: 'never' },
  ],
  async run(run) {
    // Taken up again, a run goes on with other numbers.
    const random = randomFrom(run.seed + run.tally.count('sequences'));
    let stores = 0;
    do {
      stores += 1;
      const isOther = run.postgresUrl !== null && stores % STORES_BETWEEN === 0;
      await onOneStore(run, isOther ? 'postgres' : 'sqlite', random);
    } while (run.goesOn());
  },
};

const seenOf = (each: Transition): string => `seen ${keyOf(each)}`;
/** The one seen least so far; of several, any. */
function rarest(tally: Tally, random: Random): Transition {
  const least = Math.min(...TRANSITIONS.map((each) => tally.count(seenOf(each))));
  tally.add('rarest', least - tally.count('rarest'));
  return random.of(TRANSITIONS.filter((each) => tally.count(seenOf(each)) === least));
}

async function onOneStore(run: Run, dialect: Dialect, random: Random): Promise<void> {
  const { tally, postgresUrl } = run;
  const home = await aCastHome(dialect, { postgresUrl });
  try {
    for (let n = 0; n < SEQUENCES_A_STORE[run.share]; n += 1) {
      const length = SHORTEST + random.below(LONGEST - SHORTEST + 1);
      const choices = Array.from({ length }, () => random.below(2 ** 31));
      const goal = rarest(tally, random);
      try {
        const { commands, seen } = await runSequence(home.nodes[0]!, { choices, goal });
        tally.add('commands', commands.length);
        for (const key of seen) tally.add(`seen ${key}`);
      } catch (fault) {
        tally.breach('differences', `${dialect}, ${keyOf(goal)}, ${choices.join()}: ${String(fault)}`);
      }
      tally.add('sequences');
      if (run.share === 'full' && !run.goesOn()) break;
    }
    for (const line of home.faults) tally.breach('faults', line);
    rarest(tally, random);
  } finally {
    await home.remove();
  }
}
