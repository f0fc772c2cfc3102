import { useState } from 'preact/hooks';
import { later } from '../ui/later.tsx';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import { shellWords } from '../words/shell.ts';
import type { FileShown, Need } from './file.api.ts';
import { dutyName } from './duty-name.ts';

const NameDialog = later(async () => (await import('./name-dialog.tsx')).NameDialog);

interface Given {
  readonly file: FileShown;
  readonly onDone: () => void;
}

/** What the next step waits for: nobody is named who may do it. Whoever names people does so here. */
export function NextOfficer({ file, onDone }: Given) {
  const words = say(procedureWords);
  const [chosen, choose] = useState<Need | null>(null);
  if (file.needs.length === 0) return null;
  return (
    <>
      {file.needs.map((need) => (
        <p class="notice warn no-print" key={need.event}>
          <span>{words.needs(labelOf(need.label), oneOf(need.principals.map(dutyName)), need.missing)}</span>
          {file.mayAssign && (
            <span class="actions">
              <button type="button" onClick={() => choose(need)}>
                {words.assign}
              </button>
            </span>
          )}
        </p>
      ))}
      {chosen !== null && (
        <NameDialog
          {...{ file, need: chosen }}
          onClose={() => choose(null)}
          onDone={() => {
            choose(null);
            onDone();
          }}
        />
      )}
    </>
  );
}

/** “a, b or c”. */
function oneOf(names: readonly string[]): string {
  const { or } = say(procedureWords);
  const { and: listed } = say(shellWords);
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : names.slice(0, -1).join(listed) + or + last;
}
