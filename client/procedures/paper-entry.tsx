import { useState } from 'preact/hooks';
import { may, session } from '../session.ts';
import { later } from '../ui/later.tsx';
import { say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import type { EventForm } from './event-form.ts';
import type { FileShown } from './file.api.ts';

const PaperDialog = later(async () => (await import('./paper-dialog.tsx')).PaperDialog);

interface Given {
  readonly file: FileShown;
  readonly forms: Readonly<Record<string, EventForm>>;
  /** What may come on paper in this kind of file. */
  readonly events: readonly string[];
  readonly onDone: () => void;
}

/** 代录: HR types in what the person handed in on paper; a second person compares it with the scan. */
export function PaperEntry({ file, forms, events, onDone }: Given) {
  const words = say(procedureWords);
  const [isOpen, open] = useState(false);
  const [chosen, choose] = useState<string | null>(null);
  const isWaiting = (name: string) => file.pending.some(({ event }) => event === name);
  const actions = file.actions.filter(({ event }) => events.includes(event) && !isWaiting(event));
  const action = actions.find(({ event }) => event === chosen) ?? actions[0];
  const isOwn = file.person !== null && file.person.cadreId === session.value?.cadreId;
  if (action === undefined || isOwn || !may('profile.update') || file.recused !== null) return null;
  const form = forms[action.event] ?? {};
  return (
    <section>
      <h2>{words.paper}</h2>
      {file.evidence.length === 0 && <p class="note">{words.paperNeedsScan}</p>}
      {file.evidence.length > 0 && (
        <p class="actions">
          <button type="button" onClick={() => open(true)}>
            {words.paper}
          </button>
        </p>
      )}
      {isOpen && (
        <PaperDialog
          {...{ file, form, actions, action, choose }}
          onClose={() => open(false)}
          onDone={() => {
            open(false);
            onDone();
          }}
        />
      )}
    </section>
  );
}
