import type { Job } from '../jobs.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { quotaWords } from '../words/quota.ts';
import { say } from '../words/language.ts';
import { allotReserve, type Pool, type Summary } from './appraisals.api.ts';

/** People give places of the school's reserve to a pool. */
export function ReserveDialog(given: {
  summary: Summary;
  pool: Pool;
  onClose: () => void;
  onStarted: (job: Job) => void;
}) {
  const words = say(quotaWords);
  const { summary, pool, onClose, onStarted } = given;
  return (
    <Dialog
      title={`${words.allotReserve} · ${pool.name}`}
      intro={words.reserveIntro(summary.reserveLeft)}
      onClose={onClose}
    >
      <Form
        submit={words.reserveSubmit}
        onCancel={onClose}
        check={(values) => unfilled(values, { extraPlaces: words.extraPlaces, reason: words.reason })}
        onSubmit={async (values) => {
          const allotment = {
            extraPlaces: Number(textOf(values, 'extraPlaces')),
            reason: textOf(values, 'reason'),
            version: pool.version,
          };
          onStarted((await allotReserve(summary.year.year, pool.id, allotment)).job);
          onClose();
        }}
      >
        <Field name="extraPlaces" label={words.extraPlaces}>
          {(input) => (
            <input
              {...input}
              type="number"
              min={0}
              max={pool.extraPlaces + summary.reserveLeft}
              defaultValue={String(pool.extraPlaces)}
            />
          )}
        </Field>
        <Field name="reason" label={words.reason} hint={words.reasonHint}>
          {(input) => <textarea {...input} maxLength={500} />}
        </Field>
      </Form>
    </Dialog>
  );
}
