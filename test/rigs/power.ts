import { cutAgainAndAgain } from './cuts/cut-rig.ts';
import { goalsOfCuts } from './kill.ts';
import { lossesOfBareWriter } from './shim/losses-of-bare-writer.ts';
import { shimMissing } from './shim/compiled-shim.ts';
import { powerCut } from './shim/power-cut.ts';
import type { Rig } from './support/rig.ts';

const CUTS_OF_BARE_WRITER = 3;

export const power: Rig = {
  name: 'power',
  about: 'the HTTP server loses everything that no fsync had made durable',
  goals: [
    ...goalsOfCuts('power cuts'),
    {
      about: 'losses of a writer with synchronous=NORMAL: the rig can tell',
      counts: 'losses with NORMAL',
      wanted: { ci: 1, full: 1 },
    },
    { about: 'losses of a writer with synchronous=FULL', counts: 'losses with FULL', wanted: 'never' },
  ],
  missing: shimMissing,
  async run(run) {
    if (run.tally.count('losses with NORMAL') === 0) {
      run.tally.add('losses with NORMAL', await lossesOfBareWriter('NORMAL', CUTS_OF_BARE_WRITER));
      run.tally.add('losses with FULL', await lossesOfBareWriter('FULL', CUTS_OF_BARE_WRITER));
    }
    await cutAgainAndAgain(run, powerCut);
  },
};
