// Random courses of a record and its exemptions over HTTP, the clock moved by the test: the product does what the model
// does, refuses what the model refuses, and shows everybody what is open to him. `npm run rigs -- conduct` does it in bulk.
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aCast, type Cast } from '../../support/cast.ts';
import { runSequence } from '../../support/conduct-sequence.ts';
import { FROM_AFAR, keyOf, TRANSITIONS } from '../../support/conduct-walk.ts';

let cast: Cast;
beforeAll(async () => {
  cast = await aCast();
});
afterAll(() => cast.remove());

const choices = (minLength: number) =>
  fc.array(fc.nat({ max: 2 ** 31 - 1 }), { minLength, maxLength: 40, size: 'max' });
const LONGEST = 40;
const TRIES = 12;

test('每个转换至少走到一次，处处与模型一致', { timeout: 600_000 }, async () => {
  const seen = new Set<string>();
  let count = 0;
  for (let round = 0; round < TRIES && seen.size < TRANSITIONS.length; round += 1)
    for (const goal of FROM_AFAR) {
      if (seen.has(keyOf(goal))) continue;
      count += 1;
      await fc.assert(
        fc.asyncProperty(choices(LONGEST), async (numbers) => {
          const course = await runSequence(cast, { choices: numbers, goal, isShort: true });
          course.seen.forEach((each) => seen.add(each));
        }),
        { numRuns: 1, seed: 20_261_231 + count },
      );
    }
  expect(TRANSITIONS.map(keyOf).filter((key) => !seen.has(key))).toEqual([]);
});

test('随意的命令也一致', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...TRANSITIONS), choices(5), async (goal, numbers) => {
      await runSequence(cast, { choices: numbers, goal });
    }),
    { numRuns: 6, seed: 20_261_231 },
  );
  expect(cast.faults).toEqual([]);
});

test('产品少做一步，比较就发现', async () => {
  const refusing: Cast = { ...cast, assign: async () => cast.get('secretary', '/api/session') };
  const numbers = fc.sample(choices(LONGEST), { numRuns: 1, seed: 20_261_231 })[0]!;
  const goal = FROM_AFAR.find((each) => keyOf(each) === 'inaction.lead.verify')!;
  await expect(runSequence(refusing, { choices: numbers, goal })).rejects.toThrow(/not/u);
});
