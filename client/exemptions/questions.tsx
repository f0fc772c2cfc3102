import { Tag, type Tone } from '../ui/tag.tsx';
import { caseWords } from '../words/exemption-case.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';
import { allEvidence } from './case-evidence.ts';
import type { Question, ReadFile } from './exemptions.api.ts';
import { PieceLink } from './record-side.tsx';

const GROUPS = ['fact', 'test', 'redLine'] as const;
/** The common limit stands with the tests: both are asked of every case. */
const groupOf = ({ about }: Question): (typeof GROUPS)[number] => (about === 'gate' ? 'test' : about);

/** Every question with its answer, its reason and what it rests on. */
export function Questions({ file, facts }: ReadFile) {
  const terms = say(exemptionTerms);
  const titles = { fact: terms.factsToProve, test: terms.threeTests, redLine: terms.redLines };
  if (facts.questions.length === 0) return null;
  return (
    <>
      {GROUPS.map((group) => (
        <section key={group}>
          <h2>{titles[group]}</h2>
          <ul class="questions card">
            {facts.questions
              .filter((question) => groupOf(question) === group)
              .map((question) => (
                <Asked key={question.name} file={file} facts={facts} question={question} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function Asked({ file, facts, question }: ReadFile & { question: Question }) {
  const words = say(caseWords);
  const terms = say(exemptionTerms);
  const { name, label, isCore, about, reason, evidenceIds } = question;
  const { told, tone } = answerOf(question);
  const pieces = allEvidence(file, facts).filter(({ id }) => evidenceIds.includes(id));
  const checked = about === 'redLine' ? facts.redLines.find((line) => line.name === name) : undefined;
  return (
    <li>
      <p class="question-line">
        <span>
          {labelOf(label)}
          {isCore && about === 'fact' && <span class="note"> {words.core}</span>}
        </span>
        <Tag tone={tone}>{told}</Tag>
      </p>
      {reason !== '' && <p class="as-written">{reason}</p>}
      {pieces.length > 0 && (
        <p class="note">
          {words.restsOn}
          {pieces.map((piece, index) => (
            <span key={piece.id}>
              {index > 0 && terms.listComma}
              <PieceLink piece={piece} />
            </span>
          ))}
        </p>
      )}
      {checked && (
        <p class="note">
          {checked.holds ? words.checkedHolds : words.checkedHoldsNot}
          {checked.reason}
        </p>
      )}
    </li>
  );
}

/** The first option of a question is the one that speaks for the person. */
export function answerOf({ answer, options }: Question): { told: string; tone: Tone } {
  const given = options.find(({ value }) => value === answer);
  if (!given) return { told: say(exemptionTerms).unanswered, tone: 'plain' };
  return { told: labelOf(given.label), tone: given === options[0] ? 'ok' : 'bad' };
}
