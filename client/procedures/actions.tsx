import { useState } from 'preact/hooks';
import { later } from '../ui/later.tsx';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import type { EventForm } from './event-form.ts';
import type { Action, FileShown } from './file.api.ts';

const ActionDialog = later(async () => (await import('./action-dialog.tsx')).ActionDialog);

interface Given {
  readonly file: FileShown;
  readonly page: string;
  readonly forms: Readonly<Record<string, EventForm>>;
  readonly onDone: () => void;
}

/** Each open event a button, each closed one with the reason why. */
export function Actions({ file, page, forms, onDone }: Given) {
  const words = say(procedureWords);
  const [chosen, choose] = useState<Action | null>(null);
  const open = file.actions.filter(({ isOpen, how }) => isOpen && how !== 'meeting');
  const closed = file.actions.filter((action) => !open.includes(action));
  if (file.isEnded) return null;
  return (
    <section>
      <h2>{words.actions}</h2>
      {open.length === 0 && closed.length === 0 && <p class="note">{words.noActions}</p>}
      {open.length > 0 && (
        <p class="actions">
          {open.map((action, index) => (
            <button
              type="button"
              key={action.event}
              class={forms[action.event]?.isDanger ? 'danger' : index === 0 ? 'primary' : undefined}
              onClick={() => choose(action)}
            >
              {labelOf(action.label)}
            </button>
          ))}
        </p>
      )}
      {closed.length > 0 && (
        <ul class="closed-actions" aria-label={words.closed}>
          {closed.map(({ event, label, why }) => (
            <li key={event}>
              <b>{labelOf(label)}</b> <span class="note">{why ? labelOf(why) : words.byMeeting}</span>
            </li>
          ))}
        </ul>
      )}
      {chosen !== null && (
        <ActionDialog
          {...{ file, page, action: chosen, form: forms[chosen.event] ?? {} }}
          onClose={() => choose(null)}
          onDone={() => {
            choose(null);
            onDone();
          }}
        />
      )}
    </section>
  );
}
