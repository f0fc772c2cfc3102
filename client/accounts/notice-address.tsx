import { useState } from 'preact/hooks';
import {
  NOTICE_ADDRESS,
  type NoticeAddress as Address,
  removeNoticeAddress,
  setNoticeAddress,
} from '../inbox/inbox.api.ts';
import { instant } from '../numbers.ts';
import { ProblemError } from '../problem.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { Answer } from '../ui/states.tsx';
import { inboxWords } from '../words/inbox.ts';
import { say } from '../words/language.ts';

/** Where one is told by mail that the inbox holds something new: set and removed by its owner. */
export function NoticeAddress() {
  const words = say(inboxWords);
  const asked = useAsked<Address>(NOTICE_ADDRESS);
  return (
    <section class="card">
      <h2>{words.mailTitle}</h2>
      <p>{words.mailNote}</p>
      <Answer of={asked}>{(address) => <Kept address={address} again={asked.again} />}</Answer>
    </section>
  );
}

function Kept({ address, again }: { address: Address; again: () => void }) {
  const words = say(inboxWords);
  const { isOffered, mail } = address;
  return (
    <>
      {!isOffered && <p class="note">{words.mailNotOffered}</p>}
      {isOffered && mail === null && <p class="note">{words.mailNone}</p>}
      {mail !== null && (
        <p>
          {words.mailIs} <b>{mail}</b> <LastMail last={address.last} />
        </p>
      )}
      {isOffered && <SetAddress key={mail} again={again} />}
      {mail !== null && (
        <p class="actions">
          <button
            type="button"
            onClick={() =>
              void removeNoticeAddress().then(() => {
                announce(words.removed);
                again();
              }, told)
            }
          >
            {words.remove}
          </button>
        </p>
      )}
    </>
  );
}

function told(error: unknown): void {
  if (!(error instanceof ProblemError)) throw error;
  announce(error.message);
}

function LastMail({ last }: { last: Address['last'] }) {
  const words = say(inboxWords);
  if (last === null) return null;
  if (last.state === 'sent') return <span class="note">{words.lastSent(instant(last.at))}</span>;
  if (last.state === 'failed') return <span class="note">{words.lastFailed}</span>;
  return <span class="note">{last.isLate ? words.lastLate(instant(last.at)) : words.lastWaiting}</span>;
}

function SetAddress({ again }: { again: () => void }) {
  const words = say(inboxWords);
  const [count, startAnew] = useState(0);
  return (
    <Form
      key={count}
      submit={words.setMail}
      check={(values) => unfilled(values, { mail: words.mail })}
      onSubmit={async (values) => {
        await setNoticeAddress({ mail: textOf(values, 'mail') });
        startAnew(count + 1);
        announce(words.setDone);
        again();
      }}
    >
      <Field name="mail" label={words.mail} hint={words.mailHint}>
        {(input) => <input {...input} type="email" autocomplete="email" maxLength={254} />}
      </Field>
    </Form>
  );
}
