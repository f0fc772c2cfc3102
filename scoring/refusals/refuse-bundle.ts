import type { Appointment, Bundle, Cadre, Constraint } from '../bundle.ts';
import type { Day } from '../day.ts';
import { WHOLE } from '../points.ts';
import { FIRST_DAY, isParameter, parameters } from '../policy/book.ts';
import { type Measure, templates } from '../vocabulary/measures.ts';
import { coherentFacts, fittingConditions } from './refuse-conduct.ts';
import { overAllotted } from './refuse-quota.ts';
import { knownReferences, plainMergers, uniqueIds } from './refuse-references.ts';
import { placed, refusal, type Refusal, type Unsettled } from './refusal.ts';

type Given = Unsettled<Bundle>;
type GivenCadre = Unsettled<Cadre>;
type Refusals = Generator<Refusal>;

function* inOrder(place: string, from: Day | null | undefined, to: Day | null | undefined): Refusals {
  if (from != null && to != null && to < from)
    yield refusal(place, `不早于 ${from} 的日期`, `a day not before ${from}`);
}

function* forwardSpans({ period, cadres }: Given): Refusals {
  yield* inOrder('/period/to', period?.from, period?.to);
  for (const [place, cadre] of placed('/cadres', cadres)) {
    for (const [at, { from, to }] of placed<Unsettled<Appointment>>(
      `${place}/appointments`,
      cadre.appointments,
    ))
      yield* inOrder(`${at}/to`, from, to);
    for (const [at, fact] of placed<Unsettled<Constraint>>(`${place}/constraints`, cadre.constraints)) {
      if (fact.kind === 'leave' || fact.kind === 'recruitProbation')
        yield* inOrder(`${at}/to`, fact.from, fact.to);
      if (fact.kind === 'investigation') yield* inOrder(`${at}/closedOn`, fact.openedOn, fact.closedOn);
    }
  }
}

function* fittingMeasures({ cadres }: Given): Refusals {
  for (const [place, { template, measures }] of placed<GivenCadre>('/cadres', cadres)) {
    if (template == null) continue;
    const fitting: readonly Measure[] = templates[template].measures;
    for (const measure of Object.keys(measures ?? {}) as Measure[])
      if (!fitting.includes(measure))
        yield refusal(
          `${place}/measures/${measure}`,
          `空缺：“${templates[template].zh}”没有这一项`,
          `nothing: ${template} has no such measure`,
        );
  }
}

function* governedDays({ asOf, period }: Given): Refusals {
  for (const [place, day] of [
    ['/period/to', period?.to],
    ['/asOf', asOf],
  ] as const)
    if (day != null && day < FIRST_DAY)
      yield refusal(
        place,
        `${FIRST_DAY} 起的日期，此前没有现行参数`,
        `a day from ${FIRST_DAY} on, when parameters exist`,
      );
}

/** A school's values: of known parameters, in their unit's range, one a day. */
function* fittingOverrides({ policy }: Given): Refusals {
  const dated = new Map<string, string>();
  for (const [place, override] of placed('/policy/overrides', policy?.overrides)) {
    const { parameter, from, value } = override;
    if (parameter == null) continue;
    if (!isParameter(parameter))
      yield refusal(
        `${place}/parameter`,
        `参数的编号，没有“${String(parameter)}”`,
        `the id of a parameter; there is no “${String(parameter)}”`,
      );
    else if (value != null && value > WHOLE && parameters[parameter].unit === 'basisPoints')
      yield refusal(`${place}/value`, '0 至 10000 的整数（基点）', 'basis points, 0 to 10000');
    if (from == null) continue;
    const key = `${parameter} ${from}`;
    const before = dated.get(key);
    if (before !== undefined)
      yield refusal(
        `${place}/from`,
        `另一个日期，${before} 已有同一参数同日的值`,
        `another day than ${before}`,
      );
    dated.set(key, place);
  }
}

/** Everything that makes the parts of a bundle contradict each other, in one visible list. */
const checks = [
  uniqueIds,
  knownReferences,
  plainMergers,
  forwardSpans,
  coherentFacts,
  fittingConditions,
  fittingMeasures,
  governedDays,
  fittingOverrides,
  overAllotted,
] as const;

/** All contradictions within a bundle, whatever else of it could be read (interfaces.md section 2). */
export const contradictionsIn = (bundle: Given): Refusal[] => checks.flatMap((check) => [...check(bundle)]);
