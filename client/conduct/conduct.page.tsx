import './conduct.css';
import { useState } from 'preact/hooks';
import { query } from '../router.ts';
import { holds, may } from '../session.ts';
import { countTodo } from '../todo-count.ts';
import { useAsked } from '../ui/asked.ts';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer } from '../ui/states.tsx';
import { conductWords } from '../words/conduct.ts';
import { say } from '../words/language.ts';
import { Bulk } from './bulk.tsx';
import { ConductFilters } from './conduct-filters.tsx';
import { type Records, records } from './conduct.api.ts';
import { RecordTable } from './record-table.tsx';

const FILTERS = ['q', 'stage', 'state', 'area', 'naming'] as const;

/** 履职纪实: records of inaction by the six areas, with what several of them can be done to at once. */
export default function ConductPage() {
  const words = say(conductWords);
  const chosen = query();
  const [q, stage, state, area, naming] = FILTERS.map((name) => chosen.get(name) ?? '');
  const wanted = { q: q!, stage: stage!, state: state!, area: area!, naming: naming! };
  const list = `conduct ${JSON.stringify(wanted)}`;
  const cursors = useCursors(list);
  const found = useAsked<Records>(records({ ...wanted, after: cursors.after }));
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          {may('initiative.read') && (
            <a class="button" href="/initiatives">
              {words.toInitiatives}
            </a>
          )}
          {may('inaction.record') && (
            <a class="button primary" href="/conduct/new">
              {words.new}
            </a>
          )}
        </>
      }
    >
      <ConductFilters found={found.value} />
      <Answer of={found}>
        {(page) => (
          <>
            {page.items.length === 0 && <Nothing words={words} narrowedBy={wanted} />}
            {page.items.length > 0 && (
              <Listed key={`${list} ${cursors.after ?? ''}`} page={page} again={found.again} />
            )}
            <PageTurner cursors={cursors} next={page.next} />
          </>
        )}
      </Answer>
    </Page>
  );
}

/** One page of records; whoever names people or moves many at once may tick them. */
function Listed({ page, again }: { page: Records; again: () => void }) {
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set());
  const mayTick = holds('hr_head', 'hr');
  const there = page.items.filter(({ id }) => ticked.has(id));
  return (
    <>
      {mayTick && (
        <Bulk
          page={page}
          ticked={there}
          onTick={(ids) => tick(new Set(ids))}
          onDone={() => {
            tick(new Set());
            again();
            void countTodo();
          }}
        />
      )}
      <RecordTable
        items={page.items}
        ticks={
          mayTick
            ? {
                ticked,
                onTick: (id, isTicked) => {
                  const next = new Set(ticked);
                  if (isTicked) next.add(id);
                  else next.delete(id);
                  tick(next);
                },
              }
            : null
        }
      />
    </>
  );
}
