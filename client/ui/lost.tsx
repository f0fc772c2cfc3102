import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { Empty } from './states.tsx';

/** A part that could not be fetched: the product may have been updated since the page was opened. */
export function Lost() {
  const words = say(shellWords);
  return (
    <Empty title={words.pageLost}>
      <p class="actions">
        <button type="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </p>
    </Empty>
  );
}
