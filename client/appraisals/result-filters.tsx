import { query, setQuery } from '../router.ts';
import { FilterChip } from '../ui/filter-chip.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { appraisalWords } from '../words/appraisals.ts';
import { labelOf, say } from '../words/language.ts';
import type { Summary } from './appraisals.api.ts';

/** Search, unit and grade; they live in the address, so that a list can be kept and sent. */
export function ResultFilters({ summary }: { summary: Summary }) {
  const words = say(appraisalWords);
  const chosen = query();
  const grade = chosen.get('grade') ?? '';
  return (
    <div class="filters" role="search">
      <SearchBox label={words.search} />
      <select
        aria-label={words.unit}
        value={chosen.get('unit') ?? ''}
        onChange={(event) => setQuery({ unit: event.currentTarget.value })}
      >
        <option value="">{words.allUnits}</option>
        {summary.units.map(({ id, name, count }) => (
          <option key={id} value={id}>
            {words.unitOption(name, count)}
          </option>
        ))}
      </select>
      <div class="chips" role="group" aria-label={words.grade}>
        <FilterChip name="grade" value="" chosen={grade} text={words.allGrades} />
        {summary.grades.map((item) => (
          <FilterChip
            name="grade"
            key={item.grade}
            value={item.grade ?? 'none'}
            chosen={grade}
            text={item.grade === null ? words.noGrade : labelOf(item.label)}
            count={item.count}
          />
        ))}
      </div>
    </div>
  );
}
