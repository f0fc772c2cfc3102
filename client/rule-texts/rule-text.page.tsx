import './rule-texts.css';
import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import type { Params } from '../paths.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { say } from '../words/language.ts';
import { ruleTextWords } from '../words/rule-texts.ts';
import { shellWords } from '../words/shell.ts';
import { RuleTextForm } from './rule-text-form.tsx';
import { correctRuleText, type RuleText, ruleText, withdrawRuleText } from './rule-texts.api.ts';
import { validityOf } from './validity-words.ts';

/** One rule with its passage, and what whoever recorded it may still do. */
export default function RuleTextPage({ params }: { params: Params }) {
  const words = say(ruleTextWords);
  const asked = useAsked<RuleText>(ruleText(params['id'] ?? ''));
  const [deed, choose] = useState<'correct' | 'withdraw' | null>(null);
  const text = asked.value;
  const done = (said: string) => {
    announce(said);
    choose(null);
    asked.again();
  };
  return (
    <>
      <p class="back no-print">
        <a href="/rule-texts">← {words.back}</a>
      </p>
      <Page
        title={text?.title ?? words.title}
        lead={text && [text.issuer, text.documentNo ?? words.noNumber].join(' · ')}
        actions={
          <>
            {text?.mayCorrect && (
              <button type="button" onClick={() => choose('correct')}>
                {words.correct}
              </button>
            )}
            {text?.mayWithdraw && (
              <>
                <a class="button" href={`/rule-texts/new?replaces=${encodeURIComponent(text.id)}`}>
                  {words.replaceDeed}
                </a>
                <button type="button" class="danger" onClick={() => choose('withdraw')}>
                  {words.withdraw}
                </button>
              </>
            )}
            <button type="button" onClick={() => print()}>
              {say(shellWords).print}
            </button>
          </>
        }
      >
        <Answer of={asked}>{(found) => <Passage text={found} />}</Answer>
      </Page>
      {deed === 'correct' && text && (
        <Dialog title={words.correctTitle} intro={words.correctIntro} onClose={() => choose(null)}>
          <RuleTextForm
            text={text}
            submit={words.save}
            onCancel={() => choose(null)}
            onWritten={async (written) => {
              await correctRuleText(text.id, { ...written, version: text.version });
              done(words.corrected);
            }}
          />
        </Dialog>
      )}
      {deed === 'withdraw' && text && (
        <WithdrawDialog text={text} onClose={() => choose(null)} onDone={() => done(words.withdrawn)} />
      )}
    </>
  );
}

function Passage({ text }: { text: RuleText }) {
  const words = say(ruleTextWords);
  const { recordedAt, withdrawnAt, passage } = text;
  return (
    <section>
      <p class="rule-validity">
        <span class="number">{validityOf(text)}</span>
        {withdrawnAt !== null && (
          <Tag tone="warn">{words.withdrawnOn(instant(withdrawnAt).slice(0, 10))}</Tag>
        )}
        <span class="note">{words.recordedOn(instant(recordedAt).slice(0, 10))}</span>
      </p>
      <h2>{words.passage}</h2>
      <p class="card rule-passage">{passage}</p>
    </section>
  );
}

function WithdrawDialog(given: { text: RuleText; onClose: () => void; onDone: () => void }) {
  const words = say(ruleTextWords);
  const { text, onClose, onDone } = given;
  return (
    <Dialog title={words.withdrawTitle} intro={words.withdrawIntro} onClose={onClose}>
      <Form
        submit={words.withdraw}
        check={(values) => unfilled(values, { reason: words.withdrawReason })}
        onCancel={onClose}
        onSubmit={async (values) => {
          await withdrawRuleText(text.id, { version: text.version, reason: textOf(values, 'reason') });
          onDone();
        }}
      >
        <Field name="reason" label={words.withdrawReason}>
          {(input) => <textarea {...input} maxLength={500} />}
        </Field>
      </Form>
    </Dialog>
  );
}
