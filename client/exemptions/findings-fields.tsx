import { type SituationCode, SITUATIONS, situations } from '../../scoring/index.ts';
import { Field } from '../ui/form.tsx';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { findingsWords } from '../words/exemption-findings.ts';
import { labelOf, say } from '../words/language.ts';
import { allEvidence } from './case-evidence.ts';
import type { ReadFile } from './exemptions.api.ts';
import type { Asking, FindingsDraft } from './findings-draft.ts';
import { QuestionFields } from './question-fields.tsx';

/** Beside the button that saved it: what is open now. */
export function SavedNow({ facts: { finding } }: Pick<ReadFile, 'facts'>) {
  const words = say(findingsWords);
  if (finding === null) return null;
  const open = finding.open.map(({ label }) => labelOf(label)).join(say(exemptionTerms).listComma);
  return (
    <p class="notice ok" role="status">
      {words.savedNow(open)}
    </p>
  );
}

/** The situation as found; it may differ from the one applied for. */
export function SituationField(given: {
  chosen: SituationCode | null;
  onChoose: (situation: SituationCode) => void;
}) {
  const words = say(findingsWords);
  const terms = say(exemptionTerms);
  return (
    <Field name="situation" label={terms.situation} hint={words.situationFoundHint}>
      {(input) => (
        <select
          {...input}
          value={given.chosen ?? ''}
          onChange={({ currentTarget }) => given.onChoose(currentTarget.value as SituationCode)}
        >
          {SITUATIONS.map((code) => (
            <option key={code} value={code} selected={code === given.chosen}>
              {code} {labelOf(situations[code])}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Every question of the situation, under its heading. */
export function AskedFields(
  given: ReadFile & {
    asking: readonly Asking[];
    draft: FindingsDraft;
    onChange: (more: Partial<FindingsDraft>) => void;
  },
) {
  const terms = say(exemptionTerms);
  const { file, facts, asking, draft, onChange } = given;
  const pieces = allEvidence(file, facts);
  const titles = { fact: terms.factsToProve, test: terms.threeTests, gate: null, redLine: terms.redLines };
  return (
    <>
      {asking.map((question, index) => {
        const isFirst = index === 0 || asking[index - 1]!.about !== question.about;
        const title = isFirst ? titles[question.about] : null;
        return (
          <div key={question.name}>
            {title !== null && <h3 class="part">{title}</h3>}
            <QuestionFields
              asking={question}
              pieces={pieces}
              draft={draft}
              onChange={(answered) => onChange({ answers: { ...draft.answers, [question.name]: answered } })}
            />
          </div>
        );
      })}
    </>
  );
}
