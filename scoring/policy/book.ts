import type { Day } from '../day.ts';
import { sha256 } from '../fingerprint.ts';
import type { Label } from '../vocabulary/label.ts';
import { inForceOn, OPINION_DAY, type Parameter } from './dated.ts';
import { annual } from './parameters/annual.ts';
import { ballots } from './parameters/ballots.ts';
import { effectMonths } from './parameters/effects.ts';
import { inaction, severityCriteria } from './parameters/inaction.ts';
import { initiative } from './parameters/initiative.ts';
import { rotation, sensitivePosts } from './parameters/rotation.ts';
import { timeLimits } from './parameters/time-limits.ts';
import { upAndDown } from './parameters/up-and-down.ts';

/** Every number that a rule reads, by id. */
export const parameters = {
  ...inaction,
  ...initiative,
  ...ballots,
  ...annual,
  ...rotation,
  ...upAndDown,
  ...effectMonths,
} as const satisfies Record<string, Parameter>;

/** What people choose by: words, not numbers; no rule computes with them. */
export const criteria = { ...severityCriteria, ...sensitivePosts } as const satisfies Record<
  string,
  Parameter<Label>
>;

/** How long due process waits for whom. */
export { timeLimits };
export type TimeLimitId = keyof typeof timeLimits;

/** Every parameter there is, as lists show them. */
export const allParameters: Readonly<Record<string, Parameter<number | Label>>> = {
  ...parameters,
  ...criteria,
  ...timeLimits,
};

/** A time limit's value in force on a day: so many working days, days or months. */
export function timeLimitOn(id: TimeLimitId, day: Day): { value: number; unit: TimeUnit } {
  const { unit } = timeLimits[id];
  const { value } = inForceOn<number, string>(timeLimits[id], day)!;
  return { value, unit: unit as TimeUnit };
}
export type TimeUnit = 'workingDays' | 'days' | 'months';

export type ParameterId = keyof typeof parameters;
export const PARAMETERS = Object.keys(parameters) as readonly ParameterId[];

/** A family's parameter ids by code, for rules to look up at every record instead of putting them together. */
export const idsBy = <Family extends string, Code extends string>(family: Family, codes: readonly Code[]) =>
  Object.fromEntries(codes.map((code) => [code, `${family}.${code}`])) as Readonly<
    Record<Code, `${Family}.${Code}`>
  >;

export const isParameter = (id: string): id is ParameterId => Object.hasOwn(parameters, id);

/** A school's own value: a document of the school is its citation. */
export interface Override {
  readonly parameter: ParameterId;
  readonly from: Day;
  readonly value: number;
  readonly cite: string;
}

/** All parameters with all their values; `id` names the text the school adopted. */
export interface PolicyBook {
  readonly id: string;
  readonly parameters: Readonly<Record<ParameterId, Parameter<number, string>>>;
}

/** The values in force on one day. */
export type Policy = Readonly<Record<ParameterId, number>>;

/** The book as it ships: the opinion of 2017 and the regulations it stands on. */
export const builtInBook: PolicyBook = { id: 'opinion-2017', parameters };

/** The book with a school's dated values added; of two values from the same day the added one holds. */
export function withOverrides(book: PolicyBook, overrides: readonly Override[]): PolicyBook {
  if (overrides.length === 0) return book;
  const merged: Record<ParameterId, Parameter<number, string>> = { ...book.parameters };
  for (const { parameter, from, value, cite } of overrides) {
    const before = merged[parameter];
    const values = [...before.values, { from, value, cite, basis: 'delegated' as const }];
    merged[parameter] = {
      ...before,
      values: values.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    };
  }
  return { ...book, parameters: merged };
}

/** The first day on which every parameter has a value. */
export const FIRST_DAY: Day = OPINION_DAY;

/** Remembers answers by book and days: an evaluation asks for few days, and asks again for every bundle. */
function remembered<Answer>(answer: (book: PolicyBook, days: readonly Day[]) => Answer) {
  const known = new WeakMap<PolicyBook, Map<string, Answer>>();
  return (book: PolicyBook, ...days: readonly Day[]): Answer => {
    const ofBook = known.get(book) ?? new Map<string, Answer>();
    known.set(book, ofBook);
    const key = days.join(' ');
    const found = ofBook.get(key) ?? answer(book, days);
    ofBook.set(key, found);
    return found;
  };
}

const valuesOn = (book: PolicyBook, day: Day) => PARAMETERS.map((id) => inForceOn(book.parameters[id], day)!);

/** The values in force on a day, not before `FIRST_DAY`. */
export const policyOn: (book: PolicyBook, day: Day) => Policy = remembered((book, [day]) => {
  const values = valuesOn(book, day!);
  return Object.fromEntries(PARAMETERS.map((id, index) => [id, values[index]!.value])) as Policy;
});

/** Which policy a result stands on: `version` is the youngest value's first day, `hash` covers all values in force. */
export interface PolicyStamp {
  readonly id: string;
  readonly version: Day;
  readonly hash: string;
}

/** The stamp of the values in force on the days a result reads; later values leave it as it is. */
export const stampOf: (book: PolicyBook, ...days: readonly Day[]) => PolicyStamp = remembered(
  (book, days) => {
    const held = days.map((day) => valuesOn(book, day));
    const version = held.flat().reduce((latest, { from }) => (from > latest ? from : latest), FIRST_DAY);
    const texts = held.map((values) =>
      values.map(({ from, value, basis, cite }, index) => [PARAMETERS[index], from, value, basis, cite]),
    );
    return { id: book.id, version, hash: sha256(JSON.stringify(texts)) };
  },
);
