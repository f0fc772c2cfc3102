import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { may, session } from '../session.ts';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import type { EventForm } from './actions.tsx';
import { enterPaper, type FileShown } from './file.api.ts';

interface Given {
  readonly file: FileShown;
  readonly forms: Readonly<Record<string, EventForm>>;
  /** What may come on paper in this kind of file. */
  readonly events: readonly string[];
  readonly onDone: () => void;
}

/** 代录: HR types in what the person handed in on paper; a second person compares it with the scan. */
export function PaperEntry({ file, forms, events, onDone }: Given) {
  const words = say(procedureWords);
  const [isOpen, open] = useState(false);
  const action = file.actions.find(({ event }) => events.includes(event));
  const isOwn = file.person !== null && file.person.cadreId === session.value?.cadreId;
  const isWaiting = file.pending.some(({ event }) => event === action?.event);
  if (action === undefined || isOwn || isWaiting || !may('profile.update') || file.recused !== null)
    return null;
  const form = forms[action.event] ?? {};
  const today = instant(Date.now()).slice(0, 10);
  return (
    <section>
      <h2>{words.paper}</h2>
      {file.evidence.length === 0 && <p class="note">{words.paperNeedsScan}</p>}
      {file.evidence.length > 0 && (
        <p class="actions">
          <button type="button" onClick={() => open(true)}>
            {words.paper}
          </button>
        </p>
      )}
      {isOpen && (
        <Dialog title={words.paper} intro={words.paperIntro} onClose={() => open(false)}>
          <Form
            submit={words.paper}
            check={(values) =>
              unfilled(values, { ...form.labels, receivedOn: words.paperDay, reason: words.paperReason })
            }
            onCancel={() => open(false)}
            onSubmit={async (values) => {
              await enterPaper(file.id, {
                event: action.event,
                version: file.version,
                reason: textOf(values, 'reason'),
                data: form.data?.(values) ?? {},
                evidenceId: textOf(values, 'evidenceId'),
                receivedOn: textOf(values, 'receivedOn'),
              });
              announce(words.paperDone);
              open(false);
              onDone();
            }}
          >
            <p>
              {words.paperWhat}：<b>{labelOf(action.label)}</b>
            </p>
            {form.fields?.()}
            <Field name="evidenceId" label={words.paperScan}>
              {(input) => (
                <select {...input}>
                  {file.evidence.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field name="receivedOn" label={words.paperDay}>
              {(input) => <input type="date" {...input} max={today} />}
            </Field>
            <Field name="reason" label={words.paperReason}>
              {(input) => <textarea {...input} maxLength={500} />}
            </Field>
          </Form>
        </Dialog>
      )}
    </section>
  );
}
