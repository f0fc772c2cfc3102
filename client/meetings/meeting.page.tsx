import './meetings.css';
import { useState } from 'preact/hooks';
import { type Params, withQuery } from '../paths.ts';
import { countTodo } from '../todo-count.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer } from '../ui/states.tsx';
import { labelOf, say } from '../words/language.ts';
import { meetingWords } from '../words/meetings.ts';
import { shellWords } from '../words/shell.ts';
import { CancelDialog, ConfirmDialog } from './meeting-dialogs.tsx';
import { type Meeting, meetingPath } from './meetings.api.ts';
import { MeetingState } from './meeting-state.tsx';
import { MinutesSheet } from './minutes-sheet.tsx';
import { RecordForm } from './record-form.tsx';

/** One meeting: to be recorded, to be confirmed, or as its minutes stand. */
export default function MeetingPage({ params }: { params: Params }) {
  const words = say(meetingWords);
  const [on, setOn] = useState<string | null>(null);
  const meeting = useAsked<Meeting>(withQuery(meetingPath(params['id'] ?? ''), { on }));
  return (
    <>
      <p class="back no-print">
        <a href="/meetings">← {words.back}</a>
      </p>
      <Answer of={meeting} title={words.title}>
        {(shown) => (
          <Shown key={`${shown.id} ${shown.version}`} meeting={shown} again={meeting.again} onDay={setOn} />
        )}
      </Answer>
    </>
  );
}

type Open = 'confirm' | 'cancel' | null;

interface Given {
  readonly meeting: Meeting;
  readonly again: () => void;
  /** It was held on another day: those entitled then are asked for. */
  readonly onDay: (day: string) => void;
}

function Shown({ meeting, again, onDay }: Given) {
  const words = say(meetingWords);
  const [open, setOpen] = useState<Open>(null);
  const { actions, state } = meeting;
  const [isRecording, setRecording] = useState(state === 'planned' && actions.record.isOpen);
  const done = (told: string) => {
    announce(told);
    void countTodo();
    again();
  };
  return (
    <Page
      title={meeting.title}
      lead={
        <>
          {labelOf(meeting.bodyLabel)} · <time class="number">{meeting.heldOn}</time>{' '}
          <MeetingState state={state} />
        </>
      }
      actions={
        <>
          {actions.cancel.isOpen && (
            <button type="button" onClick={() => setOpen('cancel')}>
              {words.cancel}
            </button>
          )}
          {state !== 'planned' && (
            <button type="button" onClick={() => print()}>
              {say(shellWords).print}
            </button>
          )}
          {state === 'recorded' && actions.record.isOpen && !isRecording && (
            <button type="button" onClick={() => setRecording(true)}>
              {words.recordAgain}
            </button>
          )}
          {actions.confirm.isOpen && !isRecording && (
            <button type="button" class="primary" onClick={() => setOpen('confirm')}>
              {words.confirm}
            </button>
          )}
        </>
      }
    >
      <Closed meeting={meeting} />
      {isRecording ? (
        <RecordForm
          meeting={meeting}
          onDay={onDay}
          onRecorded={() => done(words.recordedTold)}
          {...(state === 'recorded' && { onCancel: () => setRecording(false) })}
        />
      ) : (
        <MinutesSheet meeting={meeting} />
      )}
      {open === 'confirm' && <ConfirmDialog meeting={meeting} onClose={() => setOpen(null)} onDone={done} />}
      {open === 'cancel' && <CancelDialog meeting={meeting} onClose={() => setOpen(null)} onDone={done} />}
    </Page>
  );
}

/** What comes next, and why it is not for whoever looks. */
function Closed({ meeting: { state, actions } }: { meeting: Meeting }) {
  const words = say(meetingWords);
  const next = state === 'planned' ? 'record' : state === 'recorded' ? 'confirm' : null;
  if (next === null) return null;
  const { isOpen, why } = actions[next];
  if (isOpen || why === null) return null;
  return (
    <p class="notice info">
      {words[state]} · {words.why}
      {words[next]} — {labelOf(why)}
    </p>
  );
}
