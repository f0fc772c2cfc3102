import type { FieldProblem } from '../problem.ts';
import { Field } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { accountWords } from '../words/accounts.ts';
import { staffNumbersIn } from './staff-numbers.ts';
import { asTyped } from '../sign-in/as-typed.ts';

/** The staff numbers of a form with this field. */
export const pastedIn = (values: FormData, name: string): readonly string[] =>
  staffNumbersIn(asTyped(values, name)).staffNos;

/** None at all, or more than can be taken at once. */
export function pastedProblems(values: FormData, name: string, most: number): readonly FieldProblem[] {
  const words = say(accountWords);
  const count = pastedIn(values, name).length;
  if (count === 0) return [{ pointer: `/${name}`, detail: words.noneRecognised }];
  return count > most ? [{ pointer: `/${name}`, detail: words.tooMany(most) }] : [];
}

/** Staff numbers to be pasted, with what was understood of them. */
export function StaffNumbersField(given: {
  name: string;
  hint?: string;
  text: string;
  onText: (text: string) => void;
}) {
  const words = say(accountWords);
  const { staffNos, repeated, tooLong } = staffNumbersIn(given.text);
  return (
    <Field name={given.name} label={words.staffNos} hint={given.hint ?? words.staffNosHint}>
      {(input) => (
        <>
          <textarea
            {...input}
            value={given.text}
            spellcheck={false}
            onInput={(event) => given.onText(event.currentTarget.value)}
          />
          <p class="note" role="status">
            {[
              words.recognised(staffNos.length),
              repeated.length > 0 && words.repeated(repeated.join(' ')),
              tooLong.length > 0 && words.tooLong(tooLong.join(' ')),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </>
      )}
    </Field>
  );
}
