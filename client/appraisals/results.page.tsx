import { ExportButton } from '../exports/export-button.tsx';
import type { Params } from '../paths.ts';
import { go, place, query, setQuery } from '../router.ts';
import { holds } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Pager, useCursors } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { appraisalWords } from '../words/appraisals.ts';
import { say } from '../words/language.ts';
import { resultsPath, type Results } from './appraisals.api.ts';
import { NumbersStrip } from './numbers-strip.tsx';
import { ResultFilters } from './result-filters.tsx';
import { resultColumns, type ResultSort } from './result-columns.tsx';
import { type YearAtHand, YearFrame } from './year-frame.tsx';

const PAGE_SIZE = 50;
const SORTS: readonly ResultSort[] = ['total', '-total', 'name', '-name'];

/** 年度考核: the year in four numbers and everybody's result. */
export default function ResultsPage({ params }: { params: Params }) {
  const { year = '' } = params;
  return (
    <YearFrame key={year} year={year}>
      {(at) => (at.summary.run === null ? <NotRun at={at} /> : <Everybody year={year} at={at} />)}
    </YearFrame>
  );
}

function NotRun({ at: { summary } }: { at: YearAtHand }) {
  const words = say(appraisalWords);
  return (
    <Empty title={words.noRun}>
      <p class="note">{words.noRunHint(summary.enrolled)}</p>
    </Empty>
  );
}

function Everybody({ year, at }: { year: string; at: YearAtHand }) {
  return (
    <>
      <NumbersStrip summary={at.summary} />
      <ResultFilters summary={at.summary} />
      <ResultList key={at.round} year={year} />
    </>
  );
}

function ResultList({ year }: { year: string }) {
  const words = say(appraisalWords);
  const chosen = query();
  const sort = SORTS.find((one) => one === chosen.get('sort')) ?? '-total';
  const filters = { q: chosen.get('q'), unit: chosen.get('unit'), grade: chosen.get('grade'), sort };
  const cursors = useCursors(resultsPath(year, filters));
  const results = useAsked<Results>(
    resultsPath(year, { ...filters, after: cursors.after, limit: PAGE_SIZE }),
  );
  const columns = resultColumns(year, sort, (wanted) =>
    setQuery({ sort: wanted === '-total' ? null : wanted }),
  );
  return (
    <Answer of={results}>
      {({ items, next, total }) =>
        total === 0 ? (
          <Empty title={words.noMatch}>
            <p class="actions">
              <button type="button" onClick={() => go(place.value.path, { replace: true })}>
                {words.clearFilters}
              </button>
            </p>
          </Empty>
        ) : (
          <>
            {holds('hr', 'hr_head', 'board') && (
              <p class="actions">
                <ExportButton what="results" filters={{ ...filters, year: Number(year) }} people={total} />
              </p>
            )}
            <Table
              class="results"
              caption={words.resultsCaption}
              columns={columns}
              rows={items}
              keyOf={({ cadreId }) => cadreId}
            />
            <Pager cursors={cursors} size={PAGE_SIZE} shown={items.length} total={total} next={next} />
          </>
        )
      }
    </Answer>
  );
}
