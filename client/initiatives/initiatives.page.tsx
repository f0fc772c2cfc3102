import './initiatives.css';
import { OwnPages } from '../my-record/own-pages.tsx';
import { query } from '../router.ts';
import { isOnlyCadre, may, session } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { initiativeListWords } from '../words/initiative-list.ts';
import { initiativeWords } from '../words/initiatives.ts';
import { labelOf, say } from '../words/language.ts';
import { InitiativeFilters } from './initiative-filters.tsx';
import { type InitiativeLine, type Initiatives, initiatives } from './initiatives.api.ts';

const TONES: Readonly<Record<string, Tone>> = {
  ...{ submitted: 'info', checked: 'info', public_notice: 'info' },
  ...{ verified: 'ok', verified_closed: 'ok' },
  ...{ rejected: 'warn', appealed: 'warn', challenged: 'warn', answered: 'warn' },
  ...{ revocation_served: 'warn', appealed_revocation: 'warn' },
};

/** 担当作为 by the six areas: those in scope, or one's own. */
export default function InitiativesPage() {
  const words = say(initiativeListWords);
  const shared = say(initiativeWords);
  const asked = query();
  const own = asked.get('own') !== null && session.value?.cadreId;
  const narrowedBy = {
    ...{ q: asked.get('q'), unit: asked.get('unit'), area: asked.get('area'), state: asked.get('state') },
  };
  const filters = { ...narrowedBy, cadre: own || null };
  const cursors = useCursors(`initiatives ${JSON.stringify(filters)}`);
  const found = useAsked<Initiatives>(initiatives({ ...filters, after: cursors.after }));
  const isOwn = isOnlyCadre() || Boolean(own);
  return (
    <Page
      title={shared.title}
      lead={isOwn ? words.ownLead : words.lead}
      actions={
        may('initiative.submit') && (
          <a class="button primary" href="/initiatives/new">
            {words.new}
          </a>
        )
      }
    >
      {isOwn && <OwnPages />}
      <InitiativeFilters tally={found.value?.tally ?? []} />
      <Answer of={found}>
        {({ items, next }) => (
          <>
            {items.length === 0 && <Nothing words={{ ...words, ...shared }} narrowedBy={narrowedBy} />}
            {items.length > 0 && <List items={items} isOwn={isOwn} />}
            <PageTurner cursors={cursors} next={next} />
          </>
        )}
      </Answer>
    </Page>
  );
}

function List({ items, isOwn }: { items: readonly InitiativeLine[]; isOwn: boolean }) {
  const words = say(initiativeListWords);
  const shared = say(initiativeWords);
  const person = {
    key: 'person',
    head: shared.person,
    cell: ({ personName, unitName }: InitiativeLine) => (
      <>
        {personName} <span class="note">{unitName}</span>
      </>
    ),
  };
  return (
    <Table
      class="initiative-table"
      caption={words.caption}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'deed',
          head: shared.deed,
          cell: ({ id, qualityLabel, areaLabel }) => (
            <a class="name" href={`/initiatives/${id}`}>
              {`${labelOf(qualityLabel)} · ${labelOf(areaLabel)}`}
            </a>
          ),
        },
        ...(isOwn ? [] : [person]),
        { key: 'summary', head: shared.summary, cell: ({ summary }) => summary, isSpare: true },
        {
          key: 'level',
          head: shared.level,
          cell: ({ levelLabel, roleLabel }) => `${labelOf(levelLabel)} · ${labelOf(roleLabel)}`,
        },
        {
          key: 'day',
          head: shared.occurredOn,
          cell: ({ occurredOn }) => <span class="number">{occurredOn}</span>,
        },
        {
          key: 'state',
          head: words.state,
          cell: ({ state, stateLabel }) => <Tag tone={TONES[state] ?? 'plain'}>{labelOf(stateLabel)}</Tag>,
        },
        {
          key: 'until',
          head: words.until,
          cell: ({ nextDeadline }) => <span class="number">{nextDeadline?.lastDay ?? '—'}</span>,
        },
      ]}
    />
  );
}
