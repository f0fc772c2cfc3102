import { points } from '../numbers.ts';
import { Tag } from '../ui/tag.tsx';
import type { Column } from '../ui/table.tsx';
import { appraisalWords } from '../words/appraisals.ts';
import { labelOf, say } from '../words/language.ts';
import type { ResultRow } from './appraisals.api.ts';
import { gradeTone } from './grade-tone.ts';
import { TwoSidedBar } from './two-sided-bar.tsx';

export type ResultSort = 'total' | '-total' | 'name' | '-name';

export const recordHref = (year: string, cadreId: string): string =>
  `/years/${year}/results/${encodeURIComponent(cadreId)}`;

/** The columns of the results; every figure leads to where it comes from. */
export function resultColumns(
  year: string,
  sort: ResultSort,
  onSort: (sort: ResultSort) => void,
): Column<ResultRow>[] {
  const words = say(appraisalWords);
  const href = ({ cadreId }: ResultRow) => recordHref(year, cadreId);
  return [
    { key: 'no', head: words.staffNo, isSpare: true, cell: ({ staffNo }) => staffNo },
    {
      key: 'name',
      head: words.name,
      sort: sortOf('name', sort, onSort),
      cell: (row) => (
        <a class="name" href={href(row)}>
          {row.name}
        </a>
      ),
    },
    { key: 'unit', head: words.unit, cell: ({ unitName }) => unitName },
    { key: 'post', head: words.post, cell: ({ postTitle }) => postTitle },
    { key: 'rank', head: words.rank, isSpare: true, cell: ({ rank }) => rank },
    {
      key: 'score',
      head: words.score,
      isNumber: true,
      sort: sortOf('total', sort, onSort),
      cell: (row) =>
        row.total === null ? (
          <span class="note">{words.byIncomplete}</span>
        ) : (
          <a class="plain-link strong" href={`${href(row)}#origin`}>
            {points(row.total)}
          </a>
        ),
    },
    {
      key: 'grade',
      head: words.grade,
      cell: ({ grade, gradeLabel }) => <Tag tone={gradeTone(grade)}>{labelOf(gradeLabel)}</Tag>,
    },
    {
      key: 'balance',
      head: words.balance,
      cell: (row) => (
        <a class="plain-link" href={`${href(row)}#origin`}>
          <TwoSidedBar credits={row.credits} deductions={row.deductions} />
        </a>
      ),
    },
    { key: 'notes', head: words.notes, cell: (row) => <Notes row={row} /> },
  ];
}

function sortOf(by: 'total' | 'name', sort: ResultSort, onSort: (sort: ResultSort) => void) {
  const state = sort === by ? 'ascending' : sort === `-${by}` ? 'descending' : 'none';
  const first: ResultSort = by === 'total' ? '-total' : 'name';
  const turned: ResultSort = sort === by ? `-${by}` : by;
  return { state, onSort: () => onSort(state === 'none' ? first : turned) } as const;
}

function Notes({ row }: { row: ResultRow }) {
  const words = say(appraisalWords);
  const reasons = {
    band: null,
    ceiling: words.byCeiling,
    forced: words.byForce,
    quota: words.byQuota,
    tie: words.byTie,
    decided: words.byDecision,
    incomplete: null,
  } as const;
  const reason = reasons[row.reason];
  const isMoving = row.rotation === 'due' || row.rotation === 'soon';
  if (row.reviewCount === 0 && reason === null && !isMoving) return null;
  return (
    <span class="notes">
      {row.reviewCount > 0 && <Tag tone="bad">{words.reviews}</Tag>}
      {reason && <Tag tone={row.reason === 'tie' ? 'warn' : 'info'}>{reason}</Tag>}
      {row.rotation === 'due' && <Tag tone="warn">{words.due}</Tag>}
      {row.rotation === 'soon' && <Tag>{words.soon}</Tag>}
    </span>
  );
}
