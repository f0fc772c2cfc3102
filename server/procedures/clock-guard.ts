// Nothing lapses on a clock that jumped: somebody would lose his time to answer. Watches the wall clock against the
// machine's own running time, and against the latest moment the store has seen.
export const MOST_JUMP_MS = 5 * 60_000;

export interface ClockReading {
  /** The wall clock, milliseconds since 1970. */
  readonly wall: number;
  /** Time this machine has been running, which nobody sets. */
  readonly running: number;
}

/** How far the wall clock has moved otherwise than time went by; null while it is within bounds. */
export function jumpBetween(before: ClockReading, now: ClockReading): number | null {
  const jump = now.wall - before.wall - (now.running - before.running);
  return Math.abs(jump) > MOST_JUMP_MS ? jump : null;
}

/** Behind what was written already: the clock was set back while the product was off. */
export const isBehind = (wall: number, latestWritten: number): boolean => wall < latestWritten - MOST_JUMP_MS;
