import { instant } from '../numbers.ts';
import { caseWords } from '../words/exemption-case.ts';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { labelOf, say } from '../words/language.ts';
import { ownEvidence, type Piece, recordEvidence } from './case-evidence.ts';
import type { ReadFile } from './exemptions.api.ts';
import { situationsOf } from './situations-of.ts';

/** Left: what the record says, what the person answers, what each of it rests on. */
export function RecordSide({ file, facts }: ReadFile) {
  const words = say(caseWords);
  const terms = say(exemptionTerms);
  const { record, statement, process, pilot, ruleText, replies } = facts;
  return (
    <div class="case-side">
      <section>
        <h2>{terms.recordAbout}</h2>
        <dl class="said card">
          <Said name={terms.behaviour}>
            {record.code} {labelOf(record.behaviour)}
          </Said>
          <Said name={words.occurredOn}>
            <time class="number">{record.occurredOn}</time>
          </Said>
          {record.severityLabel && (
            <Said name={words.weighed}>
              {[record.severityLabel, record.responsibilityLabel]
                .flatMap((label) => (label ? [labelOf(label)] : []))
                .join(' · ')}
            </Said>
          )}
          <Said name={terms.recordSummary}>{record.summary}</Said>
          {record.replies.map(({ at, text }) => (
            <Said key={at} name={words.recordReply(instant(at).slice(0, 10))}>
              {text}
            </Said>
          ))}
          <Said name={words.recordEvidence}>
            <Pieces pieces={recordEvidence(file, facts)} />
          </Said>
        </dl>
      </section>
      <section>
        <h2>{words.applied}</h2>
        <dl class="said card">
          {situationsOf(facts).map(({ name, situation }) => (
            <Said key={name} name={name}>
              {situation.code} {labelOf(situation.label)}
            </Said>
          ))}
          <Said name={terms.taskStatement}>{statement}</Said>
          <Said name={terms.taskProcess}>{process}</Said>
          {pilot && (
            <Said name={terms.pilot}>
              <a href={`/pilots/${pilot.id}`}>{pilot.title}</a>
            </Said>
          )}
          {ruleText && (
            <Said name={terms.ruleText}>
              <a href={`/rule-texts/${ruleText.id}`}>
                {ruleText.documentNo === null
                  ? ruleText.title
                  : words.withNumber(ruleText.title, ruleText.documentNo)}
              </a>
            </Said>
          )}
          {replies.map(({ at, label, text }) => (
            <Said key={at} name={words.saidOn(labelOf(label), instant(at).slice(0, 10))}>
              {text}
            </Said>
          ))}
          <Said name={words.ownEvidence}>
            {facts.mayReadEvidence ? (
              <Pieces pieces={ownEvidence(file)} />
            ) : (
              <span class="note">{words.papersNotYours}</span>
            )}
          </Said>
        </dl>
      </section>
    </div>
  );
}

const Said = ({ name, children }: { name: string; children: preact.ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  if (pieces.length === 0) return <span class="note">{say(caseWords).noEvidence}</span>;
  return (
    <ul>
      {pieces.map((piece) => (
        <li key={piece.id}>
          <PieceLink piece={piece} />
        </li>
      ))}
    </ul>
  );
}

export const PieceLink = ({ piece: { name, href } }: { piece: Piece }) =>
  href === null ? (
    <>{name}</>
  ) : (
    <a href={href} download>
      {name}
    </a>
  );
