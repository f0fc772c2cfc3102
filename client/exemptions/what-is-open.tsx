import { EXEMPTION_OUTCOMES, exemptionOutcomes } from '../../scoring/index.ts';
import { caseWords } from '../words/exemption-case.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';
import type { Facts } from './exemptions.api.ts';

/** More reasons than these are folded away. */
const MOST_OPEN = 5;

/** Before anything is found there is nothing to say. */
export const isBegun = ({ questions }: Pick<Facts, 'questions'>): boolean =>
  questions.some(({ answer }) => answer !== null);

/** Which outcomes the facts as they are saved leave open, and why; the rule on the server says so. */
export function WhatIsOpen({ facts }: { facts: Facts }) {
  const words = say(caseWords);
  const terms = say(exemptionTerms);
  const { finding } = facts;
  if (finding === null || !isBegun(facts)) return null;
  const open = finding.open.map(({ label }) => labelOf(label));
  const shut = EXEMPTION_OUTCOMES.filter((code) => !finding.open.some((each) => each.code === code));
  return (
    <section class="open-outcomes">
      <h2>{words.whatIsOpen}</h2>
      <div class="card">
        <p class="strong">{words.openOutcomes(open.join(terms.listComma))}</p>
        {shut.length > 0 && (
          <p class="note">
            {words.shutOutcomes(shut.map((code) => labelOf(exemptionOutcomes[code])).join(terms.listComma))}
          </p>
        )}
        <details open={shut.length > 0 && finding.because.length <= MOST_OPEN}>
          <summary class="note">{words.because}</summary>
          <ul class="because">
            {finding.because.map((told) => (
              <li key={told.zh}>{labelOf(told)}</li>
            ))}
          </ul>
        </details>
      </div>
    </section>
  );
}
