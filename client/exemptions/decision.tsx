import { Tag, type Tone } from '../ui/tag.tsx';
import { caseWords } from '../words/exemption-case.ts';
import { labelOf, say } from '../words/language.ts';
import type { Exemption, OutcomeCode, ReadFile } from './exemptions.api.ts';

export const OUTCOME_TONES = { exempt: 'ok', mitigated: 'info', refused: 'warn' } as const satisfies Record<
  OutcomeCode,
  Tone
>;

const DECIDES = ['decide_exempt', 'decide_mitigate', 'decide_refuse', 'uphold', 'lighten', 'grant'];

/** Why it was decided so, in the words of the meeting that decided last. */
const reasonIn = ({ history }: Exemption): string | null =>
  history.reduce<string | null>(
    (found, { event, reason }) => (DECIDES.includes(event) ? reason : found),
    null,
  );

/** What was decided, or what has been proposed so far. */
export function Decision({ file, facts }: ReadFile) {
  const words = say(caseWords);
  const { outcome, proposed, decidedOn, dissent } = facts;
  if (outcome === null && proposed === null) return null;
  const reason = reasonIn(file);
  return (
    <section>
      <h2>{outcome === null ? words.proposal : words.decision}</h2>
      <dl class="said card">
        {outcome !== null && (
          <div>
            <dt>{decidedOn === null ? words.decision : words.decidedOn(decidedOn)}</dt>
            <dd>
              <Tag tone={OUTCOME_TONES[outcome.code]}>{labelOf(outcome.label)}</Tag>
            </dd>
          </div>
        )}
        {reason !== null && outcome !== null && (
          <div>
            <dt>{words.decisionReason}</dt>
            <dd>{reason}</dd>
          </div>
        )}
        {proposed !== null && (
          <div>
            <dt>{words.proposedBy}</dt>
            <dd>{labelOf(proposed.label)}</dd>
          </div>
        )}
        {dissent !== null && (
          <div>
            <dt>{words.dissent}</dt>
            <dd>{dissent}</dd>
          </div>
        )}
      </dl>
      {outcome?.code === 'exempt' && <p class="note">{words.exemptEffect}</p>}
      {outcome?.code === 'mitigated' && <p class="note">{words.mitigatedEffect}</p>}
      {outcome?.code === 'refused' && <p class="note">{words.refusedEffect}</p>}
    </section>
  );
}
