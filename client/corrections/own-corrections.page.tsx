import { OwnPages } from '../my-record/own-pages.tsx';
import { query } from '../router.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { correctionWords } from '../words/corrections.ts';
import { labelOf, say } from '../words/language.ts';
import { AskForm } from './ask-form.tsx';
import { CorrectionList } from './correction-list.tsx';
import { type Own, OWN } from './corrections.api.ts';

/** 更正本人登记: three fields, and what became of earlier ones. */
export default function OwnCorrectionsPage() {
  const words = say(correctionWords);
  const asked = useAsked<Own>(OWN);
  return (
    <Page title={words.mine} lead={words.mineLead}>
      <OwnPages />
      <Answer of={asked}>
        {({ fields, items }) => (
          <div class="stack">
            <Entries fields={fields} />
            <section class="narrow">
              <h2>{words.ask}</h2>
              <AskForm key={query().get('item')} fields={fields} />
            </section>
            <section>
              <h2>{words.own}</h2>
              {items.length === 0 && (
                <Empty title={words.noOwn}>
                  <p class="note">{words.noOwnHint}</p>
                </Empty>
              )}
              {items.length > 0 && <CorrectionList items={items} isOwn />}
            </section>
          </div>
        )}
      </Answer>
    </Page>
  );
}

/** What the roster says of oneself, each entry with the way to have it corrected. */
function Entries({ fields }: { fields: Own['fields'] }) {
  const words = say(correctionWords);
  return (
    <section>
      <h2>{words.entries}</h2>
      <Table
        caption={words.entries}
        rows={fields}
        keyOf={({ field }) => field}
        columns={[
          { key: 'item', head: words.item, cell: ({ label }) => labelOf(label) },
          {
            key: 'entry',
            head: words.entry,
            cell: ({ entry }) => (entry === null ? words.nothing : labelOf(entry)),
          },
          {
            key: 'deeds',
            head: words.correct,
            cell: ({ field, label, openFileId }) =>
              openFileId === null ? (
                <a
                  href={`/my-record/corrections?item=${field}`}
                  aria-label={words.correctItem(labelOf(label))}
                >
                  {words.correct}
                </a>
              ) : (
                <a href={`/corrections/${openFileId}`}>{words.see}</a>
              ),
          },
        ]}
      />
    </section>
  );
}
