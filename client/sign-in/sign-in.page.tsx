import { useEffect, useRef, useState } from 'preact/hooks';
import { ProblemError } from '../problem.ts';
import { go, place, query } from '../router.ts';
import { type Session, signIn } from '../session.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { signInWords } from '../words/sign-in.ts';
import { Entrance } from './entrance.tsx';
import { asTyped } from './as-typed.ts';
import { OtherWays, RefusedThere } from './other-ways.tsx';

/** Null: the password was right, and the code of the second factor is still to be entered. */
async function signedInWith(values: FormData): Promise<Session | null> {
  const code = textOf(values, 'code');
  try {
    return await signIn({
      staffNo: textOf(values, 'staffNo'),
      password: asTyped(values, 'password'),
      ...(code !== '' && { code }),
    });
  } catch (error) {
    if (error instanceof ProblemError && error.kind === 'second-factor-needed') return null;
    throw error;
  }
}

/** Sign-in; the page asked for before it appears as soon as the session is there. */
export default function SignInPage() {
  const words = say(signInWords);
  const [asksCode, askCode] = useState(false);
  const code = useRef<HTMLInputElement>(null);
  useEffect(() => code.current?.focus(), [asksCode]);
  return (
    <Entrance title={words.title}>
      {query().has('activated') && (
        <p class="notice info" role="status">
          {words.activated}
        </p>
      )}
      <RefusedThere />
      <Form
        submit={words.signIn}
        check={(values) =>
          unfilled(values, {
            staffNo: words.staffNo,
            password: words.password,
            ...(asksCode && { code: words.code }),
          })
        }
        onSubmit={async (values) => {
          const opened = await signedInWith(values);
          if (opened === null) askCode(true);
          else if (opened.mustChangePassword) go('/password', { replace: true });
          else if (place.value.path === '/sign-in') go('/', { replace: true });
        }}
      >
        <Field name="staffNo" label={words.staffNo}>
          {(input) => <input {...input} autocomplete="username" spellcheck={false} />}
        </Field>
        <Field name="password" label={words.password}>
          {(input) => <input {...input} type="password" autocomplete="current-password" />}
        </Field>
        {asksCode && (
          <Field name="code" label={words.code} hint={words.codeHint}>
            {(input) => <input {...input} ref={code} autocomplete="one-time-code" spellcheck={false} />}
          </Field>
        )}
      </Form>
      <OtherWays />
      <p>
        <a href="/activation">{words.toActivation}</a>
      </p>
    </Entrance>
  );
}
