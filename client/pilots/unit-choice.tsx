import type { UnitList } from '../../server/cadres/cadres.contract.ts';
import type { View } from '../api.ts';
import { useAsked } from '../ui/asked.ts';
import type { InputProps } from '../ui/form.tsx';

export type Units = View<typeof UnitList>;

/** The units that whoever asks answers for. */
export function UnitChoice({ input, chosen }: { input: InputProps; chosen: string | undefined }) {
  const units = useAsked<Units>('/api/units');
  return (
    <select {...input} key={String(units.value !== null)} defaultValue={chosen}>
      {units.value?.items.map(({ id, name }) => (
        <option key={id} value={id} selected={id === chosen}>
          {name}
        </option>
      ))}
    </select>
  );
}
