import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { YearList } from '../../server/appraisals/appraisals.contract.ts';
import type { View } from '../api.ts';
import { may } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Answer } from '../ui/states.tsx';
import { say } from '../words/language.ts';
import { importWords } from '../words/imports.ts';

/** The year that figures belong to: the newest open one unless another is chosen. */
export function WithYear(given: {
  children: (year: number, choice: ComponentChildren) => ComponentChildren;
}) {
  const [chosen, choose] = useState<number | null>(null);
  const years = useAsked<View<typeof YearList>>('/api/years');
  return (
    <Answer of={years}>
      {({ items }) => {
        const open = items.filter(({ state }) => state === 'open').map(({ year }) => year);
        const year = chosen ?? open.sort((a, b) => b - a)[0];
        if (year === undefined) return <NoOpenYear />;
        return given.children(year, <YearChoice years={open} year={year} onChoose={choose} />);
      }}
    </Answer>
  );
}

function YearChoice(given: { years: readonly number[]; year: number; onChoose: (year: number) => void }) {
  const id = useId();
  return (
    <p class="year-choice">
      <label for={id}>{say(importWords).year}</label>
      <select
        id={id}
        value={String(given.year)}
        onChange={(event) => given.onChoose(Number(event.currentTarget.value))}
      >
        {given.years.map((year) => (
          <option key={year} value={String(year)}>
            {year}
          </option>
        ))}
      </select>
    </p>
  );
}

function NoOpenYear() {
  const words = say(importWords);
  return (
    <div class="notice warn">
      {words.noOpenYear}
      {may('appraisal.round.open') && (
        <span class="actions">
          <a class="button" href="/years/new">
            {words.openYear}
          </a>
        </span>
      )}
    </div>
  );
}
