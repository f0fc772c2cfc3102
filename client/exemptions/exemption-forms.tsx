import {
  BLOCKERS,
  blockers,
  type ExemptionOutcome,
  EXEMPTION_OUTCOMES,
  exemptionOutcomes,
} from '../../scoring/index.ts';
import type { EventForm } from '../procedures/event-form.ts';
import { Field, textOf } from '../ui/form.tsx';
import { stepWords } from '../words/exemption-steps.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';
import { procedureWords } from '../words/procedures.ts';
import type { Exemption } from './exemptions.api.ts';
import { OutcomeChoice } from './outcome-choice.tsx';
import { RadioChoice } from './radio-choice.tsx';

const outcomeLabel = (code: string): string => labelOf(exemptionOutcomes[code as ExemptionOutcome]);

const paragraph = (name: string, label: string, hint: string) => (
  <Field name={name} label={label} hint={hint}>
    {(input) => <textarea {...input} rows={6} maxLength={4000} />}
  </Field>
);

/** What each step of an exemption asks for, and what follows from it. */
export function exemptionForms(file: Exemption): Readonly<Record<string, EventForm>> {
  const words = say(stepWords);
  return {
    withdraw: { intro: words.withdrawIntro, isDanger: true },
    accept: { intro: words.acceptIntro },
    decline: { intro: words.declineIntro },
    resubmit: { intro: words.resubmitIntro },
    show_facts: { intro: words.showFactsIntro },
    extend: { intro: words.extendIntro },
    serve: { intro: words.serveIntro },
    withdraw_appeal: { intro: words.withdrawAppealIntro, isDanger: true },
    respond: {
      intro: words.respondIntro,
      labels: { 'data/statement': words.yourStatement },
      fields: () => paragraph('data/statement', words.yourStatement, words.statementToFactsHint),
      data: (values) => ({ statement: textOf(values, 'data/statement') }),
      told: (values) => [[words.yourStatement, textOf(values, 'data/statement')]],
      takesEvidence: true,
    },
    propose: proposeForm(file),
    redline_check: redLineForm(),
    appeal: appealForm(file),
  };
}

function proposeForm({ exemption: { facts } }: Exemption): EventForm {
  const words = say(stepWords);
  return {
    intro: words.proposeIntro,
    labels: { 'data/outcome': words.proposedOutcome },
    fields: () => (
      <Field name="data/outcome" label={words.proposedOutcome}>
        {(input) => <OutcomeChoice input={input} finding={facts?.finding ?? null} />}
      </Field>
    ),
    data: (values) => ({ outcome: textOf(values, 'data/outcome') }),
    told: (values) => [
      [words.proposedOutcome, outcomeLabel(textOf(values, 'data/outcome'))],
      [say(procedureWords).reason, textOf(values, 'reason')],
    ],
  };
}

function redLineForm(): EventForm {
  const words = say(stepWords);
  const terms = say(exemptionTerms);
  const names = BLOCKERS.map((name) => [name, labelOf(blockers[name])] as const);
  return {
    intro: words.redLineIntro,
    labels: Object.fromEntries(
      names.flatMap(([name, title]) => [
        [`data/${name}`, title],
        [`data/${name}Reason`, terms.reasonOf(title)],
      ]),
    ),
    fields: () => (
      <>
        {names.map(([name, title]) => (
          <div class="question" key={name}>
            <Field name={`data/${name}`} label={title}>
              {(input) => (
                <RadioChoice
                  input={input}
                  title={title}
                  options={[
                    { value: 'no', label: words.lineNo },
                    { value: 'yes', label: words.lineYes },
                  ]}
                />
              )}
            </Field>
            <Field name={`data/${name}Reason`} label={terms.reasonOf(title)}>
              {(input) => <textarea {...input} rows={2} maxLength={500} />}
            </Field>
          </div>
        ))}
      </>
    ),
    data: (values) =>
      Object.fromEntries(
        names.flatMap(([name]) => [
          [name, textOf(values, `data/${name}`) === 'yes'],
          [`${name}Reason`, textOf(values, `data/${name}Reason`)],
        ]),
      ),
    told: (values) =>
      names.map(([name, title]) => [
        title,
        words.lineTold(
          textOf(values, `data/${name}`) === 'yes' ? words.lineYes : words.lineNo,
          textOf(values, `data/${name}Reason`),
        ),
      ]),
  };
}

/** What an appeal may still ask for: what is lighter than what was decided. */
const WANTED: Readonly<Record<string, readonly ExemptionOutcome[]>> = {
  served_refuse: EXEMPTION_OUTCOMES.filter((outcome) => outcome !== 'refused'),
};

function appealForm({ state }: Exemption): EventForm {
  const words = say(stepWords);
  const wanted = WANTED[state] ?? [];
  return {
    intro: words.appealIntro,
    labels: {
      'data/grounds': words.appealGrounds,
      ...(wanted.length > 0 && { 'data/wanted': words.appealWanted }),
    },
    fields: () => (
      <>
        {paragraph('data/grounds', words.appealGrounds, words.appealGroundsHint)}
        {wanted.length > 0 && (
          <Field name="data/wanted" label={words.appealWanted}>
            {(input) => (
              <RadioChoice
                input={input}
                title={words.appealWanted}
                options={wanted.map((value) => ({ value, label: labelOf(exemptionOutcomes[value]) }))}
              />
            )}
          </Field>
        )}
      </>
    ),
    data: (values) => ({
      grounds: textOf(values, 'data/grounds'),
      ...(wanted.length > 0 && { wanted: textOf(values, 'data/wanted') }),
    }),
    told: (values) => [
      [words.appealGrounds, textOf(values, 'data/grounds')],
      ...(wanted.length > 0
        ? [[words.appealWanted, outcomeLabel(textOf(values, 'data/wanted'))] as const]
        : []),
    ],
    takesEvidence: true,
  };
}
