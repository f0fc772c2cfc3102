import { useState } from 'preact/hooks';
import { say } from '../words/language.ts';
import { receiptWords } from '../words/receipts.ts';

const LARGEST = 256 * 1024;

/** One document, pasted, chosen or dropped; it stays in this browser. */
export function FileOrText(given: { name: string; label: string; onText: (text: string) => void }) {
  const words = say(receiptWords);
  const [text, setText] = useState('');
  const [isTooLarge, setTooLarge] = useState(false);
  const take = (next: string) => {
    setText(next);
    given.onText(next);
  };
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setTooLarge(file.size > LARGEST);
    if (file.size <= LARGEST) take(await file.text());
  };
  return (
    <div
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void read(event.dataTransfer?.files[0]);
      }}
    >
      <label for={given.name}>{given.label}</label>
      <textarea
        id={given.name}
        class="receipt-text"
        spellcheck={false}
        value={text}
        onInput={(event) => take(event.currentTarget.value)}
      />
      <label>
        {words.chooseFile}{' '}
        <input
          type="file"
          accept=".json,application/json"
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </label>
      {isTooLarge && (
        <p class="notice bad" role="alert">
          {words.tooLarge}
        </p>
      )}
    </div>
  );
}
