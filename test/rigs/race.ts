import type { Dialect } from '../../db/columns.ts';
import { accountRaces } from './races/account-races.ts';
import { appraisalRaces } from './races/appraisal-races.ts';
import { pilotRaces } from './races/pilot-races.ts';
import type { Course, Race } from './races/race.ts';
import { dialectsWith } from './support/database.ts';
import { several } from './support/people.ts';
import { aProduct, type Product } from './support/product.ts';
import { type Random, randomFrom } from './support/random.ts';
import type { Rig, Run } from './support/rig.ts';
import { foundSchool } from './support/small-school.ts';

const OFFICES = [
  ...several('sysadmin', 3),
  ...several('secadmin', 3),
  ...several('hr_head', 3),
  ...several('board', 3),
  ...several('hr', 1),
];
const ALL: readonly Race[] = [...accountRaces, ...appraisalRaces, ...pilotRaces];
/** Every race at least once, the light ones by their weight. */
const A_ROUND = (share: Run['share']): Race[] =>
  ALL.flatMap((race) =>
    Array.from({ length: share === 'ci' ? Math.ceil(race.weight / 4) : race.weight }, () => race),
  );
/** A store grows old: lists that show everything get long. */
const ROUNDS_A_STORE = 4;
const NODES: Readonly<Record<Dialect, number>> = { sqlite: 1, postgres: 2 };

export const race: Rig = {
  name: 'race',
  about: 'three at once want the same thing changed',
  goals: [
    { about: 'races on SQLite', counts: 'sqlite', wanted: { ci: 30, full: 10_000 } },
    { about: 'races on PostgreSQL, over two nodes', counts: 'postgres', wanted: { ci: 30, full: 10_000 } },
    {
      about: 'repeats with the same key at the same time',
      counts: 'replays',
      wanted: { ci: 30, full: 10_000 },
    },
    { about: 'double effects, or losers not told', counts: 'double effects', wanted: 'never' },
  ],
  async run(run) {
    const random = randomFrom(run.seed);
    do for (const dialect of dialectsWith(run.postgresUrl)) await raceOn(run, dialect, random);
    while (run.goesOn());
  },
};

async function raceOn(run: Run, dialect: Dialect, random: Random): Promise<void> {
  const { postgresUrl } = run;
  const product = await aProduct({ dialect, postgresUrl, offices: OFFICES, nodeCount: NODES[dialect] });
  try {
    const course = await aCourse(product, random);
    for (let round = 0; round < ROUNDS_A_STORE; round += 1) {
      for (const each of A_ROUND(run.share)) await oneRace(run, { dialect, course, race: each });
      if (run.share === 'ci' || !run.goesOn()) return;
    }
  } finally {
    await product.remove();
  }
}

let names = 0;

async function aCourse(product: Product, random: Random): Promise<Course> {
  return {
    product,
    school: await foundSchool(product.node),
    ask: (question) => random.of(product.nodes).ask(question),
    racer: (role, n) => product.as(`${role}${n}`),
    fresh: (what) => `${what}-${process.pid}-${String((names += 1)).padStart(6, '0')}`,
  };
}

interface Running {
  readonly dialect: Dialect;
  readonly course: Course;
  readonly race: Race;
}

async function oneRace({ tally }: Run, { dialect, course, race: { name, start } }: Running): Promise<void> {
  const { questions, judge } = await start(course);
  const answers = await Promise.all(questions.map((question) => course.ask(question)));
  for (const wrong of await judge(answers)) tally.breach('double effects', `${dialect}, ${name}: ${wrong}`);
  tally.add(dialect);
  if (name === 'one request sent three times at once') tally.add('replays', questions.length);
}
