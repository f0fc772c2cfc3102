import { useState } from 'preact/hooks';
import { moveOn } from '../procedures/file.api.ts';
import { query } from '../router.ts';
import { announce } from '../ui/announce.tsx';
import { useAsked } from '../ui/asked.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field, Form, textOf, unfilled } from '../ui/form.tsx';
import { Nothing } from '../ui/nothing.tsx';
import { Page } from '../ui/page.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { SearchBox } from '../ui/search-box.tsx';
import { noticeListWords } from '../words/public-notices.ts';
import { initiativeWords } from '../words/initiatives.ts';
import { labelOf, say } from '../words/language.ts';
import { type PublicNotice, type PublicNotices, publicNotices } from './initiatives.api.ts';

/** 公示: what is on public notice, for everybody signed in, and the way to object. */
export default function PublicNoticesPage() {
  const words = say(noticeListWords);
  const shared = say(initiativeWords);
  const q = query().get('q');
  const cursors = useCursors(`public notices ${q ?? ''}`);
  const asked = useAsked<PublicNotices>(publicNotices({ q, after: cursors.after }));
  const [objected, objectTo] = useState<PublicNotice | null>(null);
  return (
    <Page title={words.noticesTitle} lead={words.noticesLead}>
      <div class="filters" role="search" aria-label={shared.filters}>
        <SearchBox label={words.noticesSearch} />
      </div>
      <Answer of={asked}>
        {({ items, next }) => (
          <>
            {items.length === 0 && (
              <Nothing
                words={{ ...shared, empty: words.noticesEmpty, emptyHint: words.noticesEmptyHint }}
                narrowedBy={{ q }}
              />
            )}
            {items.length > 0 && <List items={items} onObject={objectTo} />}
            <PageTurner cursors={cursors} next={next} />
          </>
        )}
      </Answer>
      {objected !== null && (
        <ObjectDialog
          notice={objected}
          onClose={() => objectTo(null)}
          onDone={() => {
            objectTo(null);
            asked.again();
          }}
        />
      )}
    </Page>
  );
}

function List(given: { items: readonly PublicNotice[]; onObject: (notice: PublicNotice) => void }) {
  const words = say(noticeListWords);
  const shared = say(initiativeWords);
  return (
    <Table
      caption={words.noticesCaption}
      rows={given.items}
      keyOf={({ id }) => id}
      columns={[
        {
          key: 'person',
          head: shared.person,
          cell: ({ id, personName, unitName }) => (
            <>
              <a class="name" href={`/initiatives/${id}`}>
                {personName}
              </a>{' '}
              <span class="note">{unitName}</span>
            </>
          ),
        },
        {
          key: 'deed',
          head: shared.deed,
          cell: ({ qualityLabel, areaLabel, summary }) => (
            <>
              {`${labelOf(qualityLabel)} · ${labelOf(areaLabel)}`}
              <p class="note">{summary}</p>
            </>
          ),
        },
        {
          key: 'level',
          head: shared.level,
          cell: ({ levelLabel, roleLabel }) => `${labelOf(levelLabel)} · ${labelOf(roleLabel)}`,
        },
        {
          key: 'until',
          head: words.lastDay,
          cell: ({ lastDay }) => <span class="number">{lastDay ?? '—'}</span>,
        },
        {
          key: 'deeds',
          head: words.object,
          cell: (notice) => (
            <button
              type="button"
              aria-label={words.objectTo(notice.personName)}
              onClick={() => given.onObject(notice)}
            >
              {words.object}
            </button>
          ),
        },
      ]}
    />
  );
}

function ObjectDialog(given: { notice: PublicNotice; onClose: () => void; onDone: () => void }) {
  const words = say(noticeListWords);
  const shared = say(initiativeWords);
  const { id, version, personName } = given.notice;
  return (
    <Dialog title={words.objectTo(personName)} intro={shared.objectIntro} onClose={given.onClose}>
      <Form
        submit={words.object}
        check={(values) => unfilled(values, { 'data/grounds': shared.grounds })}
        onCancel={given.onClose}
        onSubmit={async (values) => {
          const data = { grounds: textOf(values, 'data/grounds') };
          await moveOn('conduct', id, { event: 'object', version, data });
          announce(shared.objected);
          given.onDone();
        }}
      >
        <Field name="data/grounds" label={shared.grounds} hint={shared.groundsHint}>
          {(input) => <textarea {...input} maxLength={4000} />}
        </Field>
      </Form>
    </Dialog>
  );
}
