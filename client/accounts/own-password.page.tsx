import '../sign-in/sign-in.css';
import { useState } from 'preact/hooks';
import { recallSession, session } from '../session.ts';
import { NewPassword, passwordProblems } from '../sign-in/new-password.tsx';
import { announce } from '../ui/announce.tsx';
import { Field, Form, unfilled } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { say } from '../words/language.ts';
import { signInWords } from '../words/sign-in.ts';
import { changePassword } from './accounts.api.ts';
import { SHORTEST_PASSWORD, SHORTEST_WITH_FACTOR } from './password-advice.ts';
import { asTyped } from '../sign-in/as-typed.ts';

const shortest = (): number => (session.value?.ownsSecondFactor ? SHORTEST_WITH_FACTOR : SHORTEST_PASSWORD);

/** Everybody's own password. */
export default function OwnPasswordPage() {
  const words = say(signInWords);
  const [count, startAnew] = useState(0);
  return (
    <Page title={words.changeTitle} lead={words.changeIntro}>
      <div class="narrow">
        {session.value?.mustChangePassword && <p class="notice warn">{words.mustChange}</p>}
        <Form
          key={count}
          submit={words.change}
          check={(values) => [
            ...unfilled(values, { current: words.current }),
            ...passwordProblems(values, 'next', shortest()),
          ]}
          onSubmit={async (values) => {
            await changePassword({
              current: asTyped(values, 'current'),
              next: asTyped(values, 'next'),
            });
            // The session goes on under a new stamp.
            await recallSession();
            startAnew(count + 1);
            announce(words.changed);
          }}
        >
          <Field name="current" label={words.current}>
            {(input) => <input {...input} type="password" autocomplete="current-password" />}
          </Field>
          <NewPassword name="next" />
        </Form>
      </div>
    </Page>
  );
}
