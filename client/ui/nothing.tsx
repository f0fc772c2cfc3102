import { setQuery } from '../router.ts';
import { Empty } from './states.tsx';

interface NothingWords {
  readonly empty: string;
  readonly emptyHint: string;
  readonly noMatch: string;
  readonly noMatchHint: string;
  readonly clear: string;
}

/** An empty list: nothing there yet, or nothing that matches, with the way back to all of it. */
export function Nothing({
  words,
  narrowedBy,
}: {
  words: NothingWords;
  /** The filters in the address, by name, as they are set now. */
  narrowedBy: Readonly<Record<string, string | null>>;
}) {
  const isNarrowed = Object.values(narrowedBy).some(Boolean);
  const none = Object.fromEntries(Object.keys(narrowedBy).map((name) => [name, null]));
  return (
    <Empty title={isNarrowed ? words.noMatch : words.empty}>
      <p class="note">{isNarrowed ? words.noMatchHint : words.emptyHint}</p>
      {isNarrowed && (
        <p class="actions">
          <button type="button" onClick={() => setQuery(none)}>
            {words.clear}
          </button>
        </p>
      )}
    </Empty>
  );
}
