// The rules in numbers, as they are in force here: built-in values with the school's own laid over them.
import type { z } from 'zod';
import { policyValuesAdopted } from '../../db/queries/operations.ts';
import type { Store } from '../../db/store.ts';
import {
  allParameters,
  builtInBook,
  clauses,
  type Day,
  type DatedValue,
  instruments,
  type Label,
  type Parameter,
  withOverrides,
} from '../../scoring/index.ts';
import type { ParameterList, ParameterView } from './policy.contract.ts';

export interface PolicyService {
  parameters(): Promise<z.infer<typeof ParameterList>>;
}

/** What a citation is called: a clause of the opinion, an article of a regulation, or a document of the school. */
function citeLabel(cite: string): Label {
  if (Object.hasOwn(clauses, cite)) return clauses[cite as keyof typeof clauses];
  const [id = '', article = ''] = cite.split('#');
  if (!Object.hasOwn(instruments, id)) return { zh: cite, en: cite };
  const { zh, en } = instruments[id as keyof typeof instruments];
  return { zh: `《${zh}》第${article}条`, en: `${en}, article ${article}` };
}

type Value = number | Label;

function viewOf(id: string, parameter: Parameter<Value, string>, on: Day): z.infer<typeof ParameterView> {
  const { title, unit, values } = parameter;
  return {
    id,
    family: id.split('.')[0]!,
    title,
    unit,
    values: values.map(({ from, value, basis, cite }: DatedValue<Value, string>) => ({
      from,
      value,
      basis,
      cite,
      citeLabel: citeLabel(cite),
    })),
    inForce: values.findLastIndex((value) => value.from <= on),
  };
}

export function policyService({ store, today }: { store: Store; today: () => Day }): PolicyService {
  return {
    async parameters() {
      const on = today();
      const book = withOverrides(builtInBook, await policyValuesAdopted(store.read, store.tables));
      const all: Readonly<Record<string, Parameter<Value, string>>> = {
        ...allParameters,
        ...book.parameters,
      };
      return { on, items: Object.entries(all).map(([id, parameter]) => viewOf(id, parameter, on)) };
    },
  };
}
