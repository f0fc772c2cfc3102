// The triples of one machine as tests: a state at a time, and how many there were in all.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCast, type Cast } from './cast.ts';
import { machineData, statesOf } from './conduct-rights.ts';
import type { LedgerMachine } from './conduct-staging.ts';
import { AUTHORS, triplesOf } from './conduct-triples.ts';

export function holdsForEveryTriple(
  machine: LedgerMachine,
  least: { readonly asked: number; readonly opened: number },
): void {
  let cast: Cast;
  let triples: ReturnType<typeof triplesOf>;
  const done = { asked: 0, opened: 0 };
  const data = machineData(machine);
  beforeAll(async () => {
    cast = await aCast();
    triples = triplesOf(cast, machine);
  });
  afterAll(() => cast.remove());

  const cases = statesOf(data).flatMap((state) =>
    (state === data.start ? AUTHORS[machine] : AUTHORS[machine].slice(0, 1)).map(
      (author) => [state, author] as const,
    ),
  );
  test.each(cases)('%s（%s 提起）：每个身份发每个事件，只有该成的成', async (state, author) => {
    const { wrong, asked, opened } = await triples.fireAll(state, author);
    expect(wrong).toEqual([]);
    done.asked += asked;
    done.opened += opened;
  });

  test.each(statesOf(data))('%s：只有该由这次会议决定的能决定', async (state) => {
    const { wrong, asked, opened } = await triples.meetAll(state);
    expect(wrong).toEqual([]);
    done.asked += asked;
    done.opened += opened;
  });

  test('一个不少，也没有引起服务器故障', () => {
    expect(done.asked).toBeGreaterThan(least.asked);
    expect(done.opened).toBeGreaterThan(least.opened);
    expect(cast.faults).toEqual([]);
  });
}
