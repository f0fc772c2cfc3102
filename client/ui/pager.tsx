import { useState } from 'preact/hooks';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';

/** Where a list is: the cursors of the pages before, the one asked for last. */
export interface Cursors {
  readonly after: string | null;
  readonly index: number;
  readonly forward: (next: string) => void;
  readonly backward: () => void;
}

/** Pages left behind are found again when one comes back to the same list. */
const trails = new Map<string, readonly string[]>();

/** Follows a cursor list; another `list` (its path and filters) starts at the first page. */
export function useCursors(list: string): Cursors {
  const [, redraw] = useState(0);
  const trail = trails.get(list) ?? [];
  const walk = (next: readonly string[]) => {
    trails.set(list, next);
    redraw((count) => count + 1);
  };
  return {
    after: trail[trail.length - 1] ?? null,
    index: trail.length,
    forward: (next) => walk([...trail, next]),
    backward: () => walk(trail.slice(0, -1)),
  };
}

/** “a–b of n”, one page back, one page on. */
export function Pager(given: {
  cursors: Cursors;
  size: number;
  shown: number;
  total: number;
  next: string | null;
}) {
  const words = say(shellWords);
  const { cursors, next } = given;
  const from = cursors.index * given.size + 1;
  if (given.total === 0) return null;
  return (
    <nav class="pager" aria-label={words.pageRange(from, from + given.shown - 1, given.total)}>
      <span>{words.pageRange(from, from + given.shown - 1, given.total)}</span>
      <button type="button" disabled={cursors.index === 0} onClick={cursors.backward}>
        {words.previous}
      </button>
      <button type="button" disabled={next === null} onClick={() => next !== null && cursors.forward(next)}>
        {words.next}
      </button>
    </nav>
  );
}
