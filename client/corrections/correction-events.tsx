import type { EventForm } from '../procedures/event-form.ts';
import { Field, textOf } from '../ui/form.tsx';
import { correctionWords } from '../words/corrections.ts';
import { say } from '../words/language.ts';

/** What each step of a correction asks for, and what follows from it. */
export function correctionForms(): Readonly<Record<string, EventForm>> {
  const words = say(correctionWords);
  return {
    submit: { intro: words.submitIntro },
    withdraw: { intro: words.withdrawIntro, isDanger: true },
    verify: {
      intro: words.verifyIntro,
      labels: { 'data/found': words.foundLabel, 'data/document': words.documentLabel },
      fields: () => (
        <>
          <Field name="data/found" label={words.foundLabel} hint={words.foundHint}>
            {(input) => <input {...input} maxLength={100} autoComplete="off" />}
          </Field>
          <Field name="data/document" label={words.documentLabel} hint={words.documentHint}>
            {(input) => <input {...input} maxLength={200} />}
          </Field>
        </>
      ),
      data: (values) => ({
        found: textOf(values, 'data/found'),
        document: textOf(values, 'data/document'),
      }),
    },
    correct: { intro: words.correctIntro },
    keep: { intro: words.keepIntro },
    return: { intro: words.returnIntro },
    ask_again: {
      intro: words.againIntro,
      labels: { 'data/basis': words.againBasis },
      fields: () => (
        <Field name="data/basis" label={words.againBasis} hint={words.basisHint}>
          {(input) => <input {...input} maxLength={200} />}
        </Field>
      ),
      data: (values) => ({ basis: textOf(values, 'data/basis') }),
    },
  };
}
