import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { Empty, Loading } from './states.tsx';

/** A part of a page that not everybody sees: fetched when it is first shown, and kept from then on. */
export function later<Given extends object>(load: () => Promise<ComponentType<Given>>): ComponentType<Given> {
  let known: ComponentType<Given> | null = null;
  return function Later(given: Given) {
    const [state, setState] = useState<'coming' | 'here' | 'lost'>(known === null ? 'coming' : 'here');
    useEffect(() => {
      if (known !== null) return;
      load().then(
        (part) => {
          known = part;
          setState('here');
        },
        () => setState('lost'),
      );
    }, []);
    const Part = known;
    if (Part !== null) return <Part {...given} />;
    return state === 'lost' ? <Lost /> : <Loading />;
  };
}

/** The product may have been updated since the page was opened. */
function Lost() {
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
