import {
  exemptionFacts,
  gateTests,
  type SituationCode,
  situations,
  type Situation,
} from '../../scoring/index.ts';
import { claimWords } from '../words/exemption-claim.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';

/** What a situation wants proven, beside what is asked of every one; the core first, without which nothing is open. */
export function factsAsked(code: SituationCode): string[] {
  const words = say(claimWords);
  const terms = say(exemptionTerms);
  const { facts, core, barredBySeriousConsequence }: Situation = situations[code];
  const told = facts.map((fact) => {
    const label = labelOf(exemptionFacts[fact]);
    return core.includes(fact) ? terms.coreFact(label) : label;
  });
  return barredBySeriousConsequence ? [...told, words.without(labelOf(gateTests.seriousConsequence))] : told;
}
