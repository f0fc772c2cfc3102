import {
  type Consideration,
  CONSIDERATION_LEVELS,
  considerationLevels,
  considerations,
} from '../../scoring/index.ts';
import { Field } from '../ui/form.tsx';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';
import type { Weighed } from './findings-draft.ts';

/** One of the six considerations: how it speaks, and why; it may be left unweighed. */
export function ConsiderationFields(given: {
  name: Consideration;
  weighed: Weighed;
  onChange: (weighed: Weighed) => void;
}) {
  const terms = say(exemptionTerms);
  const { name, weighed, onChange } = given;
  const title = labelOf(considerations[name]);
  const levels = [
    ...CONSIDERATION_LEVELS.map((level) => [level, labelOf(considerationLevels[level])] as const),
    [null, terms.notWeighed] as const,
  ];
  return (
    <div class="question">
      <Field name={`considerations/${name}`} label={title}>
        {({ id, 'aria-describedby': described }) => (
          <div
            id={id}
            class="radios"
            role="radiogroup"
            tabIndex={-1}
            aria-label={title}
            aria-describedby={described}
          >
            {levels.map(([level, label]) => (
              <label key={label}>
                <input
                  type="radio"
                  name={`considerations/${name}`}
                  checked={weighed.level === level}
                  onChange={() => onChange({ ...weighed, level })}
                />
                {label}
              </label>
            ))}
          </div>
        )}
      </Field>
      {weighed.level !== null && (
        <Field name={`considerations/${name}/reason`} label={terms.reasonOf(title)}>
          {(input) => (
            <textarea
              {...input}
              rows={2}
              maxLength={500}
              value={weighed.reason}
              onInput={({ currentTarget }) => onChange({ ...weighed, reason: currentTarget.value })}
            />
          )}
        </Field>
      )}
    </div>
  );
}
