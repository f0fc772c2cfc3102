import type { Job } from '../jobs.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Form } from '../ui/form.tsx';
import { appraisalWords } from '../words/appraisals.ts';
import { say } from '../words/language.ts';
import { runYear, type Summary } from './appraisals.api.ts';

/** Says what an evaluation does and does not do, then starts it. */
export function RunDialog(given: { summary: Summary; onClose: () => void; onStarted: (job: Job) => void }) {
  const words = say(appraisalWords);
  const { summary, onClose, onStarted } = given;
  return (
    <Dialog title={words.runYear} intro={words.runIntro(summary.enrolled)} onClose={onClose}>
      <Form
        submit={words.runSubmit}
        onCancel={onClose}
        onSubmit={async () => {
          onStarted((await runYear(summary.year.year)).job);
          onClose();
        }}
      >
        {summary.batchesAwaiting > 0 && (
          <p class="notice warn">{words.runAwaiting(summary.batchesAwaiting)}</p>
        )}
      </Form>
    </Dialog>
  );
}
