import { useState } from 'preact/hooks';
import type { Job } from '../jobs.ts';
import type { FieldProblem } from '../problem.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { quotaWords } from '../words/quota.ts';
import { say } from '../words/language.ts';
import { decideTie, type Pool } from './appraisals.api.ts';

/** People say who of those tied gets the places that are left, and why. */
export function TieDialog(given: {
  year: number;
  pool: Pool;
  onClose: () => void;
  onStarted: (job: Job) => void;
}) {
  const words = say(quotaWords);
  const { year, pool, onClose, onStarted } = given;
  const left = pool.ties?.placesLeft ?? 0;
  const tied = pool.ties?.cadres ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(
    tied.filter(({ decided }) => decided).map(({ id }) => id),
  );

  function check(values: FormData): FieldProblem[] {
    const problems: FieldProblem[] = [];
    if (chosen.length === 0) problems.push({ pointer: '/cadreIds', detail: words.tieNone });
    if (chosen.length > left) problems.push({ pointer: '/cadreIds', detail: words.tieTooMany(left) });
    return [...problems, ...unfilled(values, { reason: words.reason })];
  }

  return (
    <Dialog title={`${words.decideTie} · ${pool.name}`} intro={words.tieIntro(left)} onClose={onClose}>
      <Form
        submit={words.tieSubmit}
        onCancel={onClose}
        check={check}
        onSubmit={async (values) => {
          const decision = { cadreIds: [...chosen], reason: textOf(values, 'reason'), version: pool.version };
          onStarted((await decideTie(year, pool.id, decision)).job);
          onClose();
        }}
      >
        <Field name="cadreIds" label={words.tieChosen(chosen.length, left)}>
          {({ id, 'aria-describedby': described }) => (
            <div
              class="choices"
              id={id}
              role="group"
              tabIndex={-1}
              aria-label={words.decideTie}
              aria-describedby={described}
            >
              {tied.map((cadre) => (
                <label key={cadre.id}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(cadre.id)}
                    onChange={({ currentTarget: { checked } }) =>
                      setChosen(checked ? [...chosen, cadre.id] : chosen.filter((id) => id !== cadre.id))
                    }
                  />
                  {cadre.name}
                  <span class="note">{cadre.unitName}</span>
                </label>
              ))}
            </div>
          )}
        </Field>
        <Field name="reason" label={words.reason} hint={words.reasonHint}>
          {(input) => <textarea {...input} maxLength={500} />}
        </Field>
      </Form>
    </Dialog>
  );
}
