import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ProblemError } from '../problem.ts';
import { say } from '../words/language.ts';
import { importWords } from '../words/imports.ts';
import { needsSecond } from './import-kinds.ts';
import { DryRunResult } from './dry-run-result.tsx';
import { FileDrop } from './file-drop.tsx';
import { applyFile, type Batch, dryRun, type DryRun, type ImportKind, templateOf } from './imports.api.ts';

/** How far a file is: chosen, tried, imported; nothing is written before the last step. */
type Course =
  | { readonly at: 'choosing'; readonly refusal: ProblemError | null }
  | { readonly at: 'working'; readonly label: string }
  | {
      readonly at: 'tried';
      readonly file: File;
      readonly result: DryRun;
      readonly refusal: ProblemError | null;
    }
  | { readonly at: 'applied'; readonly batch: Batch };

export function ImportWizard(given: {
  kind: ImportKind;
  year: number | null;
  onApplied: () => void;
  /** Asked before the file is chosen. */
  children?: ComponentChildren;
}) {
  const words = say(importWords);
  const { kind, year } = given;
  const [course, setCourse] = useState<Course>({ at: 'choosing', refusal: null });
  const choose = (refusal: ProblemError | null = null) => setCourse({ at: 'choosing', refusal });

  async function tryFile(file: File) {
    setCourse({ at: 'working', label: words.trying(file.name) });
    try {
      setCourse({ at: 'tried', file, result: await dryRun(kind, year, file), refusal: null });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      choose(error);
    }
  }

  async function apply(file: File, result: DryRun) {
    setCourse({ at: 'working', label: words.applying(file.name) });
    try {
      setCourse({ at: 'applied', batch: await applyFile(kind, year, file, result.fileHash) });
      given.onApplied();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setCourse({ at: 'tried', file, result, refusal: error });
    }
  }

  return (
    <section class="import-wizard" aria-busy={course.at === 'working'}>
      {course.at === 'choosing' && (
        <>
          {course.refusal !== null && <Refusal refusal={course.refusal} />}
          <div class="import-before">
            {given.children}
            <a class="button" href={templateOf(kind, year)} download>
              {words.template}
            </a>
            <span class="note">{words.templateNote}</span>
          </div>
          <FileDrop onFile={(file) => void tryFile(file)} />
        </>
      )}
      {course.at === 'working' && <Working label={course.label} />}
      {course.at === 'tried' && (
        <>
          {course.refusal !== null && <Refusal refusal={course.refusal} />}
          <DryRunResult
            file={course.file}
            year={year}
            result={course.result}
            onApply={() => void apply(course.file, course.result)}
            onAnother={() => choose()}
          />
        </>
      )}
      {course.at === 'applied' && <Applied kind={kind} batch={course.batch} onAnother={() => choose()} />}
    </section>
  );
}

const Working = ({ label }: { label: string }) => (
  <div class="progress card" role="status">
    <span>{label}</span>
    <progress aria-label={label} />
  </div>
);

const Refusal = ({ refusal }: { refusal: ProblemError }) => (
  <div class="notice bad" role="alert">
    <b>{refusal.message}</b>
    {refusal.detail}
  </div>
);

function Applied(given: { kind: ImportKind; batch: Batch; onAnother: () => void }) {
  const words = say(importWords);
  const { fileName, counts } = given.batch;
  return (
    <div class="notice info" role="status">
      <span>
        <b>{words.applied(fileName)}</b>
        <br />
        {words.appliedHow(counts.added, counts.updated)} {needsSecond(given.kind) && words.waitsForSecond}
        {given.kind === 'roster' && words.nextAccounts}
      </span>
      <span class="actions">
        <button type="button" onClick={given.onAnother}>
          {words.importMore}
        </button>
      </span>
    </div>
  );
}
