// On PostgreSQL users' transactions commit side by side and take no lock for the log. Right after each commit one
// sequencer, of whichever node gets the lock first, takes up everything committed so far.
import { setTimeout as pause } from 'node:timers/promises';
import { LogBroken, MOST_AT_ONCE } from './append.ts';

interface Needed {
  /** One transaction under the sequencers' lock; answers how many entries it took up. */
  readonly takeUp: (since: number) => Promise<number>;
  readonly now: () => number;
  readonly onBroken: (fault: LogBroken) => void;
}

/** What a node left behind when it fell over between its commit and its sequencing is looked for this often. */
const SWEEP_EVERY_MS = 5 * 60_000;
const SWEEP_BACK_MS = 60 * 60_000;
const PAUSES_MS = [50, 200, 1000, 5000];

export function sequencer({ takeUp, now, onBroken }: Needed) {
  let wanted: number | null = null;
  let running: Promise<void> | null = null;
  let sweptAt = now();
  let closed = false;

  async function takeAll(since: number): Promise<void> {
    while ((await takeUp(since)) === MOST_AT_ONCE);
  }

  /** Where to begin so that entries of nodes that are gone are found too. */
  function sweepFrom(since: number): number {
    const before = sweptAt;
    if (Math.abs(now() - before) < SWEEP_EVERY_MS) return since;
    sweptAt = now();
    return Math.min(since, before - SWEEP_BACK_MS);
  }

  async function work(): Promise<void> {
    for (let failures = 0; wanted !== null && failures < PAUSES_MS.length;) {
      const since = sweepFrom(wanted);
      wanted = null;
      try {
        await takeAll(since);
        failures = 0;
      } catch (fault) {
        if (fault instanceof LogBroken) return onBroken(fault);
        // The next round takes them up, or the next commit, or the next start.
        wanted = Math.min(since, wanted ?? since);
        if (closed) return;
        await pause(PAUSES_MS[failures]);
        failures += 1;
      }
    }
  }

  return {
    /** Something was committed that is dated `at`. */
    wake(at: number): void {
      wanted = Math.min(at, wanted ?? at);
      running ??= work().finally(() => {
        running = null;
      });
    },
    /** Everything committed before now, by whichever node. */
    takeAll: () => takeAll(Number.MIN_SAFE_INTEGER),
    async close(): Promise<void> {
      closed = true;
      await running;
    },
  };
}
