import { useState } from 'preact/hooks';
import { say } from '../words/language.ts';
import { importWords } from '../words/imports.ts';

const LARGEST = 5 * 1024 * 1024;
const READABLE = /\.(?:xlsx|csv)$/i;

/** Takes one file, chosen or dropped; what could never be read is refused here. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const words = say(importWords);
  const [refusal, refuse] = useState<string | null>(null);
  const [isOver, hover] = useState(false);
  const take = (file: File | undefined) => {
    if (file === undefined) return;
    const wrong = !READABLE.test(file.name) ? words.wrongType : file.size > LARGEST ? words.tooLarge : null;
    refuse(wrong);
    if (wrong === null) onFile(file);
  };
  return (
    <div>
      <label
        class={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault();
          hover(true);
        }}
        onDragLeave={() => hover(false)}
        onDrop={(event) => {
          event.preventDefault();
          hover(false);
          take(event.dataTransfer?.files[0]);
        }}
      >
        <input
          type="file"
          class="hidden-text"
          accept=".xlsx,.csv"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            take(file);
          }}
        />
        <span class="button">{words.choose}</span>
        <b>{words.drop}</b>
        <span class="note">{words.dropNote}</span>
      </label>
      {refusal !== null && (
        <p class="notice bad" role="alert">
          {refusal}
        </p>
      )}
    </div>
  );
}
