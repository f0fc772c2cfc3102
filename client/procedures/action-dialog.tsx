import { useState } from 'preact/hooks';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { labelOf } from '../words/language.ts';
import type { EventForm } from './event-form.ts';
import { dialogWords } from './dialog-words.ts';
import { type Action, type FileShown, moveOn } from './file.api.ts';
import { chosenFile, EvidenceField, handIn } from './own-evidence.tsx';

interface Chosen {
  readonly file: FileShown;
  readonly page: string;
  readonly action: Action;
  readonly form: EventForm;
  readonly onClose: () => void;
  readonly onDone: () => void;
}
type Told = readonly (readonly [string, string])[];

/** One step: what follows from it, what it asks for, and, before others see it, what was written once more. */
export function ActionDialog({ file, page, action, form, onClose, onDone }: Chosen) {
  const words = dialogWords();
  const [checked, check] = useState<Told | null>(null);
  const label = labelOf(action.label);
  const isForTwo = action.how === 'countersign';
  const needed = { ...form.labels, ...(action.needsReason && { reason: words.reason }) };

  async function send(values: FormData): Promise<void> {
    const reason = textOf(values, 'reason');
    if (form.takesEvidence) await handIn(file.id, values);
    const moved = await moveOn(page, file.id, {
      event: action.event,
      version: file.version,
      ...(reason !== '' && { reason }),
      data: form.data?.(values) ?? {},
    });
    announce(isForTwo ? words.proposed(label) : words.acted(label));
    onDone();
    form.onMoved?.(moved);
  }
  async function submit(values: FormData): Promise<void> {
    if (form.told && checked === null) {
      const handed = chosenFile(values);
      check([...form.told(values), ...(handed ? [[words.evidence, handed.name] as const] : [])]);
      return;
    }
    try {
      await send(values);
    } catch (error) {
      check(null);
      throw error;
    }
  }
  const isToCheck = form.told !== undefined && checked === null;
  const intro = form.intro ?? (isForTwo ? words.actIntroTwo : words.actIntro);
  return (
    <Dialog title={label} intro={checked === null ? intro : words.checkIntro} onClose={onClose}>
      <Form
        submit={isToCheck ? words.check : label}
        check={(values) => [...unfilled(values, needed), ...(form.faults?.(values) ?? [])]}
        onCancel={checked === null ? onClose : () => check(null)}
        {...(checked !== null && { cancel: words.change })}
        onSubmit={submit}
      >
        {checked !== null && <ToldAgain told={checked} />}
        <div hidden={checked !== null}>
          {form.fields?.()}
          {action.needsReason && (
            <Field name="reason" label={words.reason} hint={words.reasonHint}>
              {(input) => <textarea {...input} maxLength={500} />}
            </Field>
          )}
          {form.takesEvidence && file.mayAddEvidence && <EvidenceField />}
        </div>
      </Form>
    </Dialog>
  );
}

const ToldAgain = ({ told }: { told: Told }) => (
  <dl class="said told-again">
    {told.map(([name, text]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{text}</dd>
      </div>
    ))}
  </dl>
);
