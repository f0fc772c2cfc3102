import { Tag, type Tone } from '../ui/tag.tsx';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';
import type { ConsiderationShown, Facts } from './exemptions.api.ts';

const TONES = { favourable: 'ok', neutral: 'plain', unfavourable: 'warn' } as const satisfies Record<
  NonNullable<ConsiderationShown['level']>,
  Tone
>;

/** The six considerations, each with its level and reason; never summed. */
export function Considerations({ facts }: { facts: Facts }) {
  const terms = say(exemptionTerms);
  if (facts.considerations.every(({ level }) => level === null)) return null;
  return (
    <section>
      <h2>
        {terms.considerations}
        <span class="note">{terms.neverSummed}</span>
      </h2>
      <ul class="questions card">
        {facts.considerations.map(({ consideration, label, level, levelLabel, reason }) => (
          <li key={consideration}>
            <p class="question-line">
              <span>{labelOf(label)}</span>
              <Tag tone={level === null ? 'plain' : TONES[level]}>
                {levelLabel === null ? terms.notWeighed : labelOf(levelLabel)}
              </Tag>
            </p>
            {reason !== null && <p class="as-written">{reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
