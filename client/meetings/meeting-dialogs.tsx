import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { labelOf, say } from '../words/language.ts';
import { meetingWords } from '../words/meetings.ts';
import { cancelMeeting, confirmMeeting, type Meeting } from './meetings.api.ts';

interface Given {
  readonly meeting: Meeting;
  readonly onClose: () => void;
  readonly onDone: (told: string) => void;
}

/** Names every file that will move, and to what, before anything does. */
export function ConfirmDialog({ meeting, onClose, onDone }: Given) {
  const words = say(meetingWords);
  const decided = meeting.items.filter(({ decision }) => decision !== null);
  return (
    <Dialog title={words.confirmTitle} intro={words.confirmIntro(decided.length)} onClose={onClose}>
      <Form
        submit={words.confirmSubmit(decided.length)}
        onCancel={onClose}
        onSubmit={async () => {
          await confirmMeeting(meeting.id, meeting.version);
          onClose();
          onDone(words.confirmedTold(decided.length));
        }}
      >
        <ol class="to-take-effect">
          {decided.map(({ fileId, title, personName, decision }) => (
            <li key={fileId}>
              {title}
              {personName && `（${personName}）`} → <b>{labelOf(decision!.label)}</b>
            </li>
          ))}
        </ol>
      </Form>
    </Dialog>
  );
}

export function CancelDialog({ meeting, onClose, onDone }: Given) {
  const words = say(meetingWords);
  return (
    <Dialog title={words.cancelTitle} intro={words.cancelIntro} onClose={onClose}>
      <Form
        submit={words.cancel}
        cancel={words.keep}
        onCancel={onClose}
        check={(values) => unfilled(values, { reason: words.cancelReason })}
        onSubmit={async (values) => {
          await cancelMeeting(meeting.id, { version: meeting.version, reason: textOf(values, 'reason') });
          onClose();
          onDone(words.cancelledTold);
        }}
      >
        <Field name="reason" label={words.cancelReason}>
          {(input) => <textarea {...input} maxLength={500} />}
        </Field>
      </Form>
    </Dialog>
  );
}
