import { signal } from '@preact/signals';
import type { ParameterList } from '../../server/policy/policy.contract.ts';
import { ask, type View } from '../api.ts';
import { ProblemError } from '../problem.ts';
import type { ParameterInForce } from '../ui/reason.tsx';

type Parameters = View<typeof ParameterList>['items'];

const known = signal<Parameters | null>(null);
let isAsked = false;

/** Fetches the parameters once, for reasons that the record itself does not carry. */
export async function learnPolicy(): Promise<void> {
  if (isAsked) return;
  isAsked = true;
  try {
    known.value = (await ask<View<typeof ParameterList>>('/api/parameters')).items;
  } catch (error) {
    // The page shows its numbers without them; the panel then only has the sentence.
    if (!(error instanceof ProblemError)) throw error;
    isAsked = false;
  }
}

/** Those of the parameters, with the value in force on a day; text ones are left out. */
export function parametersOn(day: string, ids: readonly string[]): ParameterInForce[] {
  const items = known.value ?? [];
  return ids.flatMap((id) => {
    const parameter = items.find((item) => item.id === id);
    const begun = parameter?.values.filter(({ from }) => from <= day) ?? [];
    const inForce = begun[begun.length - 1];
    if (!parameter || !inForce || typeof inForce.value !== 'number') return [];
    const { title, unit } = parameter;
    return [{ ...inForce, value: inForce.value, id, title, unit }];
  });
}
