import { setQuery } from '../router.ts';
import { may } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { say } from '../words/language.ts';
import { pilotWords } from '../words/pilots.ts';
import type { Units } from './unit-choice.tsx';

const STATES = ['draft', 'submitted', 'registered', 'closed', 'refused'] as const;

/** Search by words, unit and state; the address holds them, so that a found list can be shared. */
export function PilotFilters({ q, unit, state }: { q: string; unit: string; state: string }) {
  const words = say(pilotWords);
  // Who may read no roster picks no unit: the words still find it.
  const units = useAsked<Units>(may('profile.read') && may('pilot.submit') ? '/api/units' : null);
  return (
    <div class="filters">
      <input
        type="search"
        value={q}
        aria-label={words.search}
        placeholder={words.search}
        onInput={(event) => setQuery({ q: event.currentTarget.value })}
      />
      {units.value !== null && (
        <select
          aria-label={words.unit}
          value={unit}
          onChange={(event) => setQuery({ unit: event.currentTarget.value })}
        >
          <option value="">{words.allUnits}</option>
          {units.value.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <select
        aria-label={words.state}
        value={state}
        onChange={(event) => setQuery({ state: event.currentTarget.value })}
      >
        <option value="">{words.allStates}</option>
        {STATES.map((each) => (
          <option key={each} value={each}>
            {words[each]}
          </option>
        ))}
      </select>
    </div>
  );
}
