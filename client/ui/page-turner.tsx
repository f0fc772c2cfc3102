import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import type { Cursors } from './pager.tsx';

/** One page back, one page on, for lists whose length nobody counts; nothing where one page holds all. */
export function PageTurner({ cursors, next }: { cursors: Cursors; next: string | null }) {
  const words = say(shellWords);
  if (cursors.index === 0 && next === null) return null;
  return (
    <nav class="pager" aria-label={`${words.previous} / ${words.next}`}>
      <button type="button" disabled={cursors.index === 0} onClick={cursors.backward}>
        {words.previous}
      </button>
      <button type="button" disabled={next === null} onClick={() => next !== null && cursors.forward(next)}>
        {words.next}
      </button>
    </nav>
  );
}
