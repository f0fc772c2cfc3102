import {
  type ExemptionFact,
  type Mistake,
  refusal,
  type Refusal,
  situations,
  type Unsettled,
} from '../../scoring/index.ts';
import { pointerOf, refusalsFrom, withoutRefused } from '../refusals.ts';
import { ExemptionCase } from './case.contract.ts';

export type ReadCase = { readonly mistake: Mistake } | { readonly refusals: readonly Refusal[] };

/** Facts that the situation does not ask for. */
function foreignFacts({ situation, facts }: Unsettled<Mistake>): Refusal[] {
  if (situation == null) return [];
  const asked: readonly ExemptionFact[] = situations[situation].facts;
  return Object.keys(facts ?? {})
    .filter((fact) => !asked.some((known) => known === fact))
    .map((fact) =>
      refusal(pointerOf(['facts', fact]), `${situation} 所列的事实之一`, `a fact of ${situation}`),
    );
}

/** Reads one case of interfaces.md section 4, or names every place that is wrong. */
export function readCase(raw: unknown): ReadCase {
  const parsed = ExemptionCase.safeParse(raw);
  const shape = parsed.success ? [] : refusalsFrom(parsed.error);
  const readable = parsed.success ? parsed.data : withoutRefused(raw, parsed.error);
  const isObject = typeof readable === 'object' && readable !== null;
  const refusals = isObject ? [...shape, ...foreignFacts(readable)] : shape;
  return parsed.success && refusals.length === 0 ? { mistake: parsed.data } : { refusals };
}
