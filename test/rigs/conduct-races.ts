import type { Dialect } from '../../db/columns.ts';
import { conductRaces, raced } from '../support/conduct-races.ts';
import { aCastHome } from './support/cast-home.ts';
import { dialectsWith } from './support/database.ts';
import type { Rig, Run } from './support/rig.ts';

const NODES: Readonly<Record<Dialect, number>> = { sqlite: 1, postgres: 2 };
/** The rest of the short share is test/server/conduct/races.test.ts. */
const IN_SHORT = 4;
/** A store grows old: files left unfinished have clocks that ring. */
const ROUNDS_A_STORE = 5;

export const conductRacesRig: Rig = {
  name: 'conduct-races',
  about: 'two decisions at once in one file of the ledger',
  goals: [
    { about: 'races on SQLite', counts: 'sqlite', wanted: { ci: IN_SHORT, full: 1000 } },
    {
      about: 'races on PostgreSQL, over two nodes',
      counts: 'postgres',
      wanted: { ci: IN_SHORT, full: 1000 },
    },
    { about: 'double effects, or losers not told', counts: 'double effects', wanted: 'never' },
    { about: 'faults in the server', counts: 'faults', wanted: 'never' },
  ],
  async run(run) {
    do for (const dialect of dialectsWith(run.postgresUrl)) await raceOn(run, dialect);
    while (run.goesOn());
  },
};

async function raceOn(run: Run, dialect: Dialect): Promise<void> {
  const { tally, postgresUrl, share } = run;
  const home = await aCastHome(dialect, { postgresUrl, nodeCount: NODES[dialect] });
  try {
    for (let round = 0; round < ROUNDS_A_STORE; round += 1) {
      for (const race of share === 'ci' ? conductRaces.slice(-IN_SHORT) : conductRaces) {
        for (const wrong of await raced(race, home.nodes))
          tally.breach('double effects', `${dialect}, ${wrong}`);
        tally.add(dialect);
      }
      if (share === 'ci' || !run.goesOn()) break;
    }
    for (const line of home.faults) tally.breach('faults', line);
  } finally {
    await home.remove();
  }
}
