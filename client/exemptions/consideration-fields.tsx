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
import { RadioChoice } from './radio-choice.tsx';
import { ReasonField } from './reason-field.tsx';

/** One of the six considerations: how it speaks, and why; it may be left unweighed. */
export function ConsiderationFields(given: {
  name: Consideration;
  weighed: Weighed;
  onChange: (weighed: Weighed) => void;
}) {
  const terms = say(exemptionTerms);
  const { name, weighed, onChange } = given;
  const title = labelOf(considerations[name]);
  const levels = CONSIDERATION_LEVELS.map((level) => ({
    value: level,
    label: labelOf(considerationLevels[level]),
  }));
  const kept = {
    chosen: weighed.level ?? '',
    onChoose: (value: string) =>
      onChange({ ...weighed, level: CONSIDERATION_LEVELS.find((level) => level === value) ?? null }),
  };
  return (
    <div class="question">
      <Field name={`considerations/${name}`} label={title}>
        {(input) => (
          <RadioChoice
            {...{ input, title, kept }}
            options={[...levels, { value: '', label: terms.notWeighed }]}
          />
        )}
      </Field>
      {weighed.level !== null && (
        <ReasonField
          name={`considerations/${name}/reason`}
          title={title}
          reason={weighed.reason}
          onInput={(reason) => onChange({ ...weighed, reason })}
        />
      )}
    </div>
  );
}
