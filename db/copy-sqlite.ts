// A second file with everything in it, made while writes go on.
import type { Database } from 'better-sqlite3';

/** Of 4 KiB each: writers get their turn after every step. */
const PAGES_A_STEP = 500;

/**
 * On the writer's own connection SQLite carries each write over into the copy as well. From another process it would
 * begin anew after every write and never end.
 */
export async function copyWhileWriting(
  writer: Database,
  target: string,
  report: (part: number) => void,
): Promise<void> {
  for (;;) {
    const { totalPages } = await writer.backup(target, {
      progress: ({ totalPages, remainingPages }) => {
        report(1 - remainingPages / totalPages);
        return PAGES_A_STEP;
      },
    });
    // Begun while a transaction was open, the driver takes “busy” for “done” and leaves an empty copy.
    if (totalPages > 0) return;
  }
}

/** One statement in one read transaction: writers of other processes do not disturb it, this thread waits for it. */
export function copyAside(reader: Database, target: string): void {
  reader.prepare('vacuum into ?').run(target);
}
