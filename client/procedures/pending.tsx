import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import { decide, evidenceHref, type FileShown, type Pending } from './file.api.ts';
import { nameOf } from './person-name.ts';

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

type Deciding = Chosen & { file: FileShown; onClose: () => void; onDone: () => void };

function DecisionDialog({ file, pending, decision, onClose, onDone }: Deciding) {
  const words = say(procedureWords);
  const isPaper = pending.kind === 'paper';
  const isRefusal = decision === 'refuse';
  const title = isRefusal ? words.refuse : isPaper ? words.compare : words.countersign;
  const intro = isRefusal ? words.refuseIntro : isPaper ? words.compareIntro : words.countersignIntro;
  return (
    <Dialog title={title} intro={intro} onClose={onClose}>
      <Form
        submit={title}
        check={(values) => (isRefusal ? unfilled(values, { reason: words.refuseReason }) : [])}
        onCancel={onClose}
        onSubmit={async (values) => {
          const reason = textOf(values, 'reason');
          const { id, version } = pending;
          await decide(file.id, id, { version, decision, ...(reason !== '' && { reason }) });
          announce(words.decided);
          onDone();
        }}
      >
        <p>
          {labelOf(pending.label)}：{pending.reason}
        </p>
        {isRefusal && (
          <Field name="reason" label={words.refuseReason}>
            {(input) => <textarea {...input} maxLength={500} />}
          </Field>
        )}
      </Form>
    </Dialog>
  );
}
