import { AREAS, areas } from '../../scoring/index.ts';
import { query, setQuery } from '../router.ts';
import { may } from '../session.ts';
import { FilterChip } from '../ui/filter-chip.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { UnitSelect } from '../ui/unit-select.tsx';
import { initiativeListWords } from '../words/initiative-list.ts';
import { initiativeWords } from '../words/initiatives.ts';
import { labelOf, say } from '../words/language.ts';
import type { Initiatives } from './initiatives.api.ts';
import { STATE_NAMES } from './state-names.ts';

/** Search, unit, the six areas and the states with their counts; the address holds them. */
export function InitiativeFilters({ tally }: { tally: Initiatives['tally'] }) {
  const words = say(initiativeListWords);
  const shared = say(initiativeWords);
  const chosen = query();
  const [area, state] = [chosen.get('area') ?? '', chosen.get('state') ?? ''];
  const inState = tally.filter((each) => state === '' || each.state === state);
  const inArea = tally.filter((each) => area === '' || String(each.area) === area);
  return (
    <div class="filters" role="search" aria-label={shared.filters}>
      <SearchBox label={words.search} />
      {/* Who has no list of people picks no unit. */}
      <UnitSelect
        unit={chosen.get('unit') ?? ''}
        isOffered={may('profile.read') && may('initiative.challenge')}
        label={words.unit}
        all={words.allUnits}
      />
      <select
        aria-label={words.state}
        value={state}
        onChange={(event) => setQuery({ state: event.currentTarget.value })}
      >
        <option value="">{words.allStates}</option>
        {Object.entries(STATE_NAMES).map(([name, label]) => (
          <option key={name} value={name}>
            {`${labelOf(label)} ${filesIn(inArea.filter((each) => each.state === name))}`}
          </option>
        ))}
      </select>
      <div class="chips" role="group" aria-label={words.area}>
        <FilterChip name="area" value="" chosen={area} text={words.allAreas} count={filesIn(inState)} />
        {AREAS.map((each) => (
          <FilterChip
            name="area"
            key={each}
            value={String(each)}
            chosen={area}
            text={labelOf(areas[each])}
            count={filesIn(inState.filter((counted) => counted.area === each))}
          />
        ))}
      </div>
    </div>
  );
}

const filesIn = (tally: Initiatives['tally']): number => tally.reduce((sum, { files }) => sum + files, 0);
