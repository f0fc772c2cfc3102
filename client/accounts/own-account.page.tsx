import './accounts.css';
import { instant } from '../numbers.ts';
import { session } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { ownAccountWords } from '../words/own-account.ts';
import { NoticeAddress } from './notice-address.tsx';
import { SECOND_FACTOR, type SecondFactor } from './own-account.api.ts';
import { OwnSessions } from './own-sessions.tsx';

/** Everybody's own account: how it is opened, and where it is open. */
export default function OwnAccountPage() {
  const words = say(ownAccountWords);
  const factor = useAsked<SecondFactor>(SECOND_FACTOR);
  return (
    <Page title={words.title} lead={words.lead(session.value?.staffNo ?? '')}>
      <div class="own-account">
        <section class="card">
          <h2>{words.passwordTitle}</h2>
          <p>{words.passwordNote}</p>
          <p class="actions">
            <a class="button" href="/password">
              {words.toPassword}
            </a>
          </p>
        </section>
        <section class="card">
          <h2>{words.factorTitle}</h2>
          <Answer of={factor}>
            {({ isOn, since, recoveryCodesLeft }) => (
              <>
                <p>
                  {isOn && since !== null
                    ? words.factorOn(instant(since).slice(0, 10), recoveryCodesLeft)
                    : words.factorOff}
                </p>
                <p class="actions">
                  <a class="button" href="/second-factor">
                    {isOn ? words.toFactorOn : words.toFactor}
                  </a>
                </p>
              </>
            )}
          </Answer>
        </section>
        <NoticeAddress />
      </div>
      <OwnSessions />
    </Page>
  );
}
