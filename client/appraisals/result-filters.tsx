import { useEffect, useRef } from 'preact/hooks';
import { query, setQuery } from '../router.ts';
import { appraisalWords } from '../words/appraisals.ts';
import { labelOf, say } from '../words/language.ts';
import type { Summary } from './appraisals.api.ts';

const PAUSE_MS = 200;

/** Search, unit and grade; they live in the address, so that a list can be kept and sent. */
export function ResultFilters({ summary }: { summary: Summary }) {
  const words = say(appraisalWords);
  const chosen = query();
  const grade = chosen.get('grade') ?? '';
  return (
    <div class="filters" role="search">
      <SearchBox />
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
        <Chip value="" chosen={grade} text={words.allGrades} />
        {summary.grades.map((item) => (
          <Chip
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

function Chip(given: { value: string; chosen: string; text: string; count?: number }) {
  return (
    <button
      type="button"
      aria-pressed={given.value === given.chosen}
      onClick={() => setQuery({ grade: given.value })}
    >
      {given.text} {given.count !== undefined && <span class="number">{given.count}</span>}
    </button>
  );
}

/** Searches while one types, once the fingers rest. */
function SearchBox() {
  const words = say(appraisalWords);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  const asked = query().get('q') ?? '';
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    // Cleared from elsewhere: the box follows, but never while somebody types in it.
    if (input.current !== null && input.current !== document.activeElement) input.current.value = asked;
  }, [asked]);
  return (
    <input
      ref={input}
      type="search"
      aria-label={words.search}
      aria-keyshortcuts="/"
      placeholder={words.search}
      defaultValue={asked}
      onInput={({ currentTarget: { value } }) => {
        clearTimeout(timer.current);
        timer.current = window.setTimeout(() => setQuery({ q: value.trim() }), PAUSE_MS);
      }}
    />
  );
}
