import { say } from '../words/language.ts';
import { rosterWords } from '../words/roster.ts';
import type { UnitView } from './roster.api.ts';
import { branchesOf } from './unit-branches.ts';

/** The units with the people of each branch; one is chosen to see only its people. */
export function UnitTree(given: {
  units: readonly UnitView[];
  chosen: string;
  onChoose: (unit: string) => void;
}) {
  const words = say(rosterWords);
  const branches = branchesOf(given.units);
  const all = branches
    .filter(({ depth }) => depth === 0)
    .reduce((total, { unit }) => total + unit.cadreCount, 0);
  return (
    <nav class="unit-tree card" aria-label={words.units}>
      <ul>
        <Choice
          name={words.allUnits}
          count={all}
          depth={0}
          isChosen={given.chosen === ''}
          onChoose={() => given.onChoose('')}
        />
        {branches.map(({ unit, depth }) => (
          <Choice
            key={unit.id}
            name={unit.name}
            count={unit.cadreCount}
            depth={depth}
            isChosen={unit.id === given.chosen}
            onChoose={() => given.onChoose(unit.id)}
          />
        ))}
      </ul>
    </nav>
  );
}

const DEEPEST = 4;

const Choice = (given: {
  name: string;
  count: number;
  depth: number;
  isChosen: boolean;
  onChoose: () => void;
}) => (
  <li>
    <button
      type="button"
      class={`unit-choice depth-${Math.min(given.depth, DEEPEST)}`}
      aria-pressed={given.isChosen}
      onClick={given.onChoose}
    >
      <span>{given.name}</span>
      <span class="number note">{given.count}</span>
    </button>
  </li>
);
