import { BasisTag } from '../ui/reason.tsx';
import { say } from '../words/language.ts';
import { policyWords } from '../words/policy.ts';

/** What it means that a number is stated, delegated, or ours. */
export function BasisLegend() {
  const words = say(policyWords);
  const meanings = [
    ['stated', words.statedMeaning],
    ['delegated', words.delegatedMeaning],
    ['default', words.defaultMeaning],
  ] as const;
  return (
    <dl class="basis-legend notice" aria-label={words.basisMeaning}>
      {meanings.map(([basis, meaning]) => (
        <div key={basis}>
          <dt>
            <BasisTag basis={basis} />
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}
