import { say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import type { FileShown } from './file.api.ts';

/** The meeting that the file waits for, and the way to plan it or to the one planned. */
export function NextMeeting({ file }: { file: FileShown }) {
  const words = say(procedureWords);
  if (file.meetingAwaited === null) return null;
  const { body, meeting } = file.meetingAwaited;
  const name = { board: words.board, panel: words.panelMeeting, appeal_body: words.appeal_body }[body];
  return (
    <p class="notice info no-print">
      <span>{meeting === null ? words.awaitsMeeting(name) : words.onAgenda(name, meeting.heldOn)}</span>
      <span class="actions">
        {meeting === null ? (
          <a href={`/meetings/new?body=${body}&file=${encodeURIComponent(file.id)}`}>{words.planMeeting}</a>
        ) : (
          <a href={`/meetings/${encodeURIComponent(meeting.id)}`}>{words.toMeeting}</a>
        )}
      </span>
    </p>
  );
}
