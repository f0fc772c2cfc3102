import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { later } from '../ui/later.tsx';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import { evidenceHref, type FileShown, type Pending } from './file.api.ts';
import { nameOf } from './person-name.ts';

const DecisionDialog = later(async () => (await import('./decision-dialog.tsx')).DecisionDialog);

interface Chosen {
  readonly pending: Pending;
  readonly decision: 'sign' | 'refuse';
}

/** What waits for a second person: to sign too, or to compare what came on paper. */
export function PendingList({ file, onDone }: { file: FileShown; onDone: () => void }) {
  const words = say(procedureWords);
  const [chosen, choose] = useState<Chosen | null>(null);
  if (file.pending.length === 0) return null;
  return (
    <section>
      <h2>{words.pending}</h2>
      <ul class="file-list card">
        {file.pending.map((pending) => (
          <li key={pending.id}>
            <b>{labelOf(pending.label)}</b>
            <p class="note">{words.pendingBy(nameOf(pending.proposedBy), instant(pending.proposedAt))}</p>
            <p>{pending.reason}</p>
            {pending.receivedOn !== null && <p class="note">{words.receivedOn(pending.receivedOn)}</p>}
            {pending.evidenceId !== null && (
              <p>
                <a href={evidenceHref(file.id, pending.evidenceId)} download>
                  {words.seeScan}
                </a>
              </p>
            )}
            {pending.why !== null && <p class="note">{labelOf(pending.why)}</p>}
            {pending.isOpen && (
              <p class="actions">
                <button type="button" onClick={() => choose({ pending, decision: 'refuse' })}>
                  {words.refuse}
                </button>
                <button type="button" class="primary" onClick={() => choose({ pending, decision: 'sign' })}>
                  {pending.kind === 'paper' ? words.compare : words.countersign}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {chosen !== null && (
        <DecisionDialog
          {...{ file, ...chosen }}
          onClose={() => choose(null)}
          onDone={() => {
            choose(null);
            onDone();
          }}
        />
      )}
    </section>
  );
}
