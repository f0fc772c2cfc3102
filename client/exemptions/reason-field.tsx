import { Field } from '../ui/form.tsx';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { say } from '../words/language.ts';

/** Why something was answered as it was. */
export function ReasonField(given: {
  name: string;
  /** What it is the reason for. */
  title: string;
  reason: string;
  onInput: (reason: string) => void;
}) {
  return (
    <Field name={given.name} label={say(exemptionTerms).reasonOf(given.title)}>
      {(input) => (
        <textarea
          {...input}
          rows={2}
          maxLength={500}
          value={given.reason}
          onInput={({ currentTarget }) => given.onInput(currentTarget.value)}
        />
      )}
    </Field>
  );
}
