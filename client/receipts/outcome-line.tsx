import { say } from '../words/language.ts';
import { outcomeWords } from '../words/receipts.ts';
import type { Outcome } from './check-receipt.ts';

const TONE = { holds: 'ok', fails: 'bad', withheld: 'plain', unable: 'warn' } as const;

/** One check: a word, a sentence that says what it means. */
export function OutcomeLine({
  outcome,
  words,
}: {
  outcome: Outcome;
  words: Readonly<Record<Outcome, string>>;
}) {
  return (
    <li data-outcome={outcome}>
      <span class={`tag ${TONE[outcome]}`}>{say(outcomeWords)[outcome]}</span> {words[outcome]}
    </li>
  );
}
