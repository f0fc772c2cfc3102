import { setQuery } from '../router.ts';
import { may } from '../session.ts';
import { SearchBox } from '../ui/search-box.tsx';
import { UnitSelect } from '../ui/unit-select.tsx';
import { say } from '../words/language.ts';
import { pilotWords } from '../words/pilots.ts';

const STATES = ['draft', 'submitted', 'registered', 'closed', 'refused'] as const;

/** Search by words, unit and state; the address holds them, so that a found list can be shared. */
export function PilotFilters({ unit, state }: { unit: string; state: string }) {
  const words = say(pilotWords);
  return (
    <div class="filters">
      <SearchBox label={words.search} />
      {/* Who may read no roster picks no unit: the words still find it. */}
      <UnitSelect
        unit={unit}
        isOffered={may('profile.read') && may('pilot.submit')}
        label={words.unit}
        all={words.allUnits}
      />
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
