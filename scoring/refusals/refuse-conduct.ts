// Conduct: the records of a fact belong together, a condition fits its behaviour.
import type { Bundle, Inaction, Initiative } from '../bundle.ts';
import { yearOf } from '../day.ts';
import { areaOfBehaviour, behaviours } from '../vocabulary/behaviours.ts';
import { placed, refusal, type Refusal, type Unsettled } from './refusal.ts';

type Given = Unsettled<Bundle>;
type Refusals = Generator<Refusal>;

/** What all records of a fact must share within one ledger of one cadre. */
function factTraits(
  record: Unsettled<Inaction> | Unsettled<Initiative>,
): readonly (string | number)[] | null {
  const day = record.countsOn ?? record.occurredOn;
  if (day == null) return null;
  if (record.kind === 'inaction')
    return record.code == null ? null : [yearOf(day), areaOfBehaviour(record.code)];
  if (record.kind !== 'initiative' || record.area == null || record.quality == null) return null;
  return [yearOf(day), record.area, record.quality];
}

export function* coherentFacts({ cadres }: Given): Refusals {
  for (const [place, cadre] of placed('/cadres', cadres)) {
    const facts = new Map<string, { at: string; traits: string }>();
    for (const [at, record] of placed(`${place}/conduct`, cadre.conduct)) {
      const traits = factTraits(record)?.join(' ');
      if (record.factId == null || traits === undefined) continue;
      const key = `${record.kind} ${record.factId}`;
      const first = facts.get(key);
      if (!first) facts.set(key, { at, traits });
      else if (first.traits !== traits)
        yield refusal(
          `${at}/factId`,
          `同一方面、同一品质、同一计分年份的事实，与 ${first.at} 不一致`,
          `one area, quality and year for a fact; ${first.at} differs`,
        );
    }
  }
}

export function* fittingConditions({ cadres }: Given): Refusals {
  for (const [place, cadre] of placed('/cadres', cadres))
    for (const [at, record] of placed(`${place}/conduct`, cadre.conduct)) {
      if (record.kind !== 'inaction' || record.code == null) continue;
      const fitting: readonly string[] = behaviours[record.code].conditions;
      for (const [point, condition] of placed(`${at}/conditions`, record.conditions))
        if (!fitting.includes(condition))
          yield refusal(point, `${record.code} 所附的条件`, `a condition of ${record.code}`);
    }
}
