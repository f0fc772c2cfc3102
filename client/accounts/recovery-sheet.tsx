import { session } from '../session.ts';
import { useHeading } from '../ui/page.tsx';
import { say } from '../words/language.ts';
import { factorWords } from '../words/second-factor.ts';

/** The recovery codes, this once: to be printed. */
export function RecoverySheet({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const words = say(factorWords);
  const heading = useHeading(words.codesTitle);
  return (
    <section class="recovery">
      <h1 ref={heading} tabIndex={-1}>
        {words.codesTitle}
      </h1>
      <p>
        {words.codesIntro} <span class="note">{session.value?.schoolName}</span>{' '}
        <span class="note number">{session.value?.staffNo}</span>
      </p>
      <ol class="card recovery-codes">
        {codes.map((code) => (
          <li key={code} class="slip-code">
            {code}
          </li>
        ))}
      </ol>
      <p class="actions no-print">
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>
        <button type="button" class="primary" onClick={onKept}>
          {words.codesKept}
        </button>
      </p>
    </section>
  );
}
