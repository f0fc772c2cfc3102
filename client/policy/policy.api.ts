import type {
  ParameterList as ParameterListView,
  ParameterView,
} from '../../server/policy/policy.contract.ts';
import type { View } from '../api.ts';

export type Parameter = View<typeof ParameterView>;
export type ParameterValue = Parameter['values'][number];
export type ParameterList = View<typeof ParameterListView>;

export const PARAMETERS = '/api/parameters';
