import type { EventForm } from '../procedures/event-form.ts';
import { Field, textOf } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { pilotWords } from '../words/pilots.ts';

/** What each step of a pilot asks for, and what follows from it. */
export function pilotForms(): Readonly<Record<string, EventForm>> {
  const words = say(pilotWords);
  return {
    submit: { intro: words.submitIntro },
    withdraw: { intro: words.withdrawIntro, isDanger: true },
    report: {
      intro: words.reportIntro,
      labels: { 'data/text': words.report },
      fields: () => (
        <Field name="data/text" label={words.report} hint={words.reportHint}>
          {(input) => <textarea {...input} maxLength={2000} />}
        </Field>
      ),
      data: (values) => ({ text: textOf(values, 'data/text') }),
    },
  };
}
