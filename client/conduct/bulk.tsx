import { useState } from 'preact/hooks';
import { holds } from '../session.ts';
import { later } from '../ui/later.tsx';
import { conductWords } from '../words/conduct.ts';
import { labelOf, say } from '../words/language.ts';
import type { Moved, RecordLine, Records } from './conduct.api.ts';

const NameDialog = later(async () => (await import('./bulk-dialogs.tsx')).NameDialog);
const NotifyDialog = later(async () => (await import('./bulk-dialogs.tsx')).NotifyDialog);
const AcceptDialog = later(async () => (await import('./bulk-dialogs.tsx')).AcceptDialog);

interface Given {
  readonly page: Records;
  readonly ticked: readonly RecordLine[];
  readonly onTick: (ids: readonly string[]) => void;
  readonly onDone: () => void;
}
type Deed = 'name' | 'notify' | 'accept';

const TO_NOTIFY = ['imported', 'verified'];
const TO_ACCEPT = ['past_answered'];

/** What is done to several at once: one officer named in all of them, many told or accepted one by one. */
export function Bulk({ page, ticked, onTick, onDone }: Given) {
  const words = say(conductWords);
  const [deed, choose] = useState<Deed | null>(null);
  const [moved, tell] = useState<Moved | null>(null);
  const toNotify = ticked.filter(({ state }) => TO_NOTIFY.includes(state));
  const toAccept = ticked.filter(({ state }) => TO_ACCEPT.includes(state));
  const close = () => choose(null);
  const end = (outcome: Moved | null) => {
    close();
    tell(outcome);
    onDone();
  };
  return (
    <div role="group" aria-label={words.bulk}>
      <p class="actions bulk">
        <button type="button" onClick={() => onTick(page.items.map(({ id }) => id))}>
          {words.tickAll}
        </button>
        {ticked.length > 0 && (
          <>
            <button type="button" onClick={() => onTick([])}>
              {words.tickNone}
            </button>
            <span>{words.ticked(ticked.length)}</span>
          </>
        )}
        {holds('hr_head') && ticked.length > 0 && (
          <button type="button" onClick={() => choose('name')}>
            {words.name(ticked.length)}
          </button>
        )}
        {holds('hr') && toNotify.length > 0 && (
          <button type="button" onClick={() => choose('notify')}>
            {words.notify(toNotify.length)}
          </button>
        )}
        {holds('hr_head') && toAccept.length > 0 && (
          <button type="button" onClick={() => choose('accept')}>
            {words.accept(toAccept.length)}
          </button>
        )}
      </p>
      {moved !== null && moved.refused.length > 0 && <Refusals moved={moved} items={page.items} />}
      {deed === 'name' && <NameDialog files={ticked} onClose={close} onDone={() => end(null)} />}
      {deed === 'notify' && <NotifyDialog files={toNotify} onClose={close} onDone={end} />}
      {deed === 'accept' && <AcceptDialog files={toAccept} onClose={close} onDone={end} />}
    </div>
  );
}

function Refusals({ moved, items }: { moved: Moved; items: readonly RecordLine[] }) {
  const words = say(conductWords);
  const nameOf = (fileId: string): string => {
    const line = items.find(({ id }) => id === fileId);
    return line ? `${line.personName ?? ''} ${line.said ? labelOf(line.said.behaviour) : ''}` : fileId;
  };
  return (
    <div class="notice warn" role="status">
      <b>{words.refused}</b>
      <ul>
        {moved.refused.map(({ fileId, detail }) => (
          <li key={fileId}>
            <a href={`/conduct/${fileId}`}>{nameOf(fileId)}</a>：{labelOf(detail)}
          </li>
        ))}
      </ul>
    </div>
  );
}
