import { useState } from 'preact/hooks';
import { passwordLacks, SHORTEST_PASSWORD } from '../accounts/password-advice.ts';
import type { FieldProblem } from '../problem.ts';
import { Field, type InputProps } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { signInWords } from '../words/sign-in.ts';
import { asTyped } from './as-typed.ts';

const REPEATED = 'repeated';

/** What stands against the new password, as problems of the fields below. */
export function passwordProblems(
  values: FormData,
  name: string,
  shortest = SHORTEST_PASSWORD,
): readonly FieldProblem[] {
  const words = say(signInWords);
  const password = asTyped(values, name);
  const told = {
    tooShort: { pointer: `/${name}`, detail: words.tooShort(password.length, shortest) },
    fewCharacters: { pointer: `/${name}`, detail: words.fewCharacters },
    differs: { pointer: `/${REPEATED}`, detail: words.differs },
  };
  return passwordLacks(password, asTyped(values, REPEATED), shortest).map((lack) => told[lack]);
}

/** A new password, twice, with plain advice. */
export function NewPassword({ name }: { name: string }) {
  const words = say(signInWords);
  const [isShown, show] = useState(false);
  const entry = (input: InputProps) =>
    isShown ? (
      <input {...input} type="text" autocomplete="new-password" spellcheck={false} />
    ) : (
      <input {...input} type="password" autocomplete="new-password" spellcheck={false} />
    );
  return (
    <>
      <Field name={name} label={words.newPassword} hint={words.newPasswordHint}>
        {entry}
      </Field>
      <Field name={REPEATED} label={words.repeatPassword}>
        {entry}
      </Field>
      <label class="tick">
        <input type="checkbox" checked={isShown} onChange={() => show(!isShown)} /> {words.showPassword}
      </label>
    </>
  );
}
