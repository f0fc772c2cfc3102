import { useState } from 'preact/hooks';
import { withQuery } from '../paths.ts';
import type { Pilots } from '../pilots/pilots.api.ts';
import { useAsked } from '../ui/asked.ts';
import type { InputProps } from '../ui/form.tsx';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { say } from '../words/language.ts';

interface Known {
  readonly id: string;
  readonly title: string;
}

/** A pilot that was registered and whose term holds the day; '' = none. Stands inside a `Field`. */
export function PilotChoice({ input, on, chosen }: { input: InputProps; on: string; chosen: Known | null }) {
  const terms = say(exemptionTerms);
  const [q, search] = useState('');
  const [id, choose] = useState(chosen?.id ?? '');
  const found = useAsked<Pilots>(withQuery('/api/pilots', { on, q, limit: 30 }));
  const items: readonly Known[] = found.value?.items ?? [];
  const isMissing = chosen !== null && !items.some((pilot) => pilot.id === chosen.id);
  const offered = isMissing ? [chosen, ...items] : items;
  return (
    <>
      <input
        type="search"
        value={q}
        maxLength={60}
        aria-label={terms.pilotSearch}
        placeholder={terms.pilotSearch}
        onInput={(event) => search(event.currentTarget.value)}
        // Enter looks for it; it does not send the form around it.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <select {...input} class="below" value={id} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{terms.noPilot}</option>
        {offered.map((pilot) => (
          <option key={pilot.id} value={pilot.id} selected={pilot.id === id}>
            {pilot.title}
          </option>
        ))}
      </select>
      {found.value !== null && items.length === 0 && (
        <p class="note" role="status">
          {terms.noPilots(on)}
        </p>
      )}
    </>
  );
}
