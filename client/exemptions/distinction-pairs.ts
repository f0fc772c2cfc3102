// The three distinctions as pairs: what is tolerated, and what never is, which is one of the red lines.
import type { Blocker, Distinction } from '../../scoring/index.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { say } from '../words/language.ts';

export interface Pair {
  readonly distinction: Distinction;
  readonly tolerated: string;
  readonly never: string;
  readonly redLine: Blocker;
  readonly asTitle: string;
}

export function pairOf(distinction: Distinction): Pair {
  const terms = say(exemptionTerms);
  const pairs = {
    1: { tolerated: terms.pioneering, never: terms.knowing, redLine: 'knowingViolation' },
    2: { tolerated: terms.unrestricted, never: terms.banned, redLine: 'persistedAfterBan' },
    3: { tolerated: terms.unintended, never: terms.privateGain, redLine: 'privateGain' },
  } as const;
  const pair = pairs[distinction];
  return { distinction, ...pair, asTitle: terms.pair(pair.tolerated, pair.never) };
}
export const PAIRS: readonly Distinction[] = [1, 2, 3];
