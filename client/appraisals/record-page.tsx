import './record.css';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { instant, points } from '../numbers.ts';
import { place } from '../router.ts';
import { useHeading } from '../ui/page.tsx';
import { Figure } from '../ui/reason.tsx';
import { Tag } from '../ui/tag.tsx';
import { labelOf, say } from '../words/language.ts';
import { recordWords } from '../words/record.ts';
import { shellWords } from '../words/shell.ts';
import { gradeTone } from './grade-tone.ts';
import { learnPolicy } from './policy-in-force.ts';
import { printOnOnePage } from './print-on-one-page.ts';
import type { YearRecord } from './record.ts';
import { Ceilings, Findings, Reviews } from './record-findings.tsx';
import { Dimensions } from './record-dimensions.tsx';
import { Effects, History, Rotation, Timeline } from './record-course.tsx';
import { ScoreOrigin } from './record-origin.tsx';
import { GradeReason, TotalReason } from './record-reasons.tsx';

/** 得分由来: one person's year with the reason of every number. */
export function RecordPage(given: {
  record: YearRecord;
  /** Where the record of another year is. */
  hrefOf: (year: number) => string;
  above?: ComponentChildren;
}) {
  const { record } = given;
  const { hash } = place.value;
  useEffect(() => void learnPolicy(), []);
  useEffect(() => document.getElementById(hash.slice(1))?.scrollIntoView(), [hash]);
  useEffect(() => printOnOnePage(), []);
  return (
    <article class="record">
      {given.above}
      <RecordHead record={record} />
      <div class="columns">
        <div>
          <ScoreOrigin record={record} />
          <Ceilings record={record} />
          <Reviews record={record} />
          <Findings record={record} />
          <div class="halves">
            <div>
              <Rotation record={record} />
              <Effects record={record} />
            </div>
            <History record={record} hrefOf={given.hrefOf} />
          </div>
        </div>
        <div>
          <Dimensions record={record} />
          <Timeline record={record} />
        </div>
      </div>
      <Signatures />
    </article>
  );
}

/** Only on paper: where the person and the office sign. */
function Signatures() {
  const words = say(recordWords);
  return (
    <p class="signatures" aria-hidden="true">
      <span>{words.signPerson}</span>
      <span>{words.signOffice}</span>
      <span>{words.signDay}</span>
    </p>
  );
}

function RecordHead({ record }: { record: YearRecord }) {
  const words = say(recordWords);
  const heading = useHeading(words.title(record.name, record.year));
  const facts = [
    [words.year, record.year],
    [words.asOf, record.asOf],
    [words.ranAt, instant(record.ranAt)],
    [words.policyVersion, record.policyVersion],
  ] as const;
  return (
    <header class="record-head">
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {record.name}
        </h1>
        <Figure name={words.proposed} class="grade" reason={() => <GradeReason record={record} />}>
          <span class="note">{words.proposed}</span>
          <Tag tone={gradeTone(record.grade)}>{labelOf(record.gradeLabel)}</Tag>
          <span class="note">{labelOf(record.reasonLabel)}</span>
        </Figure>
        <p class="lead">
          {[`${record.unitName} ${record.postTitle}`, record.rank, record.staffNo]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <dl class="facts">
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd class="number">{value}</dd>
          </div>
        ))}
      </dl>
      <p class="score">
        <span>{words.total}</span>
        {record.total === null ? (
          <b>{words.noTotal}</b>
        ) : (
          <Figure name={words.total} reason={() => <TotalReason record={record} />}>
            {points(record.total)}
          </Figure>
        )}
        <button type="button" class="no-print" onClick={() => print()}>
          {say(shellWords).print}
        </button>
      </p>
    </header>
  );
}
