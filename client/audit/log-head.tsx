import '../receipts/receipts.css';
import { instant } from '../numbers.ts';
import { Fingerprint } from '../receipts/fingerprint.tsx';
import { LOG_STATE, type LogHead as Head, type LogState } from '../receipts/receipts.api.ts';
import { useAsked } from '../ui/asked.ts';
import { saveFile } from '../ui/save-file.ts';
import { say } from '../words/language.ts';
import { outcomeWords, receiptWords } from '../words/receipts.ts';

/** The present head of the log, to be copied onto paper or kept as a file outside the store. */
export function LogHead() {
  const words = say(receiptWords);
  const state = useAsked<LogState>(LOG_STATE);
  if (state.value === null || state.value.head === null) return null;
  const { head, holds } = state.value;
  return (
    <section class="card log-head" aria-label={words.logHead}>
      <h2>{words.logHead}</h2>
      {holds ? (
        <p>
          <span class="tag ok">{say(outcomeWords).holds}</span> {words.headHolds}
        </p>
      ) : (
        <p class="notice bad" role="alert">
          {words.headFails}
        </p>
      )}
      <dl class="facts">
        <div>
          <dt>{words.headSize}</dt>
          <dd class="number">{head.size}</dd>
        </div>
        <div>
          <dt>{words.headAt}</dt>
          <dd>{instant(head.at)}</dd>
        </div>
      </dl>
      <p>
        {words.root} <Fingerprint hash={head.rootHash} />
      </p>
      <p>
        {words.fingerprint} <Fingerprint hash={head.keyId} />
      </p>
      <p class="note">{words.copyOntoPaper}</p>
      <p class="actions">
        <button
          type="button"
          onClick={() => saveFile(asFile(head), `${words.headFileName}-${head.size}.json`)}
        >
          {words.downloadHead}
        </button>
        <button type="button" onClick={() => print()}>
          {words.print}
        </button>
      </p>
    </section>
  );
}

const asFile = (head: Head): Blob =>
  new Blob([`${JSON.stringify(head, null, 2)}\n`], { type: 'application/json' });
