import { useState } from 'preact/hooks';
import { asTyped } from '../sign-in/as-typed.ts';
import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { factorWords } from '../words/second-factor.ts';
import { endFactor, newRecoveryCodes, type SecondFactor } from './own-account.api.ts';

interface Asked {
  readonly title: string;
  readonly intro: string;
  readonly submit: string;
  readonly act: (proof: { password: string; code: string }) => Promise<void>;
}

/** What can be done with a second factor that is on, each with password and code. */
export function FactorDeeds(given: {
  factor: SecondFactor;
  onCodes: (codes: readonly string[]) => void;
  onRenew: () => void;
  onEnded: () => void;
}) {
  const words = say(factorWords);
  const [asked, ask] = useState<Asked | null>(null);
  const newCodes: Asked = {
    title: words.newCodes,
    intro: words.newCodesIntro,
    submit: words.newCodesDeed,
    act: async (proof) => given.onCodes((await newRecoveryCodes(proof)).recoveryCodes),
  };
  const end: Asked = {
    title: words.end,
    intro: words.endIntro,
    submit: words.endDeed,
    act: async (proof) => {
      await endFactor(proof);
      announce(words.ended);
      given.onEnded();
    },
  };
  return (
    <>
      <p class="actions">
        <button type="button" onClick={() => ask(newCodes)}>
          {words.newCodes}
        </button>
        <button type="button" onClick={given.onRenew}>
          {words.renew}
        </button>
        {!given.factor.isRequired && (
          <button type="button" class="danger" onClick={() => ask(end)}>
            {words.end}
          </button>
        )}
      </p>
      {asked !== null && (
        <ProofDialog asked={asked} hasPassword={given.factor.hasPassword} onClose={() => ask(null)} />
      )}
    </>
  );
}

function ProofDialog(given: { asked: Asked; hasPassword: boolean; onClose: () => void }) {
  const words = say(factorWords);
  const { title, intro, submit, act } = given.asked;
  return (
    <Dialog title={title} intro={intro} onClose={given.onClose}>
      <Form
        submit={submit}
        check={(values) =>
          unfilled(values, {
            ...(given.hasPassword && { password: words.password }),
            code: words.codeOrRecovery,
          })
        }
        onSubmit={async (values) => {
          await act({ password: asTyped(values, 'password'), code: textOf(values, 'code') });
          given.onClose();
        }}
        onCancel={given.onClose}
      >
        {given.hasPassword && (
          <Field name="password" label={words.password}>
            {(input) => <input {...input} type="password" autocomplete="current-password" />}
          </Field>
        )}
        <Field name="code" label={words.codeOrRecovery}>
          {(input) => <input {...input} autocomplete="one-time-code" spellcheck={false} />}
        </Field>
      </Form>
    </Dialog>
  );
}
