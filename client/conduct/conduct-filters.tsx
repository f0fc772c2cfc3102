import { query, setQuery } from '../router.ts';
import { holds } from '../session.ts';
import { FilterChip } from '../ui/filter-chip.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { conductWords, stageLabel } from '../words/conduct.ts';
import { labelOf, say } from '../words/language.ts';
import type { Records } from './conduct.api.ts';

/** Search, state, and the six areas with their counts; the address holds what is chosen. */
export function ConductFilters({ found }: { found: Records | null }) {
  const words = say(conductWords);
  const chosen = query();
  const [area, stage] = [chosen.get('area') ?? '', chosen.get('stage') ?? ''];
  const stages = found?.stages ?? [];
  const areas = found?.areas ?? [];
  const masked = found?.masked ?? 0;
  const isToName = chosen.get('naming') === 'open';
  return (
    <div class="filters" role="search" aria-label={words.title}>
      <SearchBox label={words.search} />
      <select
        aria-label={words.stage}
        value={stage}
        onChange={(event) => setQuery({ stage: event.currentTarget.value, state: null })}
      >
        <option value="">{words.allStages}</option>
        {stages.map((each) => (
          <option key={each.stage} value={each.stage}>
            {`${labelOf(stageLabel(each.stage))} ${each.files}`}
          </option>
        ))}
      </select>
      {holds('hr_head') && (
        <div class="chips">
          <button
            type="button"
            aria-pressed={isToName}
            onClick={() => setQuery({ naming: isToName ? null : 'open' })}
          >
            {words.toName}
          </button>
        </div>
      )}
      <div class="chips" role="group" aria-label={words.areas}>
        <FilterChip name="area" value="" chosen={area} text={words.allAreas} count={total(areas) + masked} />
        {areas.map((each) => (
          <FilterChip
            name="area"
            key={each.area}
            value={String(each.area)}
            chosen={area}
            text={labelOf(each.label)}
            count={each.files}
          />
        ))}
      </div>
      {masked > 0 && <p class="note">{words.masked(masked)}</p>}
    </div>
  );
}

const total = (areas: Records['areas']): number => areas.reduce((sum, { files }) => sum + files, 0);
