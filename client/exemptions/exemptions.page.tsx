import './exemptions.css';
import { query, setQuery } from '../router.ts';
import { holds } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { useCursors } from '../ui/pager.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { Tag } from '../ui/tag.tsx';
import { exemptionTerms } from '../words/exemption-terms.ts';
import { exemptionWords } from '../words/exemptions.ts';
import { labelOf, say } from '../words/language.ts';
import { type ExemptionLine, type Exemptions, exemptions } from './exemptions.api.ts';
import { STATES, stateTone, wordOfState } from './states.ts';

/** The exemptions that whoever looks may know of. */
export default function ExemptionsPage() {
  const words = say(exemptionWords);
  const state = query().get('state') ?? '';
  const cursors = useCursors(`exemptions ${state}`);
  const found = useAsked<Exemptions>(exemptions({ state, after: cursors.after }));
  return (
    <Page title={words.title} lead={words.lead}>
      <div class="filters">
        <select
          aria-label={words.state}
          value={state}
          onChange={(event) => setQuery({ state: event.currentTarget.value })}
        >
          <option value="">{words.allStates}</option>
          {STATES.map((each) => (
            <option key={each} value={each}>
              {wordOfState(each)}
            </option>
          ))}
        </select>
      </div>
      <Answer of={found}>
        {({ items, next }) => (
          <>
            {items.length === 0 ? <Nothing isNarrowed={state !== ''} /> : <List items={items} />}
            <PageTurner cursors={cursors} next={next} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const words = say(exemptionWords);
  if (!isNarrowed)
    return (
      <Empty title={words.empty}>
        <p class="note">{holds('hr', 'hr_head', 'inspector') ? words.emptyForOffice : words.emptyHint}</p>
      </Empty>
    );
  return (
    <Empty title={words.noMatch}>
      <p class="actions">
        <button type="button" onClick={() => setQuery({ state: null })}>
          {words.clear}
        </button>
      </p>
    </Empty>
  );
}

function List({ items }: { items: readonly ExemptionLine[] }) {
  const words = say(exemptionWords);
  const terms = say(exemptionTerms);
  return (
    <Table
      caption={words.title}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        { key: 'person', head: words.person, cell: ({ personName }) => personName },
        { key: 'unit', head: words.unit, cell: ({ unitName }) => unitName },
        {
          key: 'title',
          head: words.application,
          // Whoever reads names only is told the kind, in his language.
          cell: ({ id, title, isMasked }) => (
            <a class="name wraps" href={`/exemptions/${id}`}>
              {isMasked ? words.title : title}
            </a>
          ),
        },
        {
          key: 'situation',
          head: terms.situation,
          cell: ({ situation, isMasked }) =>
            isMasked ? (
              '—'
            ) : situation === null ? (
              <span class="note">{words.notNamedYet}</span>
            ) : (
              `${situation.code} ${labelOf(situation.label)}`
            ),
          isSpare: true,
        },
        {
          key: 'state',
          head: words.state,
          cell: ({ state, stateLabel }) => <Tag tone={stateTone(state)}>{labelOf(stateLabel)}</Tag>,
        },
        {
          key: 'deadline',
          head: words.deadline,
          cell: ({ nextDeadline }) =>
            nextDeadline && (
              <>
                <time class="number">{nextDeadline.lastDay}</time>{' '}
                <span class="note">{labelOf(nextDeadline.label)}</span>
              </>
            ),
        },
      ]}
    />
  );
}
