import { useState } from 'preact/hooks';
import { asTyped } from '../sign-in/as-typed.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { factorWords } from '../words/second-factor.ts';
import { beginFactor, type Begun, confirmFactor, type SecondFactor } from './own-account.api.ts';
import { QrPicture } from './qr-picture.tsx';

/** In three steps: who it is, the picture to scan, the first code. */
export function SetUpFactor(given: { factor: SecondFactor; onSet: (codes: readonly string[]) => void }) {
  const [begun, setBegun] = useState<Begun | null>(null);
  return begun === null ? (
    <ProveOneself factor={given.factor} onBegun={setBegun} />
  ) : (
    <Scan begun={begun} onSet={given.onSet} />
  );
}

function ProveOneself(given: { factor: SecondFactor; onBegun: (begun: Begun) => void }) {
  const words = say(factorWords);
  const { isOn, hasPassword } = given.factor;
  return (
    <>
      <h2>{words.step1}</h2>
      <Form
        submit={isOn ? words.beginAnew : words.begin}
        check={(values) =>
          unfilled(values, {
            ...(hasPassword && { password: words.password }),
            ...(isOn && { code: words.currentCode }),
          })
        }
        onSubmit={async (values) =>
          given.onBegun(
            await beginFactor({
              password: asTyped(values, 'password'),
              ...(isOn && { code: textOf(values, 'code') }),
            }),
          )
        }
      >
        {hasPassword && (
          <Field name="password" label={words.password}>
            {(input) => <input {...input} type="password" autocomplete="current-password" />}
          </Field>
        )}
        {isOn && (
          <Field name="code" label={words.currentCode} hint={words.currentCodeHint}>
            {(input) => <input {...input} autocomplete="one-time-code" spellcheck={false} />}
          </Field>
        )}
      </Form>
    </>
  );
}

function Scan({ begun, onSet }: { begun: Begun; onSet: (codes: readonly string[]) => void }) {
  const words = say(factorWords);
  const { ticket, secret, qr } = begun;
  return (
    <>
      <h2>{words.step2}</h2>
      <p>{words.scan}</p>
      <div class="qr-and-secret">
        <QrPicture rows={qr} label={words.qrLabel} />
        <p>
          {words.secret}
          <br />
          <code class="secret">{secret.match(/.{1,4}/gu)?.join(' ')}</code>
        </p>
      </div>
      <h2>{words.step3}</h2>
      <Form
        submit={words.confirm}
        check={(values) => unfilled(values, { code: words.code })}
        onSubmit={async (values) => {
          const { recoveryCodes } = await confirmFactor({ ticket, code: textOf(values, 'code') });
          onSet(recoveryCodes);
        }}
      >
        <Field name="code" label={words.code} hint={words.codeHint}>
          {(input) => <input {...input} inputMode="numeric" autocomplete="one-time-code" maxLength={7} />}
        </Field>
      </Form>
    </>
  );
}
