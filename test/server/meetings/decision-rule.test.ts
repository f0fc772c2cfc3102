// The rule of a meeting against counting heads one by one.
import { describe, expect, test } from 'vitest';
import {
  faultsOf,
  isCarried,
  isQuorate,
  leastPresent,
  leastVotes,
} from '../../../server/meetings/decision-rule.ts';

const MOST = 40;
const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, i) => i);

/** In thirds and halves of a person each, counted out, without a product of two numbers. */
function quorateByHand(base: number, present: number): boolean {
  let thirds = 0;
  for (const _ of upTo(base).slice(1)) thirds += 2;
  for (const _ of upTo(present).slice(1)) thirds -= 3;
  return thirds <= 0;
}
const carriedByHand = (base: number, votesFor: number): boolean => votesFor > base - votesFor;

describe('议事规则', () => {
  test('到会不少于应到的三分之二、同意超过应到的半数：逐一数过', () => {
    for (const base of upTo(MOST))
      for (const some of upTo(base)) {
        expect(isQuorate({ base, present: some }), `${some}/${base}`).toBe(quorateByHand(base, some));
        expect(isCarried({ base, votesFor: some }), `${some}/${base}`).toBe(carriedByHand(base, some));
      }
  });

  test('所说的最少人数正好够，少一人就不够', () => {
    for (const base of upTo(MOST).slice(1)) {
      expect(isQuorate({ base, present: leastPresent(base) })).toBe(true);
      expect(isQuorate({ base, present: leastPresent(base) - 1 })).toBe(false);
      expect(isCarried({ base, votesFor: leastVotes(base) })).toBe(true);
      expect(isCarried({ base, votesFor: leastVotes(base) - 1 })).toBe(false);
    }
  });

  test.each([
    [9, 6, 5, true],
    [9, 5, 5, false],
    [9, 9, 4, false],
    [8, 6, 4, false],
    [8, 6, 5, true],
    [3, 2, 2, true],
    [1, 1, 1, true],
  ])('应到 %i、到会 %i、同意 %i：%s', (base, present, votesFor, isValid) => {
    const vote = { base, present, votesFor, votesAgainst: 0, votesAbstained: present - votesFor };
    expect(faultsOf(vote).length === 0).toBe(isValid);
  });

  test('有效的表决：应到至少一人，三项票数之和等于到会人数，两条线都过；此外没有别的', () => {
    const wrong: string[] = [];
    let valid = 0;
    for (const base of upTo(7))
      for (const present of upTo(base))
        for (const votesFor of upTo(8))
          for (const votesAgainst of upTo(4))
            for (const votesAbstained of upTo(4)) {
              const expected =
                base > 0 &&
                votesFor + votesAgainst + votesAbstained === present &&
                quorateByHand(base, present) &&
                carriedByHand(base, votesFor);
              const vote = { base, present, votesFor, votesAgainst, votesAbstained };
              if ((faultsOf(vote).length === 0) !== expected) wrong.push(JSON.stringify(vote));
              if (expected) valid += 1;
            }
    expect(wrong).toEqual([]);
    expect(valid).toBeGreaterThan(20);
  });

  test('弃权不是同意，缺席也不是：多一张弃权，够的还是够，不够的还是不够', () => {
    for (const base of upTo(MOST).slice(1))
      for (const votesFor of upTo(base - 1)) {
        const before = { base, present: votesFor, votesFor, votesAgainst: 0, votesAbstained: 0 };
        const more = { ...before, present: votesFor + 1, votesAbstained: 1 };
        expect(faultsOf(more).includes('tooFewVotes')).toBe(faultsOf(before).includes('tooFewVotes'));
      }
  });
});
