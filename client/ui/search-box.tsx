import { useEffect, useRef } from 'preact/hooks';
import { query, setQuery } from '../router.ts';

const PAUSE_MS = 200;

/** Searches while one types, once the fingers rest. */
export function SearchBox({ label }: { label: string }) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  const asked = query().get('q') ?? '';
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (input.current !== null && input.current !== document.activeElement) input.current.value = asked;
  }, [asked]);
  return (
    <input
      ref={input}
      type="search"
      aria-label={label}
      aria-keyshortcuts="/"
      placeholder={label}
      defaultValue={asked}
      onInput={({ currentTarget: { value } }) => {
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => setQuery({ q: value.trim() }), PAUSE_MS);
      }}
    />
  );
}
