import { signal } from '@preact/signals';
import { session } from '../session.ts';
import { say } from '../words/language.ts';
import { failureWords } from '../words/failures.ts';

/** The session in which it was read; another one may have something new to tell. */
const readIn = signal('');

/** Somebody tried to sign in as this person meanwhile. */
export function FailuresNotice() {
  const words = say(failureWords);
  const { failuresBefore: failures = 0, csrfToken = '' } = session.value ?? {};
  if (failures === 0 || readIn.value === csrfToken) return null;
  return (
    <div class="notice warn" role="status">
      <span>
        <b>{words.failures(failures)}</b> {words.failuresCure}
      </span>
      <span class="actions">
        <button type="button" onClick={() => (readIn.value = csrfToken)}>
          {words.understood}
        </button>
      </span>
    </div>
  );
}
