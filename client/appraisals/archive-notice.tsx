import { instant } from '../numbers.ts';
import { may } from '../session.ts';
import { archiveWords } from '../words/archive.ts';
import { say } from '../words/language.ts';
import type { Summary } from './appraisals.api.ts';

const dayOf = (at: number): string => instant(at).slice(0, 10);

/** How the year stands to its archive: closed and how it is reopened, or reopened and why; null while neither. */
export function archiveNotice({ year, course }: Summary) {
  const words = say(archiveWords);
  const [last] = course;
  if (year.state === 'archived')
    return (
      <>
        {last?.by ? words.archivedOn(dayOf(last.at), last.by) : words.archivedPlain}{' '}
        {may('meeting.record') && <a href="/meetings/new?body=board">{words.planMeeting}</a>}
      </>
    );
  if (last?.event !== 'reopen') return null;
  return (
    <>
      {words.reopenedOn(last.meeting?.heldOn ?? dayOf(last.at))}
      {last.reason !== null && ` ${words.because(last.reason)}`}
    </>
  );
}
