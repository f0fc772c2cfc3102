import './audit.css';
import { instant } from '../numbers.ts';
import { withQuery } from '../paths.ts';
import { query, setQuery } from '../router.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { auditWords, deedName } from '../words/audit.ts';
import { say } from '../words/language.ts';
import { roleName } from '../words/roles.ts';
import { shellWords } from '../words/shell.ts';
import { LogHead } from './log-head.tsx';
import { auditEntries, type AuditEntry, type AuditPage as Entries } from './audit.api.ts';

/** Every deed on record, all or those on one subject. */
export default function AuditPage() {
  const words = say(auditWords);
  const subject = query().get('subject') ?? '';
  const list = auditEntries(subject);
  const cursors = useCursors(list);
  const asked = useAsked<Entries>(withQuery(list, { after: cursors.after }));
  return (
    <Page title={say(shellWords).audit} lead={words.lead}>
      <LogHead />
      <SubjectFilter key={subject} subject={subject} />
      <Answer of={asked}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={subject === '' ? words.empty : words.emptySubject}>
              {subject === '' && <p class="note">{words.emptyHint}</p>}
            </Empty>
          ) : (
            <>
              <EntryTable entries={items} />
              <PageTurner cursors={cursors} next={next} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

/** The subject is compared as a whole, so it is asked for when it is complete. */
function SubjectFilter({ subject }: { subject: string }) {
  const words = say(auditWords);
  return (
    <form
      class="filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const asked = new FormData(event.currentTarget).get('subject');
        setQuery({ subject: typeof asked === 'string' ? asked.trim() : null });
      }}
    >
      <input
        type="search"
        name="subject"
        class="subject"
        defaultValue={subject}
        placeholder={words.subjectHint}
        aria-label={words.subjectHint}
        spellcheck={false}
      />
      <button type="submit">{words.filter}</button>
      {subject !== '' && (
        <button type="button" onClick={() => setQuery({ subject: null })}>
          {words.clear}
        </button>
      )}
    </form>
  );
}

function EntryTable({ entries }: { entries: readonly AuditEntry[] }) {
  const words = say(auditWords);
  return (
    <Table
      class="audit-table"
      caption={words.caption}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        { key: 'at', head: words.at, cell: ({ at }) => <time>{instant(at)}</time> },
        { key: 'actor', head: words.actor, cell: ({ actor }) => <span class="number">{actor}</span> },
        { key: 'duty', head: words.duty, cell: ({ duty }) => roleName(duty) },
        { key: 'deed', head: words.deed, cell: ({ deed }) => deedName(deed) ?? <code>{deed}</code> },
        { key: 'subject', head: words.subject, cell: ({ subject }) => <Subject subject={subject} /> },
        { key: 'reason', head: words.reason, cell: ({ reason }) => reason ?? '' },
        { key: 'hashes', head: words.hashes, cell: (entry) => <Hashes entry={entry} /> },
      ]}
    />
  );
}

const Subject = ({ subject }: { subject: string }) => (
  <a href={withQuery('/audit', { subject })} title={say(auditWords).onSubject(subject)}>
    <code>{subject}</code>
  </a>
);

const SHORT = 8;

/** Short in the row, whole when opened. */
function Hashes({ entry: { oldHash, newHash } }: { entry: AuditEntry }) {
  const words = say(auditWords);
  if (oldHash === null && newHash === null) return null;
  const short = (hash: string | null): string => hash?.slice(0, SHORT) ?? words.nothing;
  return (
    <details>
      <summary>
        <code>
          {short(oldHash)} → {short(newHash)}
        </code>
      </summary>
      <p class="note">
        {words.before} <code>{oldHash ?? words.nothing}</code>
      </p>
      <p class="note">
        {words.after} <code>{newHash ?? words.nothing}</code>
      </p>
    </details>
  );
}
