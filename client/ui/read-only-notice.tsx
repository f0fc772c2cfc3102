import { readOnlyBecause } from '../read-only.ts';
import { say } from '../words/language.ts';
import { problemWords } from '../words/problems.ts';

/** Above every page while nothing can be changed. */
export function ReadOnlyNotice() {
  const because = readOnlyBecause.value;
  if (because === null) return null;
  const words = say(problemWords);
  return (
    <p class="notice bad" role="alert">
      <strong>{because === 'full' ? words.storeFull : words.storeReadOnly}</strong> {words.readingGoesOn}
    </p>
  );
}
