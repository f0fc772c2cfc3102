import { useState } from 'preact/hooks';
import { withQuery } from '../paths.ts';
import { query, setQuery } from '../router.ts';
import { countTodo } from '../todo-count.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { say } from '../words/language.ts';
import { kindName, RELATION_STATES, relationWords, stateName } from '../words/relations.ts';
import { type Decision, DecisionDialog, Deeds } from './relation-decision.tsx';
import { StateTag } from './relation-state.tsx';
import { type Relation, RELATIONS, type Relations } from './relations.api.ts';

/** What people declared, for HR to check. */
export default function RelationsPage() {
  const words = say(relationWords);
  const chosen = query().get('state');
  const state = RELATION_STATES.find((each) => each === chosen) ?? null;
  const list = withQuery(RELATIONS, { state });
  const cursors = useCursors(list);
  const asked = useAsked<Relations>(withQuery(list, { after: cursors.after }));
  const [decision, decide] = useState<Decision | null>(null);
  return (
    <Page title={words.forHr} lead={words.forHrLead}>
      <StateFilter state={state} />
      <Answer of={asked}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={words.noneForHr}>
              <p class="note">{words.noneForHrHint}</p>
            </Empty>
          ) : (
            <>
              <Declared relations={items} onDecide={decide} />
              <PageTurner cursors={cursors} next={next} />
            </>
          )
        }
      </Answer>
      {decision !== null && (
        <DecisionDialog
          {...decision}
          onDone={() => {
            decide(null);
            asked.again();
            void countTodo();
          }}
          onClose={() => decide(null)}
        />
      )}
    </Page>
  );
}

function StateFilter({ state }: { state: string | null }) {
  const words = say(relationWords);
  return (
    <div class="filters">
      <div class="chips" role="group" aria-label={words.stateFilter}>
        <button type="button" aria-pressed={state === null} onClick={() => setQuery({ state: null })}>
          {words.allStates}
        </button>
        {RELATION_STATES.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={state === each}
            onClick={() => setQuery({ state: each })}
          >
            {stateName(each)}
          </button>
        ))}
      </div>
    </div>
  );
}

function Named({ relation: { named, unitName } }: { relation: Relation }) {
  if (named === null) return <>{unitName}</>;
  return (
    <>
      {`${named.name}（${named.staffNo}）`}
      {!named.isInRoster && <span class="note"> {say(relationWords).notInRoster}</span>}
    </>
  );
}

function Declared(given: { relations: readonly Relation[]; onDecide: (decision: Decision) => void }) {
  const words = say(relationWords);
  return (
    <Table
      caption={words.forHr}
      rows={given.relations}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'declarer',
          head: words.declarer,
          cell: ({ declarer }) => `${declarer.name}（${declarer.staffNo}）`,
        },
        { key: 'kind', head: words.kind, cell: ({ kind }) => kindName(kind) },
        { key: 'person', head: words.person, cell: (relation) => <Named relation={relation} /> },
        { key: 'detail', head: words.detail, cell: ({ detail }) => detail },
        { key: 'state', head: words.state, cell: ({ state }) => <StateTag state={state} /> },
        { key: 'reason', head: words.reason, cell: ({ decidedReason }) => decidedReason ?? '' },
        {
          key: 'deeds',
          head: words.deeds,
          cell: (relation) => <Deeds relation={relation} onDecide={given.onDecide} />,
        },
      ]}
    />
  );
}
