import { useState } from 'preact/hooks';
import { ProblemError } from '../problem.ts';
import { say } from '../words/language.ts';
import { headChecks, receiptWords } from '../words/receipts.ts';
import { checkHead, type Outcome } from './check-receipt.ts';
import { FileOrText } from './file-or-text.tsx';
import { isBeginning } from './merkle.ts';
import { OutcomeLine } from './outcome-line.tsx';
import { headFrom } from './read-receipt.ts';
import { type LogHead, pathBetween } from './receipts.api.ts';

/** Whether the log of the receipt is the same one as that of a head kept elsewhere. */
export function HeldHead({ head }: { head: LogHead }) {
  const words = say(receiptWords);
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ outcome: Outcome; problem: string | null } | null>(null);
  const held = text.trim() === '' ? null : headFrom(text);

  async function compare(other: LogHead): Promise<void> {
    const [older, newer] = other.size <= head.size ? [other, head] : [head, other];
    try {
      const { signature } = await checkHead(other);
      const path = older.size === newer.size ? [] : await pathBetween(older.size, newer.size);
      const isSame = signature !== 'fails' && (await isBeginning(older, newer, path));
      setFound({ outcome: isSame ? 'holds' : 'fails', problem: null });
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      setFound({ outcome: 'unable', problem: error.message });
    }
  }

  return (
    <details>
      <summary>{words.compareHead}</summary>
      <p class="note">{words.compareHeadNote}</p>
      <FileOrText
        name="held-head"
        label={words.heldHead}
        onText={(next) => {
          setText(next);
          setFound(null);
        }}
      />
      {text.trim() !== '' && held === null && (
        <p class="notice bad" role="alert">
          {words.notHead}
        </p>
      )}
      <p class="actions">
        <button type="button" disabled={held === null} onClick={() => held && void compare(held)}>
          {words.compare}
        </button>
      </p>
      {found !== null && (
        <ul class="receipt-checks" aria-live="polite">
          <OutcomeLine outcome={found.outcome} words={say(headChecks)} />
          {found.problem !== null && <li class="note">{found.problem}</li>}
        </ul>
      )}
    </details>
  );
}
