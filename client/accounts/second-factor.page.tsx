import './accounts.css';
import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { go } from '../router.ts';
import { recallSession, session } from '../session.ts';
import { announce, announceThere } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { factorWords } from '../words/second-factor.ts';
import { FactorDeeds } from './factor-deeds.tsx';
import { SECOND_FACTOR, type SecondFactor, showFactor } from './own-account.api.ts';
import { RecoverySheet } from './recovery-sheet.tsx';
import { SetUpFactor } from './set-up-factor.tsx';

/** Everybody's own second factor; those who act for others come here before anything else. */
export default function SecondFactorPage() {
  const words = say(factorWords);
  const factor = useAsked<SecondFactor>(SECOND_FACTOR);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [isRenewing, renew] = useState(false);
  /** Whoever was led here may now go anywhere. */
  async function goOn() {
    const wasHeld = session.value?.mustSetSecondFactor === true;
    await recallSession();
    setCodes(null);
    renew(false);
    factor.again();
    if (wasHeld) go('/', { replace: true });
  }
  if (codes !== null) return <RecoverySheet codes={codes} onKept={() => void goOn()} />;
  return (
    <Page title={words.title} lead={words.lead}>
      <div class="narrow">
        <Answer of={factor}>
          {(known) => {
            if (!known.isOn || isRenewing)
              return (
                <>
                  {session.value?.mustSetSecondFactor && <p class="notice warn">{words.required}</p>}
                  {isRenewing && <p class="notice info">{words.renewIntro}</p>}
                  <SetUpFactor factor={known} onSet={setCodes} />
                </>
              );
            if (session.value?.mustSetSecondFactor) return <Show onShown={goOn} />;
            return (
              <>
                <p>
                  {words.on(instant(known.since ?? 0).slice(0, 10))} {words.left(known.recoveryCodesLeft)}
                </p>
                <FactorDeeds
                  factor={known}
                  onCodes={setCodes}
                  onRenew={() => renew(true)}
                  onEnded={() => void goOn().then(() => announce(words.ended))}
                />
              </>
            );
          }}
        </Answer>
      </div>
    </Page>
  );
}

/** Signed in through the school without one: shown here. */
function Show({ onShown }: { onShown: () => Promise<void> }) {
  const words = say(factorWords);
  return (
    <>
      <p class="notice warn">{words.showFirst}</p>
      <Form
        submit={words.show}
        check={(values) => unfilled(values, { code: words.codeOrRecovery })}
        onSubmit={async (values) => {
          await showFactor({ code: textOf(values, 'code') });
          announceThere(words.shown);
          await onShown();
        }}
      >
        <Field name="code" label={words.codeOrRecovery} hint={words.codeHint}>
          {(input) => <input {...input} autocomplete="one-time-code" spellcheck={false} />}
        </Field>
      </Form>
    </>
  );
}
