import type { ComponentChildren } from 'preact';
import { appraisalWords } from '../words/appraisals.ts';
import { say } from '../words/language.ts';
import type { Summary } from './appraisals.api.ts';
import { archiveNotice } from './archive-notice.tsx';
import { openTies } from './open-ties.ts';

/** What stands in the way of a final picture, in one box: older figures, unconfirmed batches, open ties. */
export function YearNotices(given: { summary: Summary; isBusy: boolean; run: () => void }) {
  const words = say(appraisalWords);
  const { summary } = given;
  const { year, run, batchesAwaiting } = summary;
  const ties = openTies(summary).length;
  const notices: ComponentChildren[] = [];
  const archive = archiveNotice(summary);
  if (archive) notices.push(archive);
  if (run?.isStale && !given.isBusy)
    notices.push(
      <>
        {words.stale}{' '}
        {summary.actions.includes('run') && (
          <button type="button" class="link" onClick={given.run}>
            {words.runAgain}
          </button>
        )}
      </>,
    );
  if (batchesAwaiting > 0)
    notices.push(
      <>
        {words.awaiting(batchesAwaiting)} <a href="/imports">{words.awaitingLink}</a>
      </>,
    );
  if (ties > 0)
    notices.push(
      <>
        {words.tiesOpen(ties)} <a href={`/years/${year.year}/quota`}>{words.tiesLink}</a>
      </>,
    );
  if (notices.length === 0) return null;
  return (
    <ul class="notice warn">
      {notices.map((notice, index) => (
        <li key={index}>{notice}</li>
      ))}
    </ul>
  );
}
