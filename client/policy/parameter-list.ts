// Which parameters are shown, and under which heading.
import type { Parameter } from './policy.api.ts';

export type Basis = Parameter['values'][number]['basis'];
export const BASES: readonly Basis[] = ['stated', 'delegated', 'default'];

export interface ParameterFamily {
  readonly family: Family;
  readonly parameters: readonly Parameter[];
}

export type Family =
  | 'inaction'
  | 'initiative'
  | 'ballot'
  | 'annual'
  | 'ceiling'
  | 'constraint'
  | 'quota'
  | 'rotation'
  | 'qualify'
  | 'upAndDown'
  | 'effect'
  | 'limit'
  | 'other';

const HEADINGS: Readonly<Record<string, Family>> = {
  inaction: 'inaction',
  initiative: 'initiative',
  ballot: 'ballot',
  annual: 'annual',
  ceiling: 'ceiling',
  constraint: 'constraint',
  quota: 'quota',
  rotation: 'rotation',
  qualify: 'qualify',
  promoteFirst: 'upAndDown',
  review: 'upAndDown',
  talk: 'upAndDown',
  effect: 'effect',
  limit: 'limit',
};

/** The heading a parameter stands under: by the first part of its id. */
export const familyOf = ({ id }: Pick<Parameter, 'id'>): Family => HEADINGS[id.split('.')[0]!] ?? 'other';

/** The value that holds today. */
export const valueInForce = ({ values, inForce }: Parameter): Parameter['values'][number] => values[inForce]!;

const textOf = (parameter: Parameter): string =>
  [
    parameter.id,
    parameter.title.zh,
    parameter.title.en,
    ...parameter.values.flatMap(({ cite, citeLabel }) => [cite, citeLabel.zh, citeLabel.en]),
  ]
    .join('\n')
    .toLowerCase();

/** Those whose title, id or citation holds the text and whose value in force has the basis. */
export function parametersMatching(
  parameters: readonly Parameter[],
  text: string,
  basis: Basis | null,
): readonly Parameter[] {
  const wanted = text.trim().toLowerCase();
  return parameters.filter(
    (parameter) =>
      (basis === null || valueInForce(parameter).basis === basis) && textOf(parameter).includes(wanted),
  );
}

/** The parameters under their headings, in the order of the policy book. */
export function inFamilies(parameters: readonly Parameter[]): readonly ParameterFamily[] {
  const families = new Map<Family, Parameter[]>();
  for (const parameter of parameters) {
    const family = familyOf(parameter);
    families.set(family, [...(families.get(family) ?? []), parameter]);
  }
  return [...families].map(([family, members]) => ({ family, parameters: members }));
}
