import './rule-texts.css';
import { may } from '../session.ts';
import { query, setQuery } from '../router.ts';
import { useAsked } from '../ui/asked.ts';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer } from '../ui/states.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { Table } from '../ui/table.tsx';
import { labelOf, say } from '../words/language.ts';
import { ruleTextWords } from '../words/rule-texts.ts';
import { type Instrument, type RuleTextLine, type RuleTexts, ruleTexts } from './rule-texts.api.ts';
import { validityOf } from './validity-words.ts';

/** Rules as they read while they were valid, for everybody to look up. */
export default function RuleTextsPage() {
  const words = say(ruleTextWords);
  const asked = query();
  const wanted = { q: asked.get('q') ?? '', on: asked.get('on') ?? '' };
  const cursors = useCursors(`rule-texts ${JSON.stringify(wanted)}`);
  const found = useAsked<RuleTexts>(ruleTexts({ ...wanted, after: cursors.after }));
  return (
    <>
      <p class="back no-print">
        <a href="/policy">← {words.backToPolicy}</a>
      </p>
      <Page
        title={words.title}
        lead={words.lead}
        actions={
          may('rule.propose') && (
            <a class="button primary" href="/rule-texts/new">
              {words.add}
            </a>
          )
        }
      >
        <Filters on={wanted.on} />
        <Answer of={found}>
          {({ items, next, instruments }) => (
            <>
              {items.length === 0 && <Nothing words={words} narrowedBy={wanted} />}
              {items.length > 0 && <List items={items} />}
              <PageTurner cursors={cursors} next={next} />
              {instruments.length > 0 && <Instruments items={instruments} />}
            </>
          )}
        </Answer>
      </Page>
    </>
  );
}

function Filters({ on }: { on: string }) {
  const words = say(ruleTextWords);
  return (
    <div class="filters">
      <SearchBox label={words.search} />
      <label class="filter-day">
        {words.onDay}
        <input type="date" value={on} onChange={(event) => setQuery({ on: event.currentTarget.value })} />
      </label>
    </div>
  );
}

function List({ items }: { items: readonly RuleTextLine[] }) {
  const words = say(ruleTextWords);
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
            <a class="name" href={`/rule-texts/${id}`}>
              {title}
            </a>
          ),
        },
        {
          key: 'number',
          head: words.documentNo,
          cell: ({ documentNo }) => documentNo ?? <span class="note">{words.noNumber}</span>,
        },
        { key: 'issuer', head: words.issuer, cell: ({ issuer }) => issuer },
        {
          key: 'validity',
          head: words.validity,
          cell: (text) => <span class="number">{validityOf(text)}</span>,
        },
        { key: 'opening', head: words.opening, cell: ({ opening }) => opening, isSpare: true },
      ]}
    />
  );
}

function Instruments({ items }: { items: readonly Instrument[] }) {
  const words = say(ruleTextWords);
  return (
    <section class="instruments">
      <h2>{words.instruments}</h2>
      <p class="note">{words.instrumentsNote}</p>
      <Table
        caption={words.instruments}
        rows={items}
        keyOf={({ id }) => id}
        columns={[
          { key: 'title', head: words.name, cell: ({ title }) => labelOf(title) },
          {
            key: 'since',
            head: words.inForceOn,
            cell: ({ inForceOn }) => <span class="number">{inForceOn}</span>,
          },
          { key: 'reading', head: words.reading, cell: ({ reading }) => words[reading] },
        ]}
      />
    </section>
  );
}
