/** One goal of the product's performance, as measured: a figure against its bound. */
export interface Row {
  readonly goal: string;
  readonly about: string;
  /** What the figure is and its bound, e.g. “≤ 1.5 ×”. */
  readonly bound: string;
  readonly median: number;
  readonly least: number;
  readonly most: number;
  readonly isHeld: boolean;
}

const RUNS = 5;

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!;

async function millisecondsOf(work: () => unknown): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

/** Times two works in turn, after one round to warm up, and gives the ratio of each round. */
export async function ratios(ours: () => unknown, theirs: () => unknown): Promise<number[]> {
  await ours();
  await theirs();
  const found: number[] = [];
  for (let round = 0; round < RUNS; round += 1) {
    const mine = await millisecondsOf(ours);
    found.push(mine / (await millisecondsOf(theirs)));
  }
  return found;
}

/** Times one work by itself, after one round to warm up. */
export async function times(work: () => unknown): Promise<number[]> {
  await work();
  const found: number[] = [];
  for (let round = 0; round < RUNS; round += 1) found.push(await millisecondsOf(work));
  return found;
}

export function atMost(goal: string, about: string, bound: number, figures: readonly number[]): Row {
  return rowOf(goal, about, `≤ ${bound}`, figures, median(figures) <= bound);
}

export function atLeast(goal: string, about: string, bound: number, figures: readonly number[]): Row {
  return rowOf(goal, about, `≥ ${bound}`, figures, median(figures) >= bound);
}

const rowOf = (
  goal: string,
  about: string,
  bound: string,
  figures: readonly number[],
  isHeld: boolean,
): Row => ({
  goal,
  about,
  bound,
  median: median(figures),
  least: Math.min(...figures),
  most: Math.max(...figures),
  isHeld,
});
