import '../imports/imports.css';
import { useState } from 'preact/hooks';
import { FileDrop } from '../imports/file-drop.tsx';
import { ProblemError } from '../problem.ts';
import { setQuery } from '../router.ts';
import { Field, Form, textOf } from '../ui/form.tsx';
import { calendarWords } from '../words/calendar.ts';
import { say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';
import { type DryRun, templateOf, tryFile } from './calendar.api.ts';
import { pastedFile } from './pasted-file.ts';
import { TriedYear } from './tried-year.tsx';

/** How far a year's calendar is: nothing is written before the last step. */
type Course =
  | { readonly at: 'choosing'; readonly refusal: ProblemError | null }
  | { readonly at: 'trying' }
  | { readonly at: 'tried'; readonly result: DryRun };

const CHOOSING: Course = { at: 'choosing', refusal: null };

export function ImportYear({ year, onImported }: { year: number; onImported: () => void }) {
  const [course, setCourse] = useState<Course>(CHOOSING);

  async function tried(file: File) {
    setCourse({ at: 'trying' });
    try {
      setCourse({ at: 'tried', result: await tryFile(year, file) });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setCourse({ at: 'choosing', refusal: error });
    }
  }

  return (
    <section class="calendar-import card" aria-busy={course.at === 'trying'}>
      {course.at === 'choosing' && <Choosing year={year} refusal={course.refusal} onFile={tried} />}
      {course.at === 'trying' && (
        <p class="state" role="status">
          {say(shellWords).working}
        </p>
      )}
      {course.at === 'tried' && (
        <TriedYear
          result={course.result}
          onAnother={() => setCourse(CHOOSING)}
          onImported={() => {
            setCourse(CHOOSING);
            setQuery({ year: null });
            onImported();
          }}
        />
      )}
    </section>
  );
}

function Choosing(given: {
  year: number;
  refusal: ProblemError | null;
  onFile: (file: File) => Promise<void>;
}) {
  const words = say(calendarWords);
  return (
    <>
      <h2>{words.import}</h2>
      {given.refusal !== null && (
        <div class="notice bad" role="alert">
          <b>{given.refusal.message}</b> {given.refusal.detail}
        </div>
      )}
      <p class="calendar-year">
        <label>
          {words.year}{' '}
          <input
            type="number"
            min={2000}
            max={2100}
            value={given.year}
            onChange={(event) => setQuery({ year: event.currentTarget.value })}
          />
        </label>
        <a class="button" href={templateOf(given.year)} download>
          {words.template}
        </a>
      </p>
      <FileDrop onFile={(file) => void given.onFile(file)} />
      <Form
        submit={words.tryPasted}
        check={(values) =>
          textOf(values, 'pasted') === '' ? [{ pointer: '/pasted', detail: words.nothingPasted }] : []
        }
        onSubmit={(values) => given.onFile(pastedFile(textOf(values, 'pasted'), words.pastedName))}
      >
        <Field name="pasted" label={words.paste} hint={words.pasteHint}>
          {(input) => <textarea {...input} rows={6} spellcheck={false} />}
        </Field>
      </Form>
    </>
  );
}
