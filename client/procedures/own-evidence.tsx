import { Field } from '../ui/form.tsx';
import { ProblemError } from '../problem.ts';
import { dialogWords } from './dialog-words.ts';
import { ACCEPTED, wrongWith } from './evidence.tsx';
import { addEvidence } from './file.api.ts';

const NAME = 'evidence';
/** What this page has handed in already: a step that was refused afterwards does not hand it in again. */
const handedIn = new Set<string>();

/** One file that may go with a step. */
export function EvidenceField() {
  const words = dialogWords();
  return (
    <Field name={NAME} label={words.evidenceOptional} hint={words.evidenceHint}>
      {(input) => <input type="file" {...input} accept={ACCEPTED} />}
    </Field>
  );
}

/** The file chosen in a form; null where none was. */
export function chosenFile(values: FormData): File | null {
  const file = values.get(NAME);
  return file instanceof File && file.size > 0 ? file : null;
}

/** Hands in the chosen file before the step that it belongs to. */
export async function handIn(fileId: string, values: FormData): Promise<void> {
  const file = chosenFile(values);
  if (file === null) return;
  const wrong = wrongWith(file);
  if (wrong !== null)
    throw new ProblemError(400, wrong, { fields: [{ pointer: `/${NAME}`, detail: wrong }] });
  const key = [fileId, file.name, file.size, file.lastModified].join('/');
  if (handedIn.has(key)) return;
  await addEvidence(fileId, file);
  handedIn.add(key);
}
