import { instant } from '../numbers.ts';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { labelOf } from '../words/language.ts';
import type { EventForm } from './event-form.ts';
import { dialogWords } from './dialog-words.ts';
import { type Action, enterPaper, type FileShown } from './file.api.ts';

/** What came on paper, of one of the kinds that may, with its scan. */
export function PaperDialog(given: {
  file: FileShown;
  form: EventForm;
  actions: readonly Action[];
  action: Action;
  choose: (event: string) => void;
  onClose: () => void;
  onDone: () => void;
}) {
  const words = dialogWords();
  const { file, form, actions, action, choose, onClose, onDone } = given;
  const today = instant(Date.now()).slice(0, 10);
  return (
    <Dialog title={words.paper} intro={words.paperIntro} onClose={onClose}>
      <Form
        submit={words.paper}
        check={(values) =>
          unfilled(values, { ...form.labels, receivedOn: words.paperDay, reason: words.paperReason })
        }
        onCancel={onClose}
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
          onDone();
        }}
      >
        {actions.length === 1 ? (
          <p>
            {words.paperWhat}：<b>{labelOf(action.label)}</b>
          </p>
        ) : (
          <Field name="event" label={words.paperWhat}>
            {(input) => (
              <select {...input} value={action.event} onChange={(event) => choose(event.currentTarget.value)}>
                {actions.map(({ event, label }) => (
                  <option key={event} value={event}>
                    {labelOf(label)}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
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
  );
}
