import { AREAS, areas } from '../../scoring/index.ts';
import type { Units } from '../pilots/unit-choice.tsx';
import { query, setQuery } from '../router.ts';
import { may } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { SearchBox } from '../ui/search-box.tsx';
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
      <UnitSelect unit={chosen.get('unit') ?? ''} />
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
        <Chip value="" chosen={area} text={words.allAreas} count={filesIn(inState)} />
        {AREAS.map((each) => (
          <Chip
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

function Chip(given: { value: string; chosen: string; text: string; count: number }) {
  return (
    <button
      type="button"
      aria-pressed={given.value === given.chosen}
      onClick={() => setQuery({ area: given.value })}
    >
      {given.text} <span class="number">{given.count}</span>
    </button>
  );
}

function UnitSelect({ unit }: { unit: string }) {
  const words = say(initiativeListWords);
  // Who has no list of people picks no unit.
  const units = useAsked<Units>(may('profile.read') && may('initiative.challenge') ? '/api/units' : null);
  if (units.value === null) return null;
  return (
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
  );
}
