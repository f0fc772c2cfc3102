import { useState } from 'preact/hooks';
import {
  type BehaviourCode,
  CAUSES,
  causes,
  type Condition,
  conditions,
  RESPONSIBILITIES,
  responsibilities,
  SEVERITIES,
  severities,
} from '../../scoring/index.ts';
import { Field } from '../ui/form.tsx';
import { stepWords } from '../words/conduct-steps.ts';
import { labelOf, say } from '../words/language.ts';
import { Choices } from './choices.tsx';
import { useParameters } from './parameters.ts';
import { ownConditions, reasonName, tickName } from './verified-in.ts';

const Why = ({ name, label }: { name: string; label: string }) => (
  <Field name={name} label={label}>
    {(input) => <input {...input} maxLength={500} autoComplete="off" />}
  </Field>
);

function SeverityField() {
  const words = say(stepWords);
  const parameters = useParameters();
  return (
    <Field name="data/severity" label={words.severity}>
      {(input) => (
        <Choices
          input={input}
          title={words.severity}
          options={SEVERITIES.map((value) => ({
            value,
            label: labelOf(severities[value]),
            note: parameters.text(`inaction.criterion.${value}`),
          }))}
        />
      )}
    </Field>
  );
}

function ResponsibilityField() {
  const words = say(stepWords);
  return (
    <Field name="data/responsibility" label={words.responsibility}>
      {(input) => (
        <Choices
          input={input}
          title={words.responsibility}
          isShort
          options={RESPONSIBILITIES.map((value) => ({ value, label: labelOf(responsibilities[value]) }))}
        />
      )}
    </Field>
  );
}

function CauseField({ cause, onChoose }: { cause: string; onChoose: (cause: string) => void }) {
  const words = say(stepWords);
  return (
    <Field name="data/cause" label={words.cause} hint={words.causeHint}>
      {(input) => (
        <select {...input} value={cause} onChange={(event) => onChoose(event.currentTarget.value)}>
          <option value="">{words.noCause}</option>
          {CAUSES.map((each) => (
            <option key={each} value={each}>
              {`${labelOf(causes[each])} · ${labelOf(causes[each].remedy)}`}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** What a decision taken before the product found: its document has the reasons. */
export function PastFields({ code }: { code: BehaviourCode }) {
  const words = say(stepWords);
  const [cause, choose] = useState('');
  return (
    <>
      <SeverityField />
      <ResponsibilityField />
      {ownConditions(code).length > 0 && <ConditionFields code={code} isPast />}
      <CauseField cause={cause} onChoose={choose} />
      <div class="field choices">
        <label>
          <input type="checkbox" name="data/isMitigated" value="yes" />
          {words.wasMitigated}
        </label>
      </div>
    </>
  );
}

/** Severity by its criteria, responsibility, cause and the clause's own conditions, each with one written reason. */
export function VerifyFields({ code }: { code: BehaviourCode }) {
  const words = say(stepWords);
  const [cause, choose] = useState('');
  return (
    <>
      <SeverityField />
      <Why name="data/severityReason" label={words.severityReason} />
      <ResponsibilityField />
      <Why name="data/responsibilityReason" label={words.responsibilityReason} />
      {ownConditions(code).length > 0 && <ConditionFields code={code} />}
      <CauseField cause={cause} onChoose={choose} />
      {cause !== '' && <Why name="data/causeReason" label={words.causeReason} />}
    </>
  );
}

function ConditionFields({ code, isPast = false }: { code: BehaviourCode; isPast?: boolean }) {
  const words = say(stepWords);
  const [ticked, tick] = useState<readonly Condition[]>([]);
  return (
    <fieldset class="field">
      <legend>{words.conditions}</legend>
      <p class="hint">{isPast ? words.conditionsOfPast : words.conditionsHint}</p>
      {ownConditions(code).map((condition) => (
        <div key={condition}>
          <div class="choices">
            <label>
              <input
                type="checkbox"
                name={tickName(condition)}
                value="yes"
                onChange={(event) =>
                  tick(
                    event.currentTarget.checked
                      ? [...ticked, condition]
                      : ticked.filter((each) => each !== condition),
                  )
                }
              />
              {labelOf(conditions[condition])}
            </label>
          </div>
          {!isPast && ticked.includes(condition) && (
            <Why name={reasonName(condition)} label={words.conditionReason(labelOf(conditions[condition]))} />
          )}
        </div>
      ))}
    </fieldset>
  );
}
