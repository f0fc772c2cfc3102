// Two decisions at once in one file, on both engines: never two effects. `npm run rigs -- conduct-races` does it in bulk.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aCast, type Cast } from '../../support/cast.ts';
import { conductRaces, raced } from '../../support/conduct-races.ts';
import { engines } from '../../support/store.ts';

describe.each(engines)('同时作出两个决定 on $dialect', ({ dialect, isHere }) => {
  describe.skipIf(!isHere)('when the engine is here', () => {
    let cast: Cast;
    beforeAll(async () => {
      cast = await aCast(dialect);
    });
    afterAll(() => cast.remove());

    test.each(conductRaces.map((race) => [race.name, race] as const))(
      '%s：只有一个生效',
      async (_name, race) => {
        expect(await raced(race, [cast])).toEqual([]);
        expect(cast.faults).toEqual([]);
      },
    );
  });
});
