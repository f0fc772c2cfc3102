import { instant } from '../numbers.ts';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import type { FileShown } from './file.api.ts';
import { dutyName } from './duty-name.ts';
import { nameOf } from './person-name.ts';

type Step = FileShown['history'][number];

/** What happened, by whom, in which capacity, why, and after which rules. */
export function Course({ file }: { file: FileShown }) {
  const words = say(procedureWords);
  // Whoever may only know that there is a file is not told its course.
  if (file.history.length === 0 && file.state !== 'draft') return null;
  return (
    <section>
      <h2>{words.course}</h2>
      {file.history.length === 0 && <p class="note">{words.courseEmpty}</p>}
      {file.history.length > 0 && (
        <ol class="course card">
          {file.history.map((step) => (
            <li key={step.version}>
              <time class="note">{instant(step.at)}</time>
              <div>
                <b>{labelOf(step.label)}</b> <span class="note">→ {labelOf(step.state)}</span>
                <p class="note">{doneBy(step)}</p>
                {step.reason !== null && <p>{step.reason}</p>}
                <details class="no-print">
                  <summary class="note">{words.rules}</summary>
                  <code>{step.ruleVersion}</code>
                </details>
              </div>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function doneBy({ by, principal, countersignedBy, enteredBy }: Step): string {
  const words = say(procedureWords);
  if (by === null) return principal === 'unnamed' ? words.unnamed : words.byClock;
  const parts = [nameOf(by), words.as(dutyName(principal))];
  if (countersignedBy) parts.push(words.countersigned(nameOf(countersignedBy)));
  if (enteredBy) parts.push(words.entered(nameOf(enteredBy)));
  return parts.join(' · ');
}
