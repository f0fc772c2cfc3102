import type { Units } from '../pilots/unit-choice.tsx';
import { setQuery } from '../router.ts';
import { useAsked } from './asked.ts';

/** A filter by unit, kept in the address; whoever has no list of units sees none. */
export function UnitSelect(given: { unit: string; isOffered: boolean; label: string; all: string }) {
  const units = useAsked<Units>(given.isOffered ? '/api/units' : null);
  if (units.value === null) return null;
  return (
    <select
      aria-label={given.label}
      value={given.unit}
      onChange={(event) => setQuery({ unit: event.currentTarget.value })}
    >
      <option value="">{given.all}</option>
      {units.value.items.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
