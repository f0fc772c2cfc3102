import { instant } from '../numbers.ts';
import { evidenceHref } from '../procedures/file.api.ts';
import { recordFileWords } from '../words/conduct-file.ts';
import { labelOf, say } from '../words/language.ts';
import type { OpenRecord } from './conduct.api.ts';

/** What the person answered, beside the evidence. */
export function Said({ file }: { file: OpenRecord }) {
  const words = say(recordFileWords);
  const { said, evidenceCount } = file.inaction.facts;
  const hidden = evidenceCount - file.evidence.length;
  if (said.length === 0 && !file.history.some(({ event }) => event === 'notify')) return null;
  return (
    <section>
      <h2>{words.said}</h2>
      <div class="card beside">
        <div>
          {said.length === 0 && <p class="note">{words.nothingSaid}</p>}
          <ol class="file-list">
            {said.map(({ event, label, at, text }) => (
              <li key={`${event}${at}`}>
                <p class="note">
                  {instant(at)} · {labelOf(label)}
                </p>
                <p class="as-written">{text}</p>
              </li>
            ))}
          </ol>
        </div>
        <div>
          <h3>{words.evidenceBeside}</h3>
          {evidenceCount === 0 && <p class="note">{words.noEvidence}</p>}
          {hidden > 0 && <p class="note">{words.hiddenEvidence(hidden)}</p>}
          <ul class="file-list">
            {file.evidence.map(({ id, name, addedAt }) => (
              <li key={id}>
                <a href={evidenceHref(file.id, id)} download>
                  {name}
                </a>
                <p class="note">{instant(addedAt)}</p>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  );
}
