import { setQuery } from '../router.ts';

/** One value of a filter that lives in the address, with how many it leaves. */
export function FilterChip(given: {
  name: string;
  value: string;
  chosen: string;
  text: string;
  count?: number;
}) {
  return (
    <button
      type="button"
      aria-pressed={given.value === given.chosen}
      onClick={() => setQuery({ [given.name]: given.value })}
    >
      {given.text} {given.count !== undefined && <span class="number">{given.count}</span>}
    </button>
  );
}
