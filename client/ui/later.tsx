import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Lost } from './lost.tsx';
import { Loading } from './states.tsx';

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

/** What a page needs a little after its first sight, fetched with its first showing; null until it is there. */
export function useLater<Known extends object>(load: () => Promise<Known>): Known | null {
  const [known, know] = useState<Known | null>(null);
  useEffect(() => {
    void load().then((found) => know(() => found));
  }, []);
  return known;
}
