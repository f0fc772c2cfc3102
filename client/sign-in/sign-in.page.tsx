import { go, place, query } from '../router.ts';
import { signIn } from '../session.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { signInWords } from '../words/sign-in.ts';
import { Entrance } from './entrance.tsx';
import { asTyped } from './as-typed.ts';

/** Sign-in; the page asked for before it appears as soon as the session is there. */
export default function SignInPage() {
  const words = say(signInWords);
  return (
    <Entrance title={words.title}>
      {query().has('activated') && (
        <p class="notice info" role="status">
          {words.activated}
        </p>
      )}
      <Form
        submit={words.signIn}
        check={(values) => unfilled(values, { staffNo: words.staffNo, password: words.password })}
        onSubmit={async (values) => {
          const { mustChangePassword } = await signIn({
            staffNo: textOf(values, 'staffNo'),
            password: asTyped(values, 'password'),
          });
          if (mustChangePassword) go('/password', { replace: true });
          else if (place.value.path === '/sign-in') go('/', { replace: true });
        }}
      >
        <Field name="staffNo" label={words.staffNo}>
          {(input) => <input {...input} autocomplete="username" spellcheck={false} />}
        </Field>
        <Field name="password" label={words.password}>
          {(input) => <input {...input} type="password" autocomplete="current-password" />}
        </Field>
      </Form>
      <p>
        <a href="/activation">{words.toActivation}</a>
      </p>
    </Entrance>
  );
}
