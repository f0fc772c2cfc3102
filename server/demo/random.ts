/** Numbers that look drawn but follow from a seed: the demo is the same everywhere, every time. */
export interface Random {
  /** 0 … n − 1. */
  below(n: number): number;
  /** Both ends included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** The keys of a table, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  chance(percent: number): boolean;
  /** Around `middle`, rarely further away than twice `spread`. */
  bell(middle: number, spread: number): number;
}

/** Mulberry32. */
function stream(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** Each topic draws from a stream of its own: a change in one leaves the others as they are. */
function seedFrom(topic: string): number {
  let seed = 2_166_136_261;
  for (const sign of topic) seed = Math.imul(seed ^ sign.codePointAt(0)!, 16_777_619);
  return seed;
}

const DRAWS_IN_A_BELL = 6;

export function randomFor(topic: string): Random {
  const next = stream(seedFrom(topic));
  const below = (n: number) => next() % n;
  const between = (low: number, high: number) => low + below(high - low + 1);
  return {
    below,
    between,
    pick: (list) => list[below(list.length)]!,
    weighted(weights) {
      const entries = Object.entries(weights) as [keyof typeof weights, number][];
      let left = below(entries.reduce((total, [, weight]) => total + weight, 0));
      for (const [key, weight] of entries) if ((left -= weight) < 0) return key;
      throw new Error('a table of weights is empty');
    },
    chance: (percent) => below(100) < percent,
    bell(middle, spread) {
      let sum = 0;
      for (let draw = 0; draw < DRAWS_IN_A_BELL; draw += 1) sum += between(-spread, spread);
      // Six draws have a deviation of √2 spreads.
      return middle + Math.round((sum * 7) / 10);
    },
  };
}
