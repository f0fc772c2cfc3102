import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { ruleTextWords } from '../words/rule-texts.ts';
import type { RuleText } from './rule-texts.api.ts';

export interface Written {
  readonly title: string;
  readonly documentNo: string | null;
  readonly issuer: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly passage: string;
}
const orNull = (text: string): string | null => (text === '' ? null : text);

const writtenIn = (values: FormData): Written => ({
  title: textOf(values, 'title'),
  documentNo: orNull(textOf(values, 'documentNo')),
  issuer: textOf(values, 'issuer'),
  validFrom: textOf(values, 'validFrom'),
  validTo: orNull(textOf(values, 'validTo')),
  passage: textOf(values, 'passage'),
});

/** What is written down of a rule; with `asksReason` also why it takes the place of another. */
export function RuleTextForm(given: {
  text?: RuleText;
  submit: string;
  asksReason?: boolean;
  onWritten: (written: Written, reason: string) => Promise<void>;
  onCancel: () => void;
}) {
  const words = say(ruleTextWords);
  const { text } = given;
  const needed = {
    title: words.name,
    issuer: words.issuer,
    validFrom: words.validFrom,
    passage: words.passage,
    ...(given.asksReason && { 'replaces/reason': words.reason }),
  };
  return (
    <Form
      submit={given.submit}
      check={(values) => unfilled(values, needed)}
      onCancel={given.onCancel}
      onSubmit={(values) => given.onWritten(writtenIn(values), textOf(values, 'replaces/reason'))}
    >
      <Field name="title" label={words.name} hint={words.nameHint}>
        {(input) => <input {...input} maxLength={120} defaultValue={text?.title} />}
      </Field>
      <Field name="documentNo" label={words.documentNo} hint={words.documentNoHint}>
        {(input) => <input {...input} maxLength={60} defaultValue={text?.documentNo ?? ''} />}
      </Field>
      <Field name="issuer" label={words.issuer}>
        {(input) => <input {...input} maxLength={80} defaultValue={text?.issuer} />}
      </Field>
      <Field name="validFrom" label={words.validFrom}>
        {(input) => <input type="date" {...input} defaultValue={text?.validFrom} />}
      </Field>
      <Field name="validTo" label={words.validTo} hint={words.validToHint}>
        {(input) => <input type="date" {...input} defaultValue={text?.validTo ?? ''} />}
      </Field>
      <Field name="passage" label={words.passage} hint={words.passageHint}>
        {(input) => <textarea {...input} rows={10} maxLength={20_000} defaultValue={text?.passage} />}
      </Field>
      {given.asksReason && (
        <Field name="replaces/reason" label={words.reason}>
          {(input) => <textarea {...input} maxLength={500} />}
        </Field>
      )}
    </Form>
  );
}
