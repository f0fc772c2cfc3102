import type { FieldProblem } from '../problem.ts';
import { go } from '../router.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { signInWords } from '../words/sign-in.ts';
import { activate } from './activation.api.ts';
import { Entrance } from './entrance.tsx';
import { NewPassword, passwordProblems } from './new-password.tsx';
import { asTyped } from './as-typed.ts';

function problemsOf(values: FormData): readonly FieldProblem[] {
  const words = say(signInWords);
  const empty = unfilled(values, {
    staffNo: words.staffNo,
    slipCode: words.slipCode,
    citizenIdLast4: words.citizenIdLast4,
  });
  const last4 = textOf(values, 'citizenIdLast4');
  const isMisread = last4 !== '' && !/^\d{3}[\dXx]$/.test(last4);
  const misread = { pointer: '/citizenIdLast4', detail: words.citizenIdWrong };
  return [...empty, ...(isMisread ? [misread] : []), ...passwordProblems(values, 'password')];
}

/** The first password, with the slip that HR handed over. */
export default function ActivationPage() {
  const words = say(signInWords);
  return (
    <Entrance title={words.activation} lead={words.activationIntro}>
      <Form
        submit={words.activate}
        check={problemsOf}
        onSubmit={async (values) => {
          await activate({
            staffNo: textOf(values, 'staffNo'),
            slipCode: textOf(values, 'slipCode'),
            citizenIdLast4: textOf(values, 'citizenIdLast4'),
            password: asTyped(values, 'password'),
          });
          go('/sign-in?activated=1');
        }}
      >
        <Field name="staffNo" label={words.staffNo}>
          {(input) => <input {...input} autocomplete="username" spellcheck={false} />}
        </Field>
        <div class="field-pair">
          <Field name="slipCode" label={words.slipCode} hint={words.slipCodeHint}>
            {(input) => <input {...input} autocomplete="one-time-code" spellcheck={false} />}
          </Field>
          <Field name="citizenIdLast4" label={words.citizenIdLast4} hint={words.citizenIdHint}>
            {(input) => <input {...input} autocomplete="off" maxLength={4} spellcheck={false} />}
          </Field>
        </div>
        <NewPassword name="password" />
      </Form>
      <p>
        <a href="/sign-in">{words.toSignIn}</a>
      </p>
    </Entrance>
  );
}
