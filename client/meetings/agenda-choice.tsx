import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { labelOf, say } from '../words/language.ts';
import { meetingWords } from '../words/meetings.ts';
import type { Candidate, Candidates } from './meetings.api.ts';

interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** What waits for a meeting first; what a meeting may step into below. */
export function AgendaChoice({ candidates, ...choosing }: Choosing & { candidates: Candidates }) {
  const words = say(meetingWords);
  const waiting = candidates.items.filter(({ isWaiting }) => isWaiting);
  const others = candidates.items.filter(({ isWaiting }) => !isWaiting);
  const [isOpen] = useState(() => others.some(({ fileId }) => choosing.chosen.has(fileId)));
  return (
    <>
      {candidates.hasMore && <p class="notice info">{words.hasMore}</p>}
      {waiting.length > 0 && (
        <fieldset>
          <legend>{words.waitingFiles}</legend>
          <p class="actions">
            <button
              type="button"
              class="link"
              onClick={() =>
                choosing.onChoose(new Set([...choosing.chosen, ...waiting.map(({ fileId }) => fileId)]))
              }
            >
              {words.chooseAll}
            </button>
            <button type="button" class="link" onClick={() => choosing.onChoose(new Set())}>
              {words.chooseNone}
            </button>
          </p>
          <Choices files={waiting} {...choosing} />
        </fieldset>
      )}
      {others.length > 0 && (
        <details open={isOpen}>
          <summary>
            {words.otherFiles} · {others.length}
          </summary>
          <Choices files={others} {...choosing} />
        </details>
      )}
    </>
  );
}

function Choices({ files, chosen, onChoose }: Choosing & { files: readonly Candidate[] }) {
  const toggle = (id: string, isChosen: boolean) =>
    onChoose(new Set(isChosen ? [...chosen, id] : [...chosen].filter((each) => each !== id)));
  return (
    <div class="choices">
      {files.map((file) => (
        <label key={file.fileId}>
          <input
            type="checkbox"
            checked={chosen.has(file.fileId)}
            onChange={({ currentTarget }) => toggle(file.fileId, currentTarget.checked)}
          />
          <span>
            {file.title}
            <span class="agenda-note">
              {[labelOf(file.machineLabel), labelOf(file.stateLabel), file.personName, file.unitName]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
          <time class="note number">{instant(file.enteredAt).slice(0, 10)}</time>
        </label>
      ))}
    </div>
  );
}
