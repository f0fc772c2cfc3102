import { z } from 'zod';
import { Bilingual, DayText } from '../http/shared.contract.ts';

const Value = z.strictObject({
  from: DayText,
  value: z.union([z.number(), Bilingual]),
  basis: z.enum(['stated', 'delegated', 'default']),
  cite: z.string(),
  citeLabel: Bilingual,
});
/** Every parameter with all its values, the one in force marked by `inForce`. */
export const ParameterView = z.strictObject({
  id: z.string(),
  family: z.string(),
  title: Bilingual,
  unit: z.string(),
  values: z.array(Value),
  inForce: z.int(),
});
export const ParameterList = z.strictObject({ on: DayText, items: z.array(ParameterView) });
