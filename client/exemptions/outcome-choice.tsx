import { EXEMPTION_OUTCOMES, exemptionOutcomes } from '../../scoring/index.ts';
import type { InputProps } from '../ui/form.tsx';
import { stepWords } from '../words/exemption-steps.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';
import type { Facts } from './exemptions.api.ts';
import { RadioChoice } from './radio-choice.tsx';

/** The outcomes: those the facts leave open to choose among, the others with what closes them. */
export function OutcomeChoice({ input, finding }: { input: InputProps; finding: Facts['finding'] }) {
  const words = say(stepWords);
  const terms = say(exemptionTerms);
  const against = [...(finding?.blockedBy ?? []), ...(finding?.unmet ?? [])].map(labelOf);
  return (
    <RadioChoice
      input={input}
      title={words.proposedOutcome}
      options={EXEMPTION_OUTCOMES.map((code) => {
        const isOpen = finding?.open.some((each) => each.code === code) === true;
        const label = labelOf(exemptionOutcomes[code]);
        return isOpen
          ? { value: code, label }
          : { value: code, label, shut: words.shutBy(against.join(terms.listComma)) };
      })}
    />
  );
}
