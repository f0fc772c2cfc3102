import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { ProblemError } from '../problem.ts';
import { announce } from '../ui/announce.tsx';
import { say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import { addEvidence, evidenceHref, type FileShown } from './file.api.ts';

const LARGEST = 5 * 1024 * 1024;
export const ACCEPTED = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.txt';
const READABLE = /\.(?:pdf|jpe?g|png|docx|xlsx|txt)$/iu;
const KILOBYTE = 1024;

/** Why a file would not be accepted, before it is sent. */
export function wrongWith(file: File): string | null {
  const words = say(procedureWords);
  if (!READABLE.test(file.name)) return words.wrongType;
  return file.size > LARGEST ? words.tooLarge : null;
}

/** The evidence of a file, as far as whoever asks may see it, and a way to add to it. */
export function EvidenceList({ file, onDone }: { file: FileShown; onDone: () => void }) {
  const words = say(procedureWords);
  if (file.evidence.length === 0 && !file.mayAddEvidence) return null;
  return (
    <section>
      <h2>{words.evidence}</h2>
      {file.evidence.length === 0 && <p class="note">{words.noEvidence}</p>}
      {file.evidence.length > 0 && (
        <ul class="file-list card">
          {file.evidence.map(({ id, name, bytes, addedAt, sha256 }) => (
            <li key={id}>
              <a href={evidenceHref(file.id, id)} download aria-label={words.download(name)}>
                {name}
              </a>
              <p class="note">
                {words.bytes(Math.ceil(bytes / KILOBYTE))} · {instant(addedAt)} · {words.hash}{' '}
                <code>{sha256.slice(0, 12)}</code>
              </p>
            </li>
          ))}
        </ul>
      )}
      {file.mayAddEvidence && <AddEvidence fileId={file.id} onDone={onDone} />}
    </section>
  );
}

function AddEvidence({ fileId, onDone }: { fileId: string; onDone: () => void }) {
  const words = say(procedureWords);
  const [isBusy, setBusy] = useState(false);
  const [refusal, refuse] = useState<string | null>(null);

  async function add(file: File) {
    const wrong = wrongWith(file);
    refuse(wrong);
    if (wrong !== null) return;
    setBusy(true);
    try {
      const { name } = await addEvidence(fileId, file);
      announce(words.uploaded(name));
      onDone();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      refuse(error.detail ?? error.message);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div class="add-evidence">
      <label class="button">
        <input
          type="file"
          class="hidden-text"
          accept={ACCEPTED}
          disabled={isBusy}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) void add(file);
          }}
        />
        {words.addEvidence}
      </label>
      <p class="note">{words.evidenceHint}</p>
      {isBusy && (
        <p class="progress" role="status">
          <progress aria-label={words.uploading} /> {words.uploading}
        </p>
      )}
      {refusal !== null && (
        <p class="notice bad" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
