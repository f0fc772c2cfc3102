import { instant } from '../numbers.ts';
import { announce } from '../ui/announce.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { caseWords } from '../words/exemption-case.ts';
import { say } from '../words/language.ts';
import { type ReadFile, reportCorrection } from './exemptions.api.ts';

/** What has to be put right (纠错), until when, and what the person reports about it. */
export function Correction({ file, facts, again }: ReadFile & { again: () => void }) {
  const words = say(caseWords);
  const { correction } = facts;
  if (correction === null) return null;
  const { text, by, report, correctedAt, isMine } = correction;
  return (
    <section>
      <h2>
        {words.correction}
        <span class="note">{words.correctBy(by)}</span>
      </h2>
      <dl class="said card">
        <div>
          <dt>{words.correctionWanted}</dt>
          <dd>{text}</dd>
        </div>
        <div>
          <dt>
            {correctedAt === null
              ? words.correctionReport
              : words.correctionReported(instant(correctedAt).slice(0, 10))}
          </dt>
          <dd>{report ?? <span class="note">{words.notReported}</span>}</dd>
        </div>
      </dl>
      {isMine && (
        <div class="no-print">
          <Form
            submit={words.reportCorrection}
            check={(values) => unfilled(values, { report: words.correctionReport })}
            onSubmit={async (values) => {
              await reportCorrection(file.id, { version: file.version, report: textOf(values, 'report') });
              announce(words.correctionSent);
              again();
            }}
          >
            <Field name="report" label={words.correctionReport} hint={words.correctionHint}>
              {(input) => <textarea {...input} maxLength={2000} />}
            </Field>
          </Form>
        </div>
      )}
    </section>
  );
}
