// A rig's short share as a test: fixed seeds, every quantity reached, nothing that must not happen.
import { expect, inject, test } from 'vitest';
import { runRig, type Rig, table } from './rig.ts';
import { tallyIn } from './tally.ts';

const SEED = 20_261_231;
const LONGEST_MS = 170_000;

export function holdsInShort(rig: Rig): void {
  const reason = rig.missing?.() ?? null;
  test.skipIf(reason !== null)(
    `${rig.about}${reason === null ? '' : ` (${reason})`}`,
    async () => {
      const tally = tallyIn(null, { isResumed: false });
      const endsAt = Date.now() + LONGEST_MS;
      const isOver = () => Date.now() > endsAt;
      await runRig(rig, { share: 'ci', seed: SEED, postgresUrl: inject('postgresUrl'), tally, isOver });
      const missed = table(rig, tally, 'ci').filter((line) => !line.startsWith('held'));
      expect([...missed, ...tally.notes]).toEqual([]);
    },
    LONGEST_MS + 60_000,
  );
}
