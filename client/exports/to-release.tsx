import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { countTodo } from '../todo-count.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { exportName, exportWords } from '../words/exports.ts';
import { say } from '../words/language.ts';
import { type Awaiting, AWAITING, decideExport, type Export } from './exports.api.ts';

type Event = 'release' | 'refuse';
interface Decision {
  readonly one: Export;
  readonly event: Event;
}

/** Exports of more than fifty people, for somebody else than whoever asked. */
export function ToRelease() {
  const words = say(exportWords);
  const asked = useAsked<Awaiting>(AWAITING);
  const [decision, decide] = useState<Decision | null>(null);
  return (
    <section>
      <h2>{words.awaiting}</h2>
      <Answer of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={words.noneAwaiting}>
              <p class="note">{words.noneAwaitingHint}</p>
            </Empty>
          ) : (
            <Waiting exports={items} onDecide={decide} />
          )
        }
      </Answer>
      {decision !== null && (
        <DecisionDialog
          {...decision}
          onDone={() => {
            decide(null);
            asked.again();
            void countTodo();
          }}
          onClose={() => decide(null)}
        />
      )}
    </section>
  );
}

function Waiting(given: { exports: readonly Export[]; onDecide: (decision: Decision) => void }) {
  const words = say(exportWords);
  return (
    <Table
      caption={words.awaiting}
      rows={given.exports}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'requester',
          head: words.requester,
          cell: ({ requestedBy: { name, staffNo } }) => (name === null ? staffNo : `${name}（${staffNo}）`),
        },
        { key: 'what', head: words.what, cell: ({ what }) => exportName(what) },
        { key: 'people', head: words.people, isNumber: true, cell: ({ people }) => people },
        { key: 'reason', head: words.reason, cell: ({ reason }) => reason },
        { key: 'asked', head: words.asked, cell: ({ requestedAt }) => <time>{instant(requestedAt)}</time> },
        {
          key: 'deeds',
          head: words.deeds,
          cell: (one) => (
            <span class="actions">
              <button type="button" onClick={() => given.onDecide({ one, event: 'refuse' })}>
                {words.refuse}
              </button>
              <button type="button" onClick={() => given.onDecide({ one, event: 'release' })}>
                {words.release}
              </button>
            </span>
          ),
        },
      ]}
    />
  );
}

function DecisionDialog({
  one,
  event,
  onDone,
  onClose,
}: Decision & { onDone: () => void; onClose: () => void }) {
  const words = say(exportWords);
  return (
    <Dialog title={words[`${event}Title`]} intro={words[`${event}Intro`]} onClose={onClose}>
      <Form
        submit={words[event]}
        check={(values) => unfilled(values, { reason: words.decideReason })}
        onSubmit={async (values) => {
          await decideExport(one.id, { event, version: one.version, reason: textOf(values, 'reason') });
          announce(words[`${event}Done`]);
          onDone();
        }}
        onCancel={onClose}
      >
        <Field name="reason" label={words.decideReason} hint={words.decideReasonHint}>
          {(input) => <textarea {...input} maxLength={500} />}
        </Field>
      </Form>
    </Dialog>
  );
}
