import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import { type Action, type FileShown, moveOn } from './file.api.ts';

/** What an event asks for beside its reason. */
export interface EventForm {
  /** The consequence, before anything is done. */
  readonly intro?: string;
  readonly isDanger?: boolean;
  readonly fields?: () => ComponentChildren;
  /** Labels of the fields that may not be left empty, by name. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly data?: (values: FormData) => Record<string, unknown>;
}

interface Given {
  readonly file: FileShown;
  readonly page: string;
  readonly forms: Readonly<Record<string, EventForm>>;
  readonly onDone: () => void;
}

/** Each open event a button, each closed one with the reason why. */
export function Actions({ file, page, forms, onDone }: Given) {
  const words = say(procedureWords);
  const [chosen, choose] = useState<Action | null>(null);
  const open = file.actions.filter(({ isOpen, how }) => isOpen && how !== 'meeting');
  const closed = file.actions.filter((action) => !open.includes(action));
  if (file.isEnded) return null;
  return (
    <section>
      <h2>{words.actions}</h2>
      {open.length === 0 && closed.length === 0 && <p class="note">{words.noActions}</p>}
      {open.length > 0 && (
        <p class="actions">
          {open.map((action, index) => (
            <button
              type="button"
              key={action.event}
              class={forms[action.event]?.isDanger ? 'danger' : index === 0 ? 'primary' : undefined}
              onClick={() => choose(action)}
            >
              {labelOf(action.label)}
            </button>
          ))}
        </p>
      )}
      {closed.length > 0 && (
        <ul class="closed-actions" aria-label={words.closed}>
          {closed.map(({ event, label, why }) => (
            <li key={event}>
              <b>{labelOf(label)}</b> <span class="note">{why ? labelOf(why) : words.byMeeting}</span>
            </li>
          ))}
        </ul>
      )}
      {chosen !== null && (
        <ActionDialog
          {...{ file, page, action: chosen, form: forms[chosen.event] ?? {} }}
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

interface Chosen {
  readonly file: FileShown;
  readonly page: string;
  readonly action: Action;
  readonly form: EventForm;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function ActionDialog({ file, page, action, form, onClose, onDone }: Chosen) {
  const words = say(procedureWords);
  const label = labelOf(action.label);
  const isForTwo = action.how === 'countersign';
  const needed = { ...form.labels, ...(action.needsReason && { reason: words.reason }) };
  return (
    <Dialog
      title={label}
      intro={form.intro ?? (isForTwo ? words.actIntroTwo : words.actIntro)}
      onClose={onClose}
    >
      <Form
        submit={label}
        check={(values) => unfilled(values, needed)}
        onCancel={onClose}
        onSubmit={async (values) => {
          const reason = textOf(values, 'reason');
          await moveOn(page, file.id, {
            event: action.event,
            version: file.version,
            ...(reason !== '' && { reason }),
            data: form.data?.(values) ?? {},
          });
          announce(isForTwo ? words.proposed(label) : words.acted(label));
          onDone();
        }}
      >
        {form.fields?.()}
        {action.needsReason && (
          <Field name="reason" label={words.reason} hint={words.reasonHint}>
            {(input) => <textarea {...input} maxLength={500} />}
          </Field>
        )}
      </Form>
    </Dialog>
  );
}
