import { PARAMETERS, type ParameterList } from '../policy/policy.api.ts';
import { useAsked } from '../ui/asked.ts';
import { labelOf } from '../words/language.ts';

type Value = ParameterList['items'][number]['values'][number]['value'];

/** The parameters in force; what is not known (yet) is null. */
export function useParameters() {
  const { value: list } = useAsked<ParameterList>(PARAMETERS);
  function valueOf(id: string): Value | null {
    const found = list?.items.find((item) => item.id === id);
    return found?.values[found.inForce]?.value ?? null;
  }
  return {
    number: (id: string): number | null => {
      const value = valueOf(id);
      return typeof value === 'number' ? value : null;
    },
    text: (id: string): string | null => {
      const value = valueOf(id);
      return value !== null && typeof value !== 'number' ? labelOf(value) : null;
    },
  };
}
