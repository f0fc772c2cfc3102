import type { ComponentChildren } from 'preact';
import { evidenceHref } from '../procedures/file.api.ts';
import { nameOf } from '../procedures/person-name.ts';
import { toldWords } from '../words/conduct-told.ts';
import { labelOf, say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import type { OpenRecord } from './conduct.api.ts';
import { useParameters } from './parameters.ts';

const TO_ANSWER = ['notified', 'past_notified'];
const TO_APPEAL = ['confirmed', 'reviewed'];

/** The notice to the person concerned: what, on which evidence, until when, how, how to get more time, whom to ask. */
export function ToldToPerson({ file }: { file: OpenRecord }) {
  const words = say(toldWords);
  const days = useParameters().number('limit.reply');
  const isToAnswer = TO_ANSWER.includes(file.state);
  if (!isToAnswer && !TO_APPEAL.includes(file.state)) return null;
  const { code, behaviour, occurredOn } = file.inaction;
  const until = file.deadlines.find(({ kind }) => kind.endsWith('window_over'))?.lastDay ?? null;
  const officers = officersOf(file);
  return (
    <section class="told">
      <h2>{isToAnswer ? words.title : words.confirmedTitle}</h2>
      <dl class="card">
        <Line name={words.what}>{words.whatIs(code, labelOf(behaviour), occurredOn)}</Line>
        <Line name={words.evidence}>
          <Evidence file={file} />
        </Line>
        <Line name={words.until}>
          <b>{isToAnswer ? replyUntil(until, days) : appealUntil(file.state, until)}</b>
        </Line>
        <Line name={words.how}>
          {isToAnswer ? words.howReply : file.state === 'confirmed' ? words.howAppeal : words.howOnlyAppeal}
        </Line>
        {file.state === 'notified' && (
          <>
            <Line name={words.tolerance}>{words.toleranceHow}</Line>
            <Line name={words.longer}>{words.longerHow(officers)}</Line>
          </>
        )}
        <Line name={words.ask}>
          {words.askWhom(officers)} {words.receipt} <a href="/receipts">{words.receipts}</a>
        </Line>
      </dl>
    </section>
  );
}

const Line = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** Whoever of HR gave the notice, as long as he is named in the file; else all of HR who are. */
function officersOf({ assignments, history }: OpenRecord): string {
  const words = say(toldWords);
  const named = assignments.filter(({ principal, endedAt }) => principal === 'hr' && endedAt === null);
  const notices = history.filter(({ event }) => event === 'notify');
  const notifier = notices[notices.length - 1]?.by?.staffNo;
  const gave = named.filter(({ person }) => person.staffNo === notifier);
  const names = [...new Set((gave.length > 0 ? gave : named).map(({ person }) => nameOf(person)))];
  return names.length === 0 ? words.hr : `${words.hr} ${names.join(say(shellWords).and)}`;
}

function replyUntil(until: string | null, days: number | null): string {
  const words = say(toldWords);
  return until === null ? words.replyAfterSigning(days) : words.replyUntil(until);
}

function appealUntil(state: string, until: string | null): string {
  const words = say(toldWords);
  if (until === null) return words.appealAfterSigning;
  return state === 'confirmed' ? words.appealUntil(until) : words.onlyAppealUntil(until);
}

function Evidence({ file }: { file: OpenRecord }) {
  const words = say(toldWords);
  if (file.evidence.length === 0) return words.noEvidence;
  return (
    <ul>
      {file.evidence.map(({ id, name }) => (
        <li key={id}>
          <a href={evidenceHref(file.id, id)} download>
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
