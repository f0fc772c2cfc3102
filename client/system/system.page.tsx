import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { countTodo } from '../todo-count.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { say } from '../words/language.ts';
import { systemWords } from '../words/system.ts';
import { CLOCK, type Clock, resumeClock } from './system.api.ts';

/** For whoever keeps the product running: whether time goes by, and what rings. */
export default function SystemPage() {
  const words = say(systemWords);
  const asked = useAsked<Clock>(CLOCK);
  return (
    <Page title={words.title} lead={words.lead}>
      <Answer of={asked}>
        {(clock) => (
          <div class="stack">
            <ClockSection clock={clock} again={asked.again} />
            <Alarms alarms={clock.alarms} />
          </div>
        )}
      </Answer>
    </Page>
  );
}

function ClockSection({ clock, again }: { clock: Clock; again: () => void }) {
  const words = say(systemWords);
  const [isAsked, ask] = useState(false);
  const { isHalted, isRunning, lastAt, now } = clock;
  return (
    <section>
      <h2>{words.clock}</h2>
      <div class="card">
        <p>
          {isHalted && <Tag tone="bad">{words.halted}</Tag>}
          {!isHalted && (
            <Tag tone={isRunning ? 'ok' : 'warn'}>{isRunning ? words.running : words.stopped}</Tag>
          )}
        </p>
        <p class="note">
          {lastAt === null ? words.noRound : words.lastRound(instant(lastAt))} ·{' '}
          {words.serverTime(instant(now))}
        </p>
        {isHalted && (
          <>
            <p>{words.haltedNote}</p>
            <p class="actions">
              <button type="button" class="primary" onClick={() => ask(true)}>
                {words.resume}
              </button>
            </p>
          </>
        )}
      </div>
      {isAsked && (
        <Dialog title={words.resume} intro={words.resumeIntro} onClose={() => ask(false)}>
          <Form
            submit={words.resume}
            check={(values) => unfilled(values, { reason: words.reason })}
            onCancel={() => ask(false)}
            onSubmit={async (values) => {
              await resumeClock({ reason: textOf(values, 'reason') });
              announce(words.resumed);
              ask(false);
              again();
              void countTodo();
            }}
          >
            <Field name="reason" label={words.reason} hint={words.reasonHint}>
              {(input) => <textarea {...input} maxLength={500} />}
            </Field>
          </Form>
        </Dialog>
      )}
    </section>
  );
}

function alarmName(kind: string) {
  const words = say(systemWords);
  if (kind === 'clockJumped') return words.clockJumped;
  return kind === 'noticesFailing' ? words.noticesFailing : <code>{kind}</code>;
}

function Alarms({ alarms }: { alarms: Clock['alarms'] }) {
  const words = say(systemWords);
  return (
    <section>
      <h2>{words.alarms}</h2>
      {alarms.length === 0 && <p class="note">{words.noAlarms}</p>}
      {alarms.length > 0 && (
        <Table
          caption={words.alarms}
          rows={alarms}
          keyOf={({ id }) => id}
          columns={[
            {
              key: 'kind',
              head: words.kind,
              cell: ({ kind }) => alarmName(kind),
            },
            {
              key: 'since',
              head: words.since,
              cell: ({ raisedAt }) => <span class="number">{instant(raisedAt)}</span>,
            },
            {
              key: 'detail',
              head: words.detail,
              cell: ({ seconds, fault }) => (seconds === null ? (fault ?? '—') : words.jumpedBy(seconds)),
            },
          ]}
        />
      )}
    </section>
  );
}
