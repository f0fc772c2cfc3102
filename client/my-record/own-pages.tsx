import { place } from '../router.ts';
import { todoCount } from '../todo-count.ts';
import { say } from '../words/language.ts';
import { readWords } from '../words/reads.ts';

/** From one page about oneself to the others. */
export function OwnPages() {
  const words = say(readWords);
  const pages = [
    ['/my-record', words.record],
    ['/my-record/files', words.files],
    ['/initiatives?own=1', words.initiatives],
    ['/my-record/corrections', words.corrections],
    ['/my-record/relations', words.relations],
    ['/my-record/readers', words.readers],
    ['/exports', words.exports],
  ] as const;
  const { path } = place.value;
  return (
    <>
      {todoCount.value > 0 && (
        <p class="notice info no-print">
          <a href="/todo">{words.waiting(todoCount.value)}</a>
        </p>
      )}
      <nav class="tabs no-print" aria-label={words.pages}>
        {pages.map(([href, name]) => (
          <a
            key={href}
            href={href}
            aria-current={href.startsWith(`${path}?`) || href === path ? 'page' : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
    </>
  );
}
