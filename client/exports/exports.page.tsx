import { instant } from '../numbers.ts';
import { withQuery } from '../paths.ts';
import { may, session } from '../session.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { exportName, exportState, exportWords } from '../words/exports.ts';
import { say } from '../words/language.ts';
import { ExportButton } from './export-button.tsx';
import { type Export, type Exports, EXPORTS, fileOf } from './exports.api.ts';
import { ToRelease } from './to-release.tsx';

/** What one asked to take out, and what waits for one's release. */
export default function ExportsPage() {
  const words = say(exportWords);
  const cursors = useCursors(EXPORTS);
  const asked = useAsked<Exports>(withQuery(EXPORTS, { after: cursors.after }));
  const isCadre = typeof session.value?.cadreId === 'string';
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={isCadre && <ExportButton what="ownRecord" filters={{}} people={1} />}
    >
      {may('export.release') && <ToRelease />}
      <h2>{words.own}</h2>
      <Answer of={asked}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={words.noneOwn}>
              <p class="note">{words.noneOwnHint}</p>
            </Empty>
          ) : (
            <>
              <OwnExports exports={items} />
              <PageTurner cursors={cursors} next={next} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function OwnExports({ exports }: { exports: readonly Export[] }) {
  const words = say(exportWords);
  return (
    <Table
      caption={words.own}
      rows={exports}
      keyOf={({ id }) => id}
      columns={[
        { key: 'what', head: words.what, cell: ({ what }) => exportName(what) },
        { key: 'people', head: words.people, isNumber: true, cell: ({ people }) => people },
        { key: 'reason', head: words.reason, cell: ({ reason }) => reason },
        { key: 'asked', head: words.asked, cell: ({ requestedAt }) => <time>{instant(requestedAt)}</time> },
        { key: 'state', head: words.state, cell: ({ state }) => exportState(state) },
        { key: 'decision', head: words.decision, cell: ({ decidedReason }) => decidedReason ?? '' },
        { key: 'file', head: words.file, cell: (one) => <Download one={one} /> },
      ]}
    />
  );
}

function Download({ one }: { one: Export }) {
  const words = say(exportWords);
  if (one.until === null) return null;
  if (one.until < Date.now()) return <span class="note">{words.over}</span>;
  return (
    <>
      <a class="button" href={fileOf(one)} download>
        {words.download}
      </a>{' '}
      <span class="note">{words.until(instant(one.until))}</span>
    </>
  );
}
