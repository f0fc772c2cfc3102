import type { Day } from '../day.ts';
import type { Label } from '../vocabulary/label.ts';
import type { Clause } from './clauses.ts';

/** Where a number comes from: a text gives it, a text leaves it to the school, or it is ours until adopted. */
export type Basis = 'stated' | 'delegated' | 'default';

export type ParameterUnit =
  | 'hundredths'
  | 'basisPoints'
  | 'months'
  | 'days'
  | 'workingDays'
  | 'years'
  | 'count'
  | 'thirds'
  | 'text';

/** One value of a parameter, in force from a day until a later value replaces it. */
export interface DatedValue<Value = number, Cite = Clause> {
  readonly from: Day;
  readonly value: Value;
  readonly basis: Basis;
  readonly cite: Cite;
}

export interface Parameter<Value = number, Cite = Clause> {
  readonly title: Label;
  readonly unit: ParameterUnit;
  readonly values: readonly DatedValue<Value, Cite>[];
}

/** A parameter from its title (zh, en), unit and values; every value carries its citation. */
export const dated = <Value>(
  [zh, en]: readonly [string, string],
  unit: ParameterUnit,
  ...values: readonly DatedValue<Value>[]
): Parameter<Value> => ({ title: { zh, en }, unit, values });

/** The day of the opinion: the first day on which anything here is in force. */
export const OPINION_DAY: Day = '2017-05-02';

/** A value of ours, until the school adopts one. */
export const ours = <Value>(value: Value, cite: Clause): DatedValue<Value> => ({
  from: OPINION_DAY,
  value,
  basis: 'default',
  cite,
});

/** A value that a text gives, from the day the text came into force. */
export const stated = <Value>(value: Value, from: Day, cite: Clause): DatedValue<Value> => ({
  from,
  value,
  basis: 'stated',
  cite,
});

/** The value in force on a day: the last one whose `from` is not later; undefined before the first. */
export const inForceOn = <Value, Cite>(
  parameter: Parameter<Value, Cite>,
  day: Day,
): DatedValue<Value, Cite> | undefined => parameter.values.findLast((value) => value.from <= day);
