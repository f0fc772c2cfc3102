import { Field } from '../ui/form.tsx';
import { findingsWords } from '../words/exemption-findings.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';
import type { Piece } from './case-evidence.ts';
import { type Answered, answerIn, type Asking, type FindingsDraft } from './findings-draft.ts';
import { RadioChoice } from './radio-choice.tsx';
import { ReasonField } from './reason-field.tsx';

/** One question: answered or left open, why, and which papers it rests on. */
export function QuestionFields(given: {
  asking: Asking;
  pieces: readonly Piece[];
  draft: FindingsDraft;
  onChange: (answered: Answered) => void;
}) {
  const terms = say(exemptionTerms);
  const { asking, pieces, draft, onChange } = given;
  const { name, label, about, isCore, options } = asking;
  const answered = answerIn(draft, name);
  const title = labelOf(label);
  const choices = options.map(({ value, label: option }) => ({
    value: String(value),
    label: labelOf(option),
  }));
  const kept = {
    chosen: answered.answer === null ? '' : String(answered.answer),
    onChoose: (chosen: string) =>
      onChange({
        ...answered,
        answer: options.find(({ value }) => String(value) === chosen)?.value ?? null,
      }),
  };
  return (
    <div class="question">
      <Field name={`answers/${name}`} label={isCore && about === 'fact' ? terms.coreFact(title) : title}>
        {(input) => (
          <RadioChoice
            {...{ input, title, kept }}
            options={[...choices, { value: '', label: terms.unanswered }]}
          />
        )}
      </Field>
      <ReasonField
        name={`answers/${name}/reason`}
        title={title}
        reason={answered.reason}
        onInput={(reason) => onChange({ ...answered, reason })}
      />
      <Rests title={title} pieces={pieces} answered={answered} onChange={onChange} />
    </div>
  );
}

function Rests(given: {
  title: string;
  pieces: readonly Piece[];
  answered: Answered;
  onChange: (answered: Answered) => void;
}) {
  const words = say(findingsWords);
  const { title, pieces, answered, onChange } = given;
  const { evidenceIds } = answered;
  if (pieces.length === 0) return <p class="note">{words.noPapers}</p>;
  const tick = (id: string, isOn: boolean) =>
    onChange({
      ...answered,
      evidenceIds: isOn ? [...evidenceIds, id] : evidenceIds.filter((each) => each !== id),
    });
  return (
    <details>
      <summary class="note">{words.papersTicked(evidenceIds.length)}</summary>
      <div class="ticks" role="group" aria-label={words.papersOf(title)}>
        {pieces.map(({ id, name }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={evidenceIds.includes(id)}
              onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
            />
            {name}
          </label>
        ))}
      </div>
    </details>
  );
}
