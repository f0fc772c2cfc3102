import { percent } from '../numbers.ts';
import { useAsked } from '../ui/asked.ts';
import { Answer } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { caseWords } from '../words/exemption-case.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';
import { OUTCOME_TONES } from './decision.tsx';
import { type OutcomeCode, type Precedent, precedents, type PrecedentsShown } from './exemptions.api.ts';

const MOST_SHOWN = 5;

/** Similar decisions of before, without whom they were about; a warning where like facts were decided otherwise. */
export function Precedents({ id, outcome, here }: { id: string; outcome: OutcomeCode | null; here: string }) {
  const words = say(caseWords);
  const asked = useAsked<PrecedentsShown>(precedents(id, outcome));
  return (
    <section class="no-print">
      <h2>
        {words.precedents}
        <span class="note">{words.deidentified}</span>
      </h2>
      <Answer of={asked}>
        {({ items, warning }) => (
          <>
            {warning !== null && (
              <p class="notice warn" role="note">
                {labelOf(warning)}
              </p>
            )}
            {items.length === 0 && <p class="note">{words.noPrecedents(here)}</p>}
            {items.length > 0 && <Cases items={items} />}
          </>
        )}
      </Answer>
    </section>
  );
}

function Cases({ items }: { items: readonly Precedent[] }) {
  const words = say(caseWords);
  return (
    <>
      <ol class="questions card">
        {items.slice(0, MOST_SHOWN).map((past, index) => (
          <Case key={index} past={past} />
        ))}
      </ol>
      {items.length > MOST_SHOWN && <p class="note">{words.morePrecedents(items.length - MOST_SHOWN)}</p>}
    </>
  );
}

function Case({ past: { situation, year, outcome, facts, considerations, likeness } }: { past: Precedent }) {
  const words = say(caseWords);
  const terms = say(exemptionTerms);
  const proven = (isProven: boolean | null): string =>
    isProven === null ? terms.unanswered : isProven ? terms.proven : terms.notProven;
  return (
    <li>
      <p class="question-line">
        <span>
          {situation.code} {labelOf(situation.label)}{' '}
          <span class="note">
            {words.yearOf(year)} · {words.likeness(percent(likeness))}
          </span>
        </span>
        <Tag tone={OUTCOME_TONES[outcome.code]}>{labelOf(outcome.label)}</Tag>
      </p>
      <details>
        <summary class="note">{words.precedentFacts}</summary>
        <ul class="because">
          {facts.map(({ label, isProven, isSame }) => (
            <li key={label.zh}>
              {labelOf(label)}：{proven(isProven)}
              {!isSame && <span class="note"> {words.differs}</span>}
            </li>
          ))}
          {considerations.map(({ label, levelLabel }) => (
            <li key={label.zh}>
              {labelOf(label)}：{labelOf(levelLabel)}
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}
