import { useState } from 'preact/hooks';
import {
  AREAS,
  areaOfBehaviour,
  areas,
  type BehaviourCode,
  behaviours,
  BEHAVIOURS,
  conditions,
} from '../../scoring/index.ts';
import { Field } from '../ui/form.tsx';
import { leadWords } from '../words/conduct-lead.ts';
import { labelOf, say } from '../words/language.ts';
import { shellWords } from '../words/shell.ts';

/** One choice of the 45 behaviours, by the six areas; below it what its clause wants proven besides. */
export function BehaviourField({ chosen: first }: { chosen?: BehaviourCode | undefined }) {
  const words = say(leadWords);
  const [chosen, choose] = useState<BehaviourCode | ''>(first ?? '');
  return (
    <Field name="code" label={words.behaviour}>
      {(input) => (
        <>
          <select
            {...input}
            value={chosen}
            onChange={(event) => choose(event.currentTarget.value as BehaviourCode | '')}
          >
            <option value="">{words.choose}</option>
            {AREAS.map((area) => (
              <optgroup key={area} label={`${areas[area].clause} ${labelOf(areas[area])}`}>
                {BEHAVIOURS.filter((code) => areaOfBehaviour(code) === area).map((code) => (
                  <option key={code} value={code}>
                    {`${code} ${labelOf(behaviours[code])}`}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          {chosen !== '' && (
            <p class="note below" role="status">
              {conditionsOf(chosen)}
            </p>
          )}
        </>
      )}
    </Field>
  );
}

function conditionsOf(code: BehaviourCode): string {
  const words = say(leadWords);
  const needed = behaviours[code].conditions.map((condition) => labelOf(conditions[condition]));
  return needed.length === 0 ? words.noConditions : words.conditions(needed.join(say(shellWords).and));
}
