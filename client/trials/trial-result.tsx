import type { ComponentChildren } from 'preact';
import { gradeTone } from '../appraisals/grade-tone.ts';
import { points, signedPoints } from '../numbers.ts';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { labelOf, say } from '../words/language.ts';
import { trialWords } from '../words/trials.ts';
import type { Trial, TrialRecord } from './trials.api.ts';

type Side = Trial['before'];
type Line = Trial['lines'][number];

/** As it stands and as tried, side by side, and the steps that make the difference. */
export function TrialResult({ trial, records }: { trial: Trial; records: readonly TrialRecord[] }) {
  const words = say(trialWords);
  const { findings } = trial;
  return (
    <>
      <section>
        <h2>{words.result}</h2>
        <Sides trial={trial} />
      </section>
      <section>
        <h2>{words.lines}</h2>
        {trial.lines.length === 0 ? (
          <p class="note">{words.noLines}</p>
        ) : (
          <ChangedLines lines={trial.lines} records={records} />
        )}
      </section>
      <Sayings title={words.gone} items={findings.gone} />
      <Sayings title={words.come} items={findings.come} />
    </>
  );
}

function Sides({ trial: { before, after, pool } }: { trial: Trial }) {
  const words = say(trialWords);
  const rows: { item: string; of: (side: Side) => ComponentChildren; isStrong?: boolean }[] = [
    { item: words.base, of: ({ base }) => (base === null ? words.nothing : points(base)) },
    { item: words.credits, of: ({ credits }) => signedPoints(credits) },
    { item: words.deductions, of: ({ deductions }) => signedPoints(0 - deductions) },
    { item: words.total, of: ({ total }) => <b>{total === null ? words.noTotal : points(total)}</b> },
    { item: words.band, of: ({ bandLabel }) => (bandLabel ? labelOf(bandLabel) : words.nothing) },
    { item: words.ceiling, of: ({ ceilingLabel }) => (ceilingLabel ? labelOf(ceilingLabel) : words.nothing) },
    {
      item: words.grade,
      of: ({ grade, gradeLabel, reasonLabel }) => (
        <>
          <Tag tone={gradeTone(grade)}>{labelOf(gradeLabel)}</Tag>{' '}
          <span class="note">{labelOf(reasonLabel)}</span>
        </>
      ),
    },
    {
      item: `${words.position(pool.name)} · ${words.places(pool.places)}`,
      of: ({ position }) => (position ? words.place(position.place, position.of) : words.nothing),
    },
    {
      item: words.reviews,
      of: ({ reviews }) =>
        reviews.length === 0 ? words.noReviews : reviews.map(({ label }) => labelOf(label)).join('、'),
    },
  ];
  return (
    <Table
      class="trial-sides"
      caption={words.resultCaption}
      rows={rows}
      keyOf={({ item }) => item}
      columns={[
        { key: 'item', head: words.item, cell: ({ item }) => item },
        { key: 'before', head: words.before, cell: ({ of }) => of(before) },
        { key: 'after', head: words.after, cell: ({ of }) => of(after) },
      ]}
    />
  );
}

function ChangedLines({ lines, records }: { lines: readonly Line[]; records: readonly TrialRecord[] }) {
  const words = say(trialWords);
  const titleOf = (recordId: string | null): string | null => {
    const record = records.find(({ id }) => id === recordId);
    return record ? labelOf(record.title) : null;
  };
  const side = (of: Line['before']) =>
    of === null ? (
      <span class="note">{words.absent}</span>
    ) : (
      <>
        <b class="number">{signedPoints(of.points)}</b> {labelOf(of.because)}
      </>
    );
  return (
    <Table
      class="trial-lines"
      caption={words.linesCaption}
      rows={lines.map((line, index) => ({ ...line, index }))}
      keyOf={({ index }) => String(index)}
      columns={[
        {
          key: 'clause',
          head: words.clause,
          cell: ({ clause, recordId }) => [clause, titleOf(recordId)].filter(Boolean).join(' · '),
        },
        { key: 'before', head: words.before, cell: ({ before }) => side(before) },
        { key: 'after', head: words.after, cell: ({ after }) => side(after) },
      ]}
    />
  );
}

function Sayings(given: { title: string; items: Trial['findings']['gone'] }) {
  if (given.items.length === 0) return null;
  return (
    <section>
      <h2>{given.title}</h2>
      <ul class="card sayings">
        {given.items.map(({ clause, because }) => (
          <li key={because.zh}>
            {labelOf(because)} <span class="note">{clause}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
