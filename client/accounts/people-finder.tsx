import { useId, useState } from 'preact/hooks';
import { cadres, type CadrePage } from '../roster/roster.api.ts';
import { useAsked } from '../ui/asked.ts';
import { say } from '../words/language.ts';
import { accountWords } from '../words/accounts.ts';

const SHOWN = 6;

/** Finds people in the roster by name; picking one gives the staff number. */
export function PeopleFinder({ onPick }: { onPick: (staffNo: string) => void }) {
  const words = say(accountWords);
  const id = useId();
  const [q, search] = useState('');
  const { value } = useAsked<CadrePage>(q === '' ? null : cadres(q, ''));
  const found = q === '' ? [] : (value?.items.slice(0, SHOWN) ?? []);
  return (
    <div class="people-finder">
      <label for={id}>{words.find}</label>
      <input id={id} type="search" value={q} onInput={(event) => search(event.currentTarget.value.trim())} />
      {found.length > 0 && (
        <ul>
          {found.map(({ id, name, staffNo, unitName, postTitle }) => (
            <li key={id}>
              <button
                type="button"
                onClick={() => {
                  onPick(staffNo);
                  search('');
                }}
              >
                {words.addOne(name)}
                <span class="note">
                  {unitName} {postTitle} · {staffNo}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
