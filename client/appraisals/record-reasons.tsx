// What the panel says when a number of a record is opened.
import { percent, points, signedPoints } from '../numbers.ts';
import { closeReason, ParametersUsed } from '../ui/reason.tsx';
import { Tag } from '../ui/tag.tsx';
import { labelOf, say } from '../words/language.ts';
import { recordWords } from '../words/record.ts';
import { shellWords } from '../words/shell.ts';
import { gradeTone } from './grade-tone.ts';
import { parametersOn } from './policy-in-force.ts';
import { baseFinding, ceilingFindings, type Line, type YearRecord } from './record.ts';

const lastDayOf = ({ year }: YearRecord): string => `${year}-12-31`;

export function LineReason({ line }: { line: Line }) {
  const words = say(recordWords);
  const shared = say(shellWords);
  return (
    <>
      <p class="reason-points number">{signedPoints(line.points)}</p>
      <p>{labelOf(line.because)}</p>
      <h3>{shared.clause}</h3>
      <p>
        {line.clause} <span class="note">{labelOf(line.clauseLabel)}</span>
      </p>
      <h3>{shared.parameter}</h3>
      <ParametersUsed parameters={line.parameters} />
      {line.parameters.some(({ basis }) => basis === 'default') && (
        <p class="note">{shared.basisDefaultNote}</p>
      )}
      <h3>{shared.evidence}</h3>
      {line.evidence === null ? (
        <p class="note">{words.noEvidence}</p>
      ) : (
        <>
          <p>{line.evidence.summary}</p>
          <p class="note">
            {line.evidence.documentNo && `${words.document} ${line.evidence.documentNo} · `}
            {words.occurredOn} {line.evidence.occurredOn}
          </p>
          {line.evidence.fileHref !== null && (
            <p>
              <a href={line.evidence.fileHref} onClick={closeReason}>
                {words.toFile}
              </a>
            </p>
          )}
        </>
      )}
    </>
  );
}

export function BaseReason({ record }: { record: YearRecord }) {
  const words = say(recordWords);
  const finding = baseFinding(record);
  return (
    <>
      {finding && <p>{labelOf(finding.because)}</p>}
      <table>
        <caption class="hidden-text">{words.measures}</caption>
        <thead>
          <tr>
            <th scope="col">{words.measure}</th>
            <th scope="col" class="number">
              {words.value}
            </th>
            <th scope="col" class="number">
              {words.weight}
            </th>
          </tr>
        </thead>
        <tbody>
          {record.measures.map(({ measure, label, value, weight }) => (
            <tr key={measure}>
              <td>{labelOf(label)}</td>
              <td class="number">{value === null ? words.missing : points(value)}</td>
              <td class="number">{percent(weight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {finding && <Clause clause={finding.clause} />}
    </>
  );
}

export function TotalReason({ record }: { record: YearRecord }) {
  const words = say(recordWords);
  return (
    <>
      <p>{words.totalWhy}</p>
      <dl class="check">
        <div>
          <dt>{words.base}</dt>
          <dd class="number">{record.base === null ? words.missing : points(record.base)}</dd>
        </div>
        <div>
          <dt>{words.inaction}</dt>
          <dd class="number">{signedPoints(0 - record.deductions)}</dd>
        </div>
        <div>
          <dt>{words.initiative}</dt>
          <dd class="number">{signedPoints(record.credits)}</dd>
        </div>
        <div>
          <dt>{words.total}</dt>
          <dd class="number">
            <b>{record.total === null ? words.noTotal : points(record.total)}</b>
          </dd>
        </div>
      </dl>
    </>
  );
}

const BANDS = ['annual.band.excellent', 'annual.band.competent', 'annual.band.basic', 'ceiling.base'];

export function GradeReason({ record }: { record: YearRecord }) {
  const words = say(recordWords);
  const causes = ceilingFindings(record);
  return (
    <>
      <p>{words.gradeWhy}</p>
      <dl class="check">
        <div>
          <dt>{words.proposed}</dt>
          <dd>
            <Tag tone={gradeTone(record.grade)}>{labelOf(record.gradeLabel)}</Tag>
          </dd>
        </div>
        <div>
          <dt>{words.gradeReason}</dt>
          <dd>{labelOf(record.reasonLabel)}</dd>
        </div>
        <div>
          <dt>{words.ceiling}</dt>
          <dd>{record.ceilingLabel === null ? words.noCeiling : labelOf(record.ceilingLabel)}</dd>
        </div>
      </dl>
      {causes.map(({ rule, because, clause }, index) => (
        <p key={`${rule}${index}`}>
          {labelOf(because)} <span class="note">{clause}</span>
        </p>
      ))}
      <h3>{words.lines}</h3>
      <ParametersUsed parameters={parametersOn(lastDayOf(record), BANDS)} />
    </>
  );
}

/** A number that one sentence explains, with the parameters it stands on. */
export const Sentence = ({
  text,
  record,
  ids,
}: {
  text: string;
  record: YearRecord;
  ids: readonly string[];
}) => (
  <>
    <p>{text}</p>
    <ParametersUsed parameters={parametersOn(lastDayOf(record), ids)} />
  </>
);

const Clause = ({ clause }: { clause: string }) => (
  <p class="note">
    {say(shellWords).clause} {clause}
  </p>
);
