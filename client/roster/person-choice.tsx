import './person-choice.css';
import { useState } from 'preact/hooks';
import { useAsked } from '../ui/asked.ts';
import type { InputProps } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { personChoiceWords } from '../words/person-choice.ts';
import { type CadreListItem, type CadrePage, cadres } from './roster.api.ts';

const SHOWN = 6;

/** Whom somebody typed out in full: by staff number, or by a name that only one person has. */
function meant(q: string, found: readonly CadreListItem[]): CadreListItem | undefined {
  const named = found.filter(({ name }) => name === q);
  return found.find(({ staffNo }) => staffNo === q) ?? (named.length === 1 ? named[0] : undefined);
}

const told = ({ name, unitName, postTitle, staffNo }: CadreListItem): string =>
  [name, unitName, postTitle, staffNo].filter(Boolean).join(' · ');

/**
 * One person of the roster in scope, found by name or staff number; the form gets the staff number. Whoever has no
 * list of people types the number, and the server says whether there is such a person.
 */
export function PersonChoice({ input, change }: { input: InputProps; change: string }) {
  const { name, ...rest } = input;
  const [chosen, choose] = useState<CadreListItem | null>(null);
  const [q, search] = useState('');
  const { value } = useAsked<CadrePage>(q === '' ? null : cadres(q, ''));
  const found = q === '' ? [] : (value?.items.slice(0, SHOWN) ?? []);
  const typed = chosen === null ? meant(q, value?.items ?? []) : undefined;
  return (
    <div class="person-choice">
      <input type="hidden" name={name} value={(chosen ?? typed)?.staffNo ?? q} />
      {chosen !== null && (
        <p class="chosen">
          <b>{chosen.name}</b>
          <span class="note">
            {chosen.unitName} {chosen.postTitle} · {chosen.staffNo}
          </span>
          <button type="button" class="link" onClick={() => choose(null)}>
            {change}
          </button>
        </p>
      )}
      {chosen === null && (
        <input
          {...rest}
          type="search"
          autoComplete="off"
          value={q}
          onInput={(event) => search(event.currentTarget.value.trim())}
        />
      )}
      {typed !== undefined && (
        <p class="note" role="status">
          {say(personChoiceWords).thisPerson(told(typed))}
        </p>
      )}
      {typed === undefined && found.length > 0 && (
        <ul>
          {found.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                onClick={() => {
                  choose(person);
                  search('');
                }}
              >
                {person.name}
                <span class="note">
                  {person.unitName} {person.postTitle} · {person.staffNo}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {q !== '' && value !== null && found.length === 0 && (
        <p class="note" role="status">
          {say(personChoiceWords).noMatch}
        </p>
      )}
    </div>
  );
}
