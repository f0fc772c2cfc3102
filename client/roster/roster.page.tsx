import './roster.css';
import { ExportButton } from '../exports/export-button.tsx';
import { holds, may } from '../session.ts';
import { query, setQuery } from '../router.ts';
import { type Asked, useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Pager, useCursors } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { withQuery } from '../paths.ts';
import { say } from '../words/language.ts';
import { rosterWords } from '../words/roster.ts';
import { shellWords } from '../words/shell.ts';
import { PeopleTable } from './people-table.tsx';
import { cadres, type CadrePage, PEOPLE_A_PAGE, type UnitList, UNITS } from './roster.api.ts';
import { UnitTree } from './unit-tree.tsx';

/** The people in scope: by unit, by name, pinyin or staff number. */
export default function RosterPage() {
  const words = say(rosterWords);
  const q = query().get('q') ?? '';
  const unit = query().get('unit') ?? '';
  const list = cadres(q, unit);
  const cursors = useCursors(list);
  const people = useAsked<CadrePage>(withQuery(list, { after: cursors.after }));
  const units = useAsked<UnitList>(UNITS);
  return (
    <Page
      title={say(shellWords).roster}
      lead={people.value && words.lead(people.value.total)}
      actions={
        <>
          {holds('hr', 'hr_head', 'board') && people.value !== null && people.value.total > 0 && (
            <ExportButton what="roster" filters={{ q, unit }} people={people.value.total} />
          )}
          {may('roster.import') && (
            <a class="button primary" href="/imports/roster">
              {words.importRoster}
            </a>
          )}
        </>
      }
    >
      <div class="roster">
        <Units units={units} chosen={unit} />
        <div>
          <Search q={q} />
          <Answer of={people}>
            {({ items, next, total }) =>
              total === 0 ? (
                <Nobody isFiltered={q !== '' || unit !== ''} />
              ) : (
                <>
                  <PeopleTable people={items} />
                  <Pager
                    cursors={cursors}
                    size={PEOPLE_A_PAGE}
                    shown={items.length}
                    total={total}
                    next={next}
                  />
                </>
              )
            }
          </Answer>
        </div>
      </div>
    </Page>
  );
}

function Search({ q }: { q: string }) {
  const words = say(rosterWords);
  return (
    <div class="filters">
      <input
        type="search"
        value={q}
        placeholder={words.searchHint}
        aria-label={words.searchHint}
        onInput={(event) => setQuery({ q: event.currentTarget.value })}
      />
    </div>
  );
}

/** Without the units the list still serves. */
const Units = ({ units, chosen }: { units: Asked<UnitList>; chosen: string }) => (
  <UnitTree units={units.value?.items ?? []} chosen={chosen} onChoose={(unit) => setQuery({ unit })} />
);

function Nobody({ isFiltered }: { isFiltered: boolean }) {
  const words = say(rosterWords);
  if (isFiltered)
    return (
      <Empty title={words.noMatch}>
        <p class="note">{words.noMatchHint}</p>
        <p class="actions">
          <button type="button" onClick={() => setQuery({ q: null, unit: null })}>
            {words.clear}
          </button>
        </p>
      </Empty>
    );
  return (
    <Empty title={words.empty}>
      <p class="note">{may('roster.import') ? words.emptyForHr : words.emptyForOthers}</p>
      {may('roster.import') && (
        <p class="actions">
          <a class="button primary" href="/imports/roster">
            {words.importRoster}
          </a>
        </p>
      )}
    </Empty>
  );
}
