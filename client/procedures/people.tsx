import { useState } from 'preact/hooks';
import { instant } from '../numbers.ts';
import { later } from '../ui/later.tsx';
import { say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import { dutyName } from './duty-name.ts';
import type { Assignment, FileShown } from './file.api.ts';
import { nameOf } from './person-name.ts';

const AssignDialog = later(async () => (await import('./assign-dialogs.tsx')).AssignDialog);
const EndDialog = later(async () => (await import('./assign-dialogs.tsx')).EndDialog);

interface Chosen {
  readonly deed: 'assign' | 'end';
  readonly of: Assignment | null;
}

/** Who is named in a file; whoever stands back or is away is replaced, and the list keeps it. */
export function People({ file, onDone }: { file: FileShown; onDone: () => void }) {
  const words = say(procedureWords);
  const [chosen, choose] = useState<Chosen | null>(null);
  if (file.assignments.length === 0 && !file.mayAssign) return null;
  const given = {
    fileId: file.id,
    onClose: () => choose(null),
    onDone: () => {
      choose(null);
      onDone();
    },
  };
  return (
    <section>
      <h2>{words.people}</h2>
      {file.assignments.length === 0 && file.needs.length === 0 && <p class="note">{words.nobodyNamed}</p>}
      {file.assignments.length > 0 && (
        <ul class="file-list card">
          {file.assignments.map((each) => (
            <li key={each.id}>
              <b>{nameOf(each.person)}</b> <span class="note">{told(each)}</span>
              {file.mayAssign && each.endedAt === null && (
                <p class="actions">
                  <button type="button" onClick={() => choose({ deed: 'assign', of: each })}>
                    {words.replace}
                  </button>
                  <button type="button" onClick={() => choose({ deed: 'end', of: each })}>
                    {words.end}
                  </button>
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {file.mayAssign && (
        <p class="actions">
          <button type="button" onClick={() => choose({ deed: 'assign', of: null })}>
            {words.assign}
          </button>
        </p>
      )}
      {chosen?.deed === 'assign' && <AssignDialog {...given} replaced={chosen.of} />}
      {chosen?.deed === 'end' && chosen.of && <EndDialog {...given} assignment={chosen.of} />}
    </section>
  );
}

function told({ principal, reason, replaces, endedAt }: Assignment): string {
  const words = say(procedureWords);
  return [
    dutyName(principal),
    reason,
    replaces === null ? '' : words.standsIn(nameOf(replaces)),
    endedAt === null ? '' : words.endedOn(instant(endedAt).slice(0, 10)),
  ]
    .filter(Boolean)
    .join(' · ');
}
