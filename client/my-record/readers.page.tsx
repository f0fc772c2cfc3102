import type { ReaderPage, ReaderView } from '../../server/reads/reads.contract.ts';
import type { View } from '../api.ts';
import { instant } from '../numbers.ts';
import { withQuery } from '../paths.ts';
import { useAsked } from '../ui/asked.ts';
import { Page } from '../ui/page.tsx';
import { PageTurner } from '../ui/page-turner.tsx';
import { useCursors } from '../ui/pager.tsx';
import { Answer, Empty } from '../ui/states.tsx';
import { Table } from '../ui/table.tsx';
import { say } from '../words/language.ts';
import { readWords, thingName } from '../words/reads.ts';
import { roleName } from '../words/roles.ts';
import { OwnPages } from './own-pages.tsx';

type Reader = View<typeof ReaderView>;
const READERS = '/api/my-record/readers';

/** 谁看过我的档案. */
export default function ReadersPage() {
  const words = say(readWords);
  const cursors = useCursors(READERS);
  const asked = useAsked<View<typeof ReaderPage>>(withQuery(READERS, { after: cursors.after }));
  return (
    <Page title={words.title} lead={words.lead}>
      <OwnPages />
      <Answer of={asked}>
        {({ items, next }) =>
          items.length === 0 ? (
            <Empty title={words.none}>
              <p class="note">{words.noneHint}</p>
            </Empty>
          ) : (
            <>
              <ReaderTable readers={items} />
              <PageTurner cursors={cursors} next={next} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function ReaderTable({ readers }: { readers: readonly Reader[] }) {
  const words = say(readWords);
  return (
    <Table
      caption={words.caption}
      rows={readers}
      keyOf={({ id }) => id}
      columns={[
        { key: 'at', head: words.at, cell: ({ at }) => <time>{instant(at)}</time> },
        {
          key: 'reader',
          head: words.reader,
          cell: ({ reader: { name, staffNo } }) => (name === null ? staffNo : `${name}（${staffNo}）`),
        },
        { key: 'duty', head: words.duty, cell: ({ duty }) => roleName(duty) },
        { key: 'what', head: words.what, cell: ({ what }) => thingName(what) },
        { key: 'reason', head: words.reason, cell: ({ reason }) => reason ?? '' },
      ]}
    />
  );
}
