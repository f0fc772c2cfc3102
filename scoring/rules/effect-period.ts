import type { Constraint, Discipline, Period } from '../bundle.ts';
import { addMonths, type Day, daysIn, dayNumber } from '../day.ts';
import type { Sentence } from '../because.ts';
import type { ParameterId, Policy } from '../policy/book.ts';
import { EFFECTS, type Effect } from '../vocabulary/constraints.ts';

/** One bar that a measure sets: it runs from `from` and `until` is the first free day. */
export interface EffectPeriod {
  readonly effect: Effect;
  readonly from: Day;
  readonly until: Day;
  readonly months: number;
  readonly discipline: Discipline;
}

interface Term {
  readonly effect: Effect;
  readonly months: number;
}

const term = (effect: Effect, parameter: ParameterId, policy: Policy): Term => ({
  effect,
  months: policy[parameter],
});

function termsOf(discipline: Discipline, policy: Policy): readonly Term[] {
  const { source, measure } = discipline;
  if (source === 'administrative') return [term('noPromotion', `effect.administrative.${measure}`, policy)];
  if (source === 'party') {
    const { effect, months } = term('noPromotion', `effect.party.${measure}`, policy);
    if (measure !== 'probation') return [{ effect, months }];
    return [{ effect, months: months + (discipline.months ?? policy['effect.party.probationLength']) }];
  }
  if (measure === 'orderedResignation')
    return [
      term('noHigher', 'effect.noHigher.orderedResignation', policy),
      term('noPost', 'effect.noPost.orderedResignation', policy),
    ];
  if (measure === 'removal' && discipline.ground === 'accountability')
    return [
      term('noHigher', 'effect.noHigher.accountableRemoval', policy),
      term('noPost', 'effect.noPost.accountableRemoval', policy),
    ];
  return [term('noPromotion', `effect.noPromotion.${measure}`, policy)];
}

export const isDiscipline = (constraint: Constraint): constraint is Discipline =>
  constraint.kind === 'discipline';

/** Every effect period that a cadre's disciplines set (影响期, scoring section 9); `policy` is that of `asOf`. */
export const effectPeriodsOf = (constraints: readonly Constraint[], policy: Policy): EffectPeriod[] =>
  constraints.filter(isDiscipline).flatMap((discipline) =>
    termsOf(discipline, policy).map(({ effect, months }) => ({
      effect,
      months,
      discipline,
      from: discipline.effectiveOn,
      until: addMonths(discipline.effectiveOn, months),
    })),
  );

/** Whether an effect period runs on a day. */
export const runsOn = (period: EffectPeriod, day: Day): boolean => period.from <= day && day < period.until;

/** The days of a period on which an effect period runs. */
export function daysRunning({ from, until }: EffectPeriod, period: Period): number {
  const begin = Math.max(dayNumber(from), dayNumber(period.from));
  const end = Math.min(dayNumber(until), dayNumber(period.from) + daysIn(period));
  return Math.max(0, end - begin);
}

export interface RunningEffect<Because = Sentence> {
  readonly effect: Effect;
  readonly until: Day;
  readonly because: Because;
}

const longer = (a: EffectPeriod, b: EffectPeriod): EffectPeriod =>
  b.until > a.until || (b.until === a.until && b.discipline.id < a.discipline.id) ? b : a;

/** Per effect, by name, the period running on `asOf` that ends last. */
export function runningEffects(periods: readonly EffectPeriod[], asOf: Day): RunningEffect[] {
  return EFFECTS.flatMap((effect) => {
    const running = periods.filter((period) => period.effect === effect && runsOn(period, asOf));
    if (running.length === 0) return [];
    const { from, until, months, discipline } = running.reduce(longer);
    const { source, measure } = discipline;
    return [
      {
        effect,
        until,
        because: ['effect.runs', effect, source, measure, from, months, until],
      },
    ];
  });
}
