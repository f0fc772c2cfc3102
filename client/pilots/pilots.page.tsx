import { may } from '../session.ts';
import { query } from '../router.ts';
import { useAsked } from '../ui/asked.ts';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { labelOf, say } from '../words/language.ts';
import { pilotWords } from '../words/pilots.ts';
import { type Pilots, pilots } from './pilots.api.ts';
import { PilotFilters } from './pilot-filters.tsx';

type Line = Pilots['items'][number];
type State = Line['state'];

const TONES: Readonly<Record<State, Tone>> = {
  draft: 'plain',
  submitted: 'info',
  registered: 'ok',
  closed: 'plain',
  refused: 'warn',
  withdrawn: 'plain',
};

/** What is tried, and was registered beforehand: for everybody to read. */
export default function PilotsPage() {
  const words = say(pilotWords);
  const asked = query();
  const wanted = {
    q: asked.get('q') ?? '',
    unit: asked.get('unit') ?? '',
    state: (asked.get('state') ?? '') as State,
  };
  const cursors = useCursors(`pilots ${JSON.stringify(wanted)}`);
  const found = useAsked<Pilots>(pilots({ ...wanted, after: cursors.after }));
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        may('pilot.submit') && (
          <a class="button primary" href="/pilots/new">
            {words.new}
          </a>
        )
      }
    >
      <PilotFilters unit={wanted.unit} state={wanted.state} />
      <Answer of={found}>
        {({ items, next }) => (
          <>
            {items.length === 0 && <Nothing words={words} narrowedBy={wanted} />}
            {items.length > 0 && <List items={items} />}
            <PageTurner cursors={cursors} next={next} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function List({ items }: { items: readonly Line[] }) {
  const words = say(pilotWords);
  return (
    <Table
      caption={words.caption}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'title',
          head: words.name,
          cell: ({ id, title }) => (
            <a class="name" href={`/pilots/${id}`}>
              {title}
            </a>
          ),
        },
        { key: 'unit', head: words.unit, cell: ({ unitName }) => unitName },
        { key: 'purpose', head: words.purpose, cell: ({ purpose }) => purpose, isSpare: true },
        {
          key: 'term',
          head: words.term,
          cell: ({ startsOn, endsOn }) => <span class="number">{words.fromTo(startsOn, endsOn)}</span>,
        },
        {
          key: 'state',
          head: words.state,
          cell: ({ state, stateLabel }) => <Tag tone={TONES[state]}>{labelOf(stateLabel)}</Tag>,
        },
      ]}
    />
  );
}
