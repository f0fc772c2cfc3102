import { Tag } from '../ui/tag.tsx';
import { recordFileWords } from '../words/conduct-file.ts';
import { labelOf, say } from '../words/language.ts';
import type { Facts } from './conduct.api.ts';
import { useParameters } from './parameters.ts';

/** Severity by its criterion, responsibility, cause with its remedy, and the clause's conditions, each with its reason. */
export function Verified({ facts, state }: { facts: Facts; state: string }) {
  const words = say(recordFileWords);
  const parameters = useParameters();
  const { verified, conditions } = facts;
  if (state === 'draft') return null;
  const criterion = verified && parameters.text(`inaction.criterion.${verified.severity.code}`);
  return (
    <section>
      <h2>{words.verified}</h2>
      <dl class="said card">
        {verified === null && (
          <div>
            <dt>{words.outcome}</dt>
            <dd>{words.notVerified}</dd>
          </div>
        )}
        {verified !== null && (
          <>
            <Chosen
              name={words.severity}
              choice={labelOf(verified.severity.label)}
              why={verified.severity.reason}
            >
              {criterion !== null && words.criterion(criterion)}
            </Chosen>
            <Chosen
              name={words.responsibility}
              choice={labelOf(verified.responsibility.label)}
              why={verified.responsibility.reason}
            />
            {verified.cause !== null && (
              <Chosen name={words.cause} choice={labelOf(verified.cause.label)} why={verified.cause.reason}>
                {words.remedy(labelOf(verified.cause.remedy))}
              </Chosen>
            )}
          </>
        )}
        <div>
          <dt>{words.conditions}</dt>
          <dd>
            {conditions.length === 0 && words.noConditions}
            {conditions.length > 0 && <Conditions conditions={conditions} />}
          </dd>
        </div>
      </dl>
    </section>
  );
}

const Chosen = (given: { name: string; choice: string; why: string | null; children?: string | false }) => (
  <div>
    <dt>{given.name}</dt>
    <dd>
      <b>{given.choice}</b> {given.why}
      {given.children && <span class="note"> {given.children}</span>}
    </dd>
  </div>
);

function Conditions({ conditions }: Pick<Facts, 'conditions'>) {
  const words = say(recordFileWords);
  const names = { true: words.proven, false: words.notProven, null: words.toProve };
  const tones = { true: 'bad', false: 'ok', null: 'plain' } as const;
  return (
    <ul class="conditions">
      {conditions.map(({ condition, label, isProven, reason }) => (
        <li key={condition}>
          {labelOf(label)} <Tag tone={tones[`${isProven}`]}>{names[`${isProven}`]}</Tag> {reason}
        </li>
      ))}
    </ul>
  );
}
