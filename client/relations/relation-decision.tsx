import { announce } from '../ui/announce.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { relationWords } from '../words/relations.ts';
import { decideRelation, type Relation } from './relations.api.ts';

type Event = 'confirm' | 'refuse' | 'end';
export interface Decision {
  readonly relation: Relation;
  readonly event: Event;
}

/** What may be done with a declaration as it stands, or why nothing. */
export function Deeds(given: { relation: Relation; onDecide: (decision: Decision) => void }) {
  const words = say(relationWords);
  const { relation } = given;
  const events: Readonly<Record<Relation['state'], readonly Event[]>> = {
    declared: ['refuse', 'confirm'],
    confirmed: ['end'],
    refused: [],
    ended: [],
  };
  if (events[relation.state].length > 0 && relation.isMine) return <span class="note">{words.mineToo}</span>;
  return (
    <span class="actions">
      {events[relation.state].map((event) => (
        <button key={event} type="button" onClick={() => given.onDecide({ relation, event })}>
          {words[event]}
        </button>
      ))}
    </span>
  );
}

export function DecisionDialog({
  relation,
  event,
  onDone,
  onClose,
}: Decision & { onDone: () => void; onClose: () => void }) {
  const words = say(relationWords);
  return (
    <Dialog title={words[`${event}Title`]} intro={words[`${event}Intro`]} onClose={onClose}>
      <Form
        submit={words[event]}
        check={(values) => unfilled(values, { reason: words.decideReason })}
        onSubmit={async (values) => {
          const reason = textOf(values, 'reason');
          await decideRelation(relation.id, { event, version: relation.version, reason });
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
