import { instant } from '../numbers.ts';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { say } from '../words/language.ts';
import { pilotWords } from '../words/pilots.ts';
import type { Pilot } from './pilots.api.ts';
import { UnitChoice } from './unit-choice.tsx';

export interface Written {
  readonly title: string;
  readonly unitId: string;
  readonly purpose: string;
  readonly decision: string;
  readonly riskAssessment: string;
  readonly limits: string;
  readonly startsOn: string;
  readonly endsOn: string;
}
const PARAGRAPHS = ['purpose', 'decision', 'riskAssessment', 'limits'] as const;

/** What a pilot says, before it is submitted. */
export function PilotForm(given: {
  pilot?: Pilot;
  submit: string;
  onWritten: (written: Written) => Promise<void>;
  onCancel?: () => void;
}) {
  const words = say(pilotWords);
  const { pilot } = given;
  const labels = {
    title: words.name,
    unitId: words.unit,
    purpose: words.purpose,
    decision: words.decision,
    riskAssessment: words.risk,
    limits: words.limits,
    startsOn: words.startsOn,
    endsOn: words.endsOn,
  };
  const hints = {
    purpose: words.purposeHint,
    decision: words.decisionHint,
    riskAssessment: words.riskHint,
    limits: words.limitsHint,
  };
  const today = instant(Date.now()).slice(0, 10);
  return (
    <Form
      submit={given.submit}
      check={(values) => unfilled(values, labels)}
      {...(given.onCancel && { onCancel: given.onCancel })}
      onSubmit={(values) =>
        given.onWritten(
          Object.fromEntries(
            Object.keys(labels).map((name) => [name, textOf(values, name)]),
          ) as unknown as Written,
        )
      }
    >
      <Field name="title" label={labels.title}>
        {(input) => <input {...input} maxLength={80} defaultValue={pilot?.title} />}
      </Field>
      <Field name="unitId" label={labels.unitId}>
        {(input) => <UnitChoice input={input} chosen={pilot?.unit.id} />}
      </Field>
      {PARAGRAPHS.map((name) => (
        <Field key={name} name={name} label={labels[name]} hint={hints[name]}>
          {(input) => <textarea {...input} maxLength={2000} defaultValue={pilot?.pilot[name]} />}
        </Field>
      ))}
      <Field name="startsOn" label={labels.startsOn} hint={words.startsHint}>
        {(input) => <input type="date" {...input} min={today} defaultValue={pilot?.pilot.startsOn} />}
      </Field>
      <Field name="endsOn" label={labels.endsOn} hint={words.endsHint}>
        {(input) => <input type="date" {...input} min={today} defaultValue={pilot?.pilot.endsOn} />}
      </Field>
    </Form>
  );
}
